import { statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { defaultsFor } from './defaults.ts';
import { PostUnreadable, readWhole } from './file-read.ts';
import { siteOfFile } from './find-site.ts';
import { loadParser, readHeader } from './header-read.ts';
import type { Post } from './post.ts';
import { buildPost } from './post-build.ts';
import { makeIds, namedFile } from './post-ids.ts';
import { buildRules } from './post-input.ts';
import {
  type Candidate,
  contentFolders,
  placeOfFolder,
  sourceFolders,
  withoutBase,
} from './post-place.ts';
import { headerOfHead, readHead } from './read-head.ts';
import type { Site } from './site.ts';
import { readRules } from './site-config.ts';
import type { SiteRules } from './site-rules.ts';

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** The place of a file in its site, as a scan would have found it. */
function placeOf(path: string, root: string, rules: SiteRules): Candidate {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const place = { ...placeOfFolder(folders, basename(root) === '_posts'), path, name };
  if (place.kind === 'loose') {
    return withoutBase(
      place,
      contentFolders(folder => path.startsWith(`${folder}/`)),
    );
  }
  const own = place.above.join('/');
  const holdsPosts = (above: readonly string[]) =>
    above.join('/') === own || isFolder(join(root, ...above, '_posts'));
  return withoutBase(place, sourceFolders(rules, holdsPosts));
}

/**
 * Reads one post given by its path, without looking at any other: the fast way to `cat` a file.
 * Its id is the one it has where no other file shares its name. What would hide it in a list
 * (`published: false`, a page's layout) does not hide it here. Throws `PostUnreadable`.
 */
export async function readFilePost(
  file: string,
  site: Site = siteOfFile(file),
): Promise<{ readonly site: Site; readonly post: Post }> {
  const full = resolve(file);
  const bytes = readWhole(full);
  const head = readHead({
    head: size => bytes.subarray(0, size),
    tail: size => bytes.subarray(-size),
  });
  const { block } = head;
  const plain = headerOfHead(head);
  const parsers =
    plain === undefined && block.found === 'header' ? await loadParser(block, {}) : {};
  const read = plain ?? headerOfHead(head, source => readHeader(source, parsers));
  const rules = await readRules(site.root);
  const place = placeOf(relative(site.root, full), site.root, rules);
  const [id = place.name] = makeIds([namedFile(place)]);
  const build = buildRules(site.root, rules, defaultsFor(rules.defaults));
  const built = read === undefined ? null : buildPost(id, place, read, build, { all: true });
  if (built === null) throw new PostUnreadable(full, 'its header cannot be read');
  return { site, post: { ...built.post, file: full } };
}

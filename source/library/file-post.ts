import { relative, resolve } from 'node:path';
import { defaultsFor } from './defaults.ts';
import { readFileName } from './file-name.ts';
import { PostUnreadable, readWhole } from './file-read.ts';
import { siteOfFile } from './find-site.ts';
import { loadParser, readHeader } from './header-read.ts';
import type { Post } from './post.ts';
import { buildPost } from './post-build.ts';
import { buildRules } from './post-input.ts';
import { headerOfHead, readHead } from './read-head.ts';
import type { Candidate } from './scan.ts';
import type { Site } from './site.ts';
import { readRules } from './site-config.ts';

/** The place of a file in its site, as a scan would have found it. */
function placeOf(path: string): Candidate {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const holder = folders.findIndex(folder => folder === '_posts' || folder === '_drafts');
  if (holder === -1) return { kind: 'loose', path, name, folders, above: folders, below: [] };
  const kind = folders[holder] === '_drafts' ? 'draft' : 'post';
  const above = folders.slice(0, holder).join('/') === 'source' ? [] : folders.slice(0, holder);
  return { kind, path, name, folders, above, below: folders.slice(holder + 1) };
}

/**
 * Reads one post given by its path, without looking at any other: the fast way to `cat` a file.
 * Its id is its name without ending. What would hide it in a list (`published: false`, a page's
 * layout) does not hide it here. Throws `PostUnreadable`.
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
  const place = placeOf(relative(site.root, full));
  const id = readFileName(place.name).stem;
  const build = buildRules(site.root, rules, defaultsFor(rules.defaults));
  const built = read === undefined ? null : buildPost(id, place, read, build, { all: true });
  if (built === null) throw new PostUnreadable(full, 'its header cannot be read');
  return { site, post: { ...built.post, file: full } };
}

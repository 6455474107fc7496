import { basename, join, relative, resolve } from 'node:path';
import { defaultsFor } from './defaults.ts';
import { isFolder, readWhole } from './file-read.ts';
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
import { headerOfHead, readHead, unreadableHeader } from './read-head.ts';
import { type PostText, splitPost } from './read-post.ts';
import type { Site } from './site.ts';
import { readRules } from './site-config.ts';
import type { SiteRules } from './site-rules.ts';

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

/** A post and its text, read without looking at any other post. */
export type FilePost = {
  readonly site: Site;
  readonly post: Post;
  readonly text: PostText;
  /** Whether its date names no zone, nor the site: then all posts together tell which it is in. */
  readonly floating: boolean;
};

/**
 * Builds a post of the bytes of a file. Its id is the one it has where no other file shares its
 * name. What would hide it in a list (`published: false`, a page's layout) does not hide it here.
 *
 * @param path where the file is, or would be, from the site's root; nothing is read there.
 */
export async function postOfBytes(bytes: Buffer, path: string, site: Site): Promise<FilePost> {
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
  const place = placeOf(path, site.root, rules);
  const [id = place.name] = makeIds([namedFile(place)]);
  const build = buildRules(site.root, rules, defaultsFor(rules.defaults));
  const header = read ?? unreadableHeader('no parser for its header');
  const { post, floating } = buildPost(id, place, header, build);
  return { site, post, text: splitPost(bytes, place.name), floating: floating !== null };
}

/** Reads one post given by its path: the fast way to `cat` a file. Throws `PostUnreadable`. */
export async function readFilePost(file: string, site: Site = siteOfFile(file)): Promise<FilePost> {
  const full = resolve(file);
  const read = await postOfBytes(readWhole(full), relative(site.root, full), site);
  return { ...read, post: { ...read.post, file: full } };
}

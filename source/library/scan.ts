/** Which files of a folder can be posts. Reads folders only, never a file. */

import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { faultOf } from './fault.ts';
import { isPostName } from './file-name.ts';
import { reasonOf, rememberPath, systemPath } from './file-read.ts';
import { excludeTest } from './glob.ts';
import type { FileFault } from './library.ts';
import type { SiteRules } from './site-rules.ts';

/** A file that can be a post. `loose` ones are posts only if their header or name says so. */
export type Candidate = {
  readonly kind: 'post' | 'draft' | 'loose';
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  readonly name: string;
  /** Folders below the site's root, outermost first. */
  readonly folders: readonly string[];
  /** Folders that Jekyll makes categories of: those above `_posts`; for loose files, its sections. */
  readonly above: readonly string[];
  /** Folders below `_posts`; none for loose files. */
  readonly below: readonly string[];
};

export type Scan = {
  readonly candidates: readonly Candidate[];
  readonly faults: readonly FileFault[];
};

/** Milliseconds of work between two pauses. */
const SLICE = 8;

/** Folders in which no generator keeps posts. */
const NEVER = new Set(['node_modules', 'bower_components', '_site']);
/** Folders at a site's root whose Markdown is not content (Hugo, Zola, Astro). */
const NOT_CONTENT = new Set([
  'themes',
  'archetypes',
  'layouts',
  'templates',
  'static',
  'public',
  'dist',
]);
const CONTENT_FOLDERS = ['content', 'src/content'];

type Folder = { readonly path: string; readonly folders: readonly string[] };
type Entry = { readonly name: string; readonly dirent: Dirent | Dirent<Buffer> };

/** A name that is not UTF-8, with `%E9` for each byte that does not belong. */
function shownName(bytes: Buffer): string {
  let name = '';
  let at = 0;
  while (at < bytes.length) {
    let length = Math.min(4, bytes.length - at);
    while (length > 0 && !isUtf8(bytes.subarray(at, at + length))) length--;
    if (length === 0) {
      name += `%${bytes.toString('hex', at, at + 1).toUpperCase()}`;
      at++;
    } else {
      name += bytes.toString('utf8', at, at + length);
      at += length;
    }
  }
  return name;
}

/** The entries of a folder; names that are not UTF-8 are remembered by their bytes. */
function readFolder(folder: string): readonly Entry[] {
  const path = systemPath(folder);
  const entries = readdirSync(path, { withFileTypes: true });
  if (typeof path === 'string' && !entries.some(({ name }) => name.includes('\ufffd'))) {
    return entries.map(dirent => ({ name: dirent.name, dirent }));
  }
  const raw = readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
  const front = Buffer.concat([Buffer.from(path), Buffer.from('/')]);
  return raw.map(dirent => {
    const name = isUtf8(dirent.name) ? dirent.name.toString() : shownName(dirent.name);
    rememberPath(`${folder}/${name}`, Buffer.concat([front, dirent.name]));
    return { name, dirent };
  });
}

function kindOf(dirent: Entry['dirent']): string {
  if (dirent.isDirectory()) return 'a folder';
  if (dirent.isFIFO()) return 'a FIFO';
  if (dirent.isSocket()) return 'a socket';
  return 'a device';
}

/** Splits a path's folders at the innermost-first `_posts` or `_drafts`. */
function holderAt(folders: readonly string[]): number {
  return folders.findIndex(folder => folder === '_posts' || folder === '_drafts');
}

/**
 * Walks a site's folder. `pause` is awaited every few milliseconds.
 *
 * With a `_posts` folder anywhere, what lies in `_posts` (and, if asked for, `_drafts`) counts; else
 * every file with a post's ending (below `content/` where there is one) is a loose candidate.
 * Links are followed, each real folder is visited once; dot folders, `node_modules`, folders whose
 * name begins with `_`, and what `exclude` names are not entered.
 */
export async function scanSite(
  root: string,
  rules: SiteRules,
  options: { readonly drafts: boolean; readonly pause: () => Promise<void> },
): Promise<Scan> {
  const excluded = excludeTest(rules.exclude);
  const included = excludeTest(rules.include);
  const found: Candidate[] = [];
  const faults: FileFault[] = [];
  const visited = new Set<string>();
  const open: Folder[] = [{ path: root, folders: basename(root) === '_posts' ? ['_posts'] : [] }];
  const rootDepth = open[0]?.folders.length ?? 0;
  const links: Folder[] = [];
  let hasPosts = rootDepth > 0;
  let started = performance.now();

  const report = (path: string, fault: string, message: string) =>
    faults.push({ path, ...faultOf(fault, 1, message) });

  const enter = (folder: Folder, linked: boolean) => {
    const last = folder.folders.at(-1) ?? '';
    const holder = holderAt(folder.folders);
    const isHolder = holder === folder.folders.length - 1;
    if (last.startsWith('.') || NEVER.has(last)) return;
    if (holder === -1 && /^[_#~]/.test(last)) return;
    if (isHolder && last === '_drafts' && !options.drafts) return;
    const relative = folder.folders.join('/');
    if (excluded(relative) && !included(relative)) return;
    if (isHolder && last === '_posts') hasPosts = true;
    (linked ? links : open).push(folder);
  };

  while (open.length > 0 || links.length > 0) {
    const folder = open.pop() ?? links.shift();
    if (folder === undefined) break;
    const relative = folder.folders.slice(rootDepth).join('/');
    let entries: readonly Entry[];
    try {
      const real = realpathSync(systemPath(folder.path)).toString();
      if (visited.has(real)) {
        if (folder.path.startsWith(`${real}/`))
          report(relative, 'link-loop', 'a link to a folder it lies in');
        continue;
      }
      visited.add(real);
      entries = readFolder(folder.path);
    } catch (error) {
      report(relative, 'unreadable', `cannot read this folder: ${reasonOf(error)}`);
      continue;
    }
    const place = placeOf(folder.folders, rootDepth);
    const front = relative === '' ? '' : `${relative}/`;
    for (const { name, dirent } of entries) {
      if (performance.now() - started > SLICE) {
        await options.pause();
        started = performance.now();
      }
      const path = front + name;
      const full = `${folder.path}/${name}`;
      const wanted = isPostName(name) && !name.startsWith('.');
      let isFile = dirent.isFile();
      if (dirent.isSymbolicLink()) {
        try {
          const stat = statSync(systemPath(full));
          isFile = stat.isFile();
          if (stat.isDirectory()) enter({ path: full, folders: [...folder.folders, name] }, true);
          else if (!isFile && wanted)
            report(path, 'not-a-file', 'a link to what is no regular file');
        } catch (error) {
          if (wanted) report(path, 'link-broken', `a link that leads nowhere: ${reasonOf(error)}`);
        }
      } else if (dirent.isDirectory())
        enter({ path: full, folders: [...folder.folders, name] }, false);
      if (!wanted) continue;
      if (isFile) {
        if (!excluded(path) || included(path)) found.push({ ...place, path, name });
      } else if (!dirent.isSymbolicLink()) {
        report(path, 'not-a-file', `${kindOf(dirent)} with the name of a post`);
      }
    }
  }
  if (!hasPosts) return { candidates: loosePosts(found), faults };
  const ofPosts = ({ fault, path }: FileFault) =>
    rootDepth > 0 || fault === 'unreadable' || /(?:^|\/)_(?:posts|drafts)\//.test(path);
  return { candidates: jekyllPosts(found, rules), faults: faults.filter(ofPosts) };
}

/** What the files of a folder have in common; `rootDepth` is 1 where the root is itself `_posts`. */
function placeOf(all: readonly string[], rootDepth: number): Omit<Candidate, 'path' | 'name'> {
  const folders = all.slice(rootDepth);
  const holder = holderAt(all);
  if (holder === -1) return { kind: 'loose', folders, above: folders, below: [] };
  const kind = all[holder] === '_drafts' ? 'draft' : 'post';
  return { kind, folders, above: all.slice(rootDepth, holder), below: all.slice(holder + 1) };
}

/** Posts of a site with `_posts`: `collections_dir` and `source` in front are no categories. */
function jekyllPosts(found: readonly Candidate[], rules: SiteRules): readonly Candidate[] {
  const dir = rules.collectionsDir === '' ? [] : rules.collectionsDir.split('/');
  const posts = found.filter(({ kind }) => kind !== 'loose');
  const base = posts.some(({ above }) => above.length === 0)
    ? dir
    : dir.length > 0
      ? dir
      : ['source'];
  const isUnder = (above: readonly string[]) => base.every((folder, at) => above[at] === folder);
  const hasBase =
    base.length > 0 && posts.some(({ above }) => above.length === base.length && isUnder(above));
  if (!hasBase) return posts;
  const kept = dir.length > 0 ? posts.filter(({ above }) => isUnder(above)) : posts;
  return kept.map(post =>
    isUnder(post.above) ? { ...post, above: post.above.slice(base.length) } : post,
  );
}

/** Candidates of a site without `_posts`: below its content folder, or all but what holds no content. */
function loosePosts(found: readonly Candidate[]): readonly Candidate[] {
  const base = CONTENT_FOLDERS.find(folder =>
    found.some(({ path }) => path.startsWith(`${folder}/`)),
  );
  const kept =
    base === undefined
      ? found.filter(({ folders }) => !NOT_CONTENT.has(folders[0] ?? ''))
      : found.filter(({ path }) => path.startsWith(`${base}/`));
  const depth = base?.split('/').length ?? 0;
  return kept.map(file => ({ ...file, above: file.folders.slice(depth) }));
}

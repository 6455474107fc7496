/** Which folder is the root of the site that a file or a folder belongs to. */

import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isFile } from './file-read.ts';
import { CONFIG_FILES } from './site-config.ts';

/** Folders whose files are posts, wherever in a site they lie. */
const HOLDERS: ReadonlySet<string> = new Set(['_posts', '_drafts']);
/** Folders below which a configured site keeps posts. */
const POST_PLACES: ReadonlySet<string> = new Set([...HOLDERS, 'posts', 'content', 'source']);

export function safely<T>(value: () => T, otherwise: T): T {
  try {
    return value();
  } catch {
    return otherwise;
  }
}

export function hasConfig(folder: string): boolean {
  return isFile(join(folder, '_config.yml'));
}

/** Whether a file lies in a folder, by their absolute paths. */
export function contains(root: string, file: string): boolean {
  const path = relative(root, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/**
 * Folders that hold what has nothing in common: a configuration in one of them is that of no site
 * around the folders below it, and what lies in them is more than a site.
 */
function isShared(folder: string): boolean {
  return folder === dirname(folder) || folder === process.env.HOME || folder === tmpdir();
}

/** A folder and those above it, innermost first, up to the first that is shared; that one left out. */
function* upFrom(folder: string): Generator<string, void, void> {
  for (let at = folder; !isShared(at); at = dirname(at)) yield at;
}

/** Whether a folder and one below it are of the same repository. */
function inOneRepository(root: string, folder: string): boolean {
  for (const at of upFrom(folder)) {
    if (safely(() => statSync(join(at, '.git'), { throwIfNoEntry: false }), undefined)) {
      return contains(at, root);
    }
  }
  return false;
}

/**
 * The nearest folder with a `_config.yml` that is that of `folder`: its own, or one above that
 * is or holds a post place around it, or one in the same repository.
 */
function configuredRoot(folder: string): string | undefined {
  if (hasConfig(folder)) return folder;
  let isPlace = false;
  for (const at of upFrom(folder)) {
    isPlace ||= POST_PLACES.has(basename(at));
    if (hasConfig(at) && (isPlace || inOneRepository(at, folder))) return at;
  }
  return undefined;
}

/** The folder that holds the outermost `_posts` or `_drafts` above a folder; Hexo's `source` is inside a site. */
function holdingRoot(folder: string): string | undefined {
  let holder: string | undefined;
  for (const at of upFrom(folder)) {
    if (HOLDERS.has(basename(at))) holder = at;
  }
  if (holder === undefined) return undefined;
  const parent = dirname(holder);
  const root = basename(parent) === 'source' ? dirname(parent) : parent;
  return isShared(root) ? holder : root;
}

/** The configured root of a folder `content` or `src/content`; undefined if it has none. */
function rootOfContent(folder: string): string | undefined {
  const parent = dirname(folder);
  const roots = basename(parent) === 'src' ? [parent, dirname(parent)] : [parent];
  return roots.find(root => CONFIG_FILES.some(name => isFile(join(root, name))));
}

/**
 * The root of the site of a folder in `_posts`, or of `_posts` itself: the nearest folder with a
 * `_config.yml`, else the one that holds the outermost `_posts`. Undefined for any other folder.
 */
export function rootInPosts(folder: string): string | undefined {
  const holding = holdingRoot(folder);
  return holding === undefined ? undefined : (configuredRoot(folder) ?? holding);
}

export type FileRoot = {
  readonly root: string;
  /** Whether a configuration says so; else a site at hand that holds the file comes before it. */
  readonly configured: boolean;
};

/**
 * The root of the site of a file in a folder: the nearest configured one, else what holds the
 * outermost `_posts`, else its content folder or its outermost folder `posts`, else the folder.
 */
export function rootOfFileIn(folder: string): FileRoot {
  const configured = configuredRoot(folder);
  let content: string | undefined;
  let posts: string | undefined;
  for (const at of upFrom(folder)) {
    if (at === configured) break;
    if (basename(at) === 'posts') posts = at;
    if (basename(at) !== 'content') continue;
    const root = rootOfContent(at);
    if (root !== undefined) return { root, configured: true };
    content ??= at;
  }
  if (configured !== undefined) return { root: configured, configured: true };
  const root = holdingRoot(folder) ?? content ?? posts ?? folder;
  return { root, configured: false };
}

import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cleanField } from '../article/sanitise.ts';
import { isFolder } from './file-read.ts';
import { contains, hasConfig, rootInPosts, rootOfFileIn, safely } from './find-root.ts';
import { textOf } from './header.ts';
import type { Site } from './site.ts';
import { readSettings } from './site-config.ts';
import { trimSlashes } from './trim-slashes.ts';

export { contains } from './find-root.ts';

export type SiteRequest = {
  /** Folder given on the command line. */
  readonly posts?: string | undefined;
  /** Environment: `KANBAO_POSTS` and `HOME` are looked at. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `posts` of the configuration file. */
  readonly configured?: string | undefined;
  /** Absolute path of the current folder. */
  readonly cwd: string;
};

export type SiteFound = { readonly found: true; readonly site: Site };

export type SiteMissing = {
  readonly found: false;
  /** One line: what is wrong. */
  readonly message: string;
  /** Absolute paths that were looked for. */
  readonly looked: readonly string[];
};

/** Folders that hold a site's posts; their own names say nothing about the site. */
const HOLDERS: ReadonlySet<string> = new Set(['_posts', 'posts', 'content', 'source', 'src', '.']);

/** 53 bits of a string, for names of folders (cyrb53). */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** The name of the folder a reader would call the site by. */
function folderName(root: string): string {
  let folder = root;
  while (HOLDERS.has(basename(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  return basename(folder) || root;
}

/** `https://example.org` out of a configured address, without a slash at its end. */
function addressOf(text: string | null): string {
  const address = cleanField(text ?? '');
  return /^https?:\/\/[^\s/]+/i.test(address) ? trimSlashes(address) : '';
}

function baseOf(text: string | null): string {
  const base = trimSlashes(cleanField(text ?? ''));
  return base === '' || base.includes('://') ? '' : `/${base}`;
}

/**
 * Where a site is: Jekyll's `url` and `baseurl`, Hexo's `url` and `root`, or the one address that
 * Hugo and Zola have, whose path is the base.
 */
function addressAndBase(setting: (name: string) => string | null): Pick<Site, 'url' | 'baseurl'> {
  const isHexo = setting('new_post_name') !== null;
  const single = setting('base_url') ?? setting('baseURL') ?? (isHexo ? setting('url') : null);
  if (single === null)
    return {
      url: addressOf(setting('url') ?? setting('baseurl')),
      baseurl: baseOf(setting('baseurl')),
    };
  const address = addressOf(single);
  const [origin = ''] = /^https?:\/\/[^/]+/i.exec(address) ?? [];
  return {
    url: origin,
    baseurl: baseOf((isHexo ? setting('root') : null) ?? address.slice(origin.length)),
  };
}

/** The site whose root is that folder. */
function siteAt(root: string): Site {
  const settings = readSettings(root);
  const setting = (name: string) => textOf(settings.get(name));
  const name = folderName(root);
  const title = cleanField(setting('title') ?? setting('name') ?? '') || cleanField(name);
  const readable = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 40);
  const real = safely(() => realpathSync(root), root);
  return {
    root,
    title,
    ...addressAndBase(setting),
    key: `${readable}-${hash(real)}`,
  };
}

function expand(path: string, home: string | undefined): string {
  return home !== undefined && /^~(?=\/|$)/.test(path) ? home + path.slice(1) : path;
}

/** What makes a folder a site, besides `_config.yml`: the first of them that it holds. */
const MARKS = ['_posts', 'posts', 'content', 'source/_posts'];

/**
 * The root of the site that a folder stands for; undefined where it does not look like one. A folder
 * in `_posts` stands for its whole site, so that a post has one path, and one mark, from wherever it
 * is named; one that holds `posts` and is no site itself stands for that.
 */
function rootOf(folder: string): string | undefined {
  if (hasConfig(folder)) return folder;
  const inside = rootInPosts(folder);
  if (inside !== undefined) return inside;
  const mark = MARKS.find(name => isFolder(join(folder, name)));
  if (mark === undefined) return undefined;
  return mark === 'posts' ? join(folder, mark) : folder;
}

/**
 * Finds the site: that of the option's folder, else of `KANBAO_POSTS`, else of the configured one,
 * each of which is one itself where it does not look like one, else of the current folder. Never
 * throws; a missing site lists what was looked for.
 */
export function findSite(request: SiteRequest): SiteFound | SiteMissing {
  const { env = {}, cwd } = request;
  const choices: readonly (readonly [string, string | undefined])[] = [
    ['--posts', request.posts],
    ['KANBAO_POSTS', env.KANBAO_POSTS],
    ['posts in the configuration file', request.configured],
  ];
  for (const [source, given] of choices) {
    if (given === undefined || given === '') continue;
    const folder = resolve(cwd, expand(given, env.HOME));
    if (isFolder(folder)) return { found: true, site: siteAt(rootOf(folder) ?? folder) };
    const there = safely(() => statSync(folder, { throwIfNoEntry: false }) !== undefined, true);
    const fault = there ? 'is no folder that can be read' : 'does not exist';
    return { found: false, message: `${folder} (${source}) ${fault}`, looked: [folder] };
  }
  const root = rootOf(cwd);
  if (root !== undefined) return { found: true, site: siteAt(root) };
  const looked = ['_config.yml', ...MARKS].map(name => join(cwd, name));
  return { found: false, message: `no posts found in ${cwd}`, looked };
}

/**
 * The site that a post's file brings with it: see `rootOfFileIn`.
 *
 * @param around gives the site at hand, which a file in it belongs to where none of its own is configured
 */
export function siteOfFile(file: string, around: () => Site | undefined = () => undefined): Site {
  const path = resolve(file);
  const { root, configured } = rootOfFileIn(dirname(path));
  const site = configured ? undefined : around();
  return site !== undefined && contains(site.root, path) ? site : siteAt(root);
}

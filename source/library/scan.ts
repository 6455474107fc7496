/** Which files of a folder can be posts. Reads folders only, never a file. */

import { realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { takeTurns } from './breathe.ts';
import { faultOf } from './fault.ts';
import { isPostName } from './file-name.ts';
import { reasonOf, systemPath } from './file-read.ts';
import { contains, safely } from './find-root.ts';
import { excludeTest } from './glob.ts';
import type { FileFault } from './library.ts';
import { type FolderFiles, holderAt, placeOfFolder } from './post-place.ts';
import { type Entry, readFolder } from './read-folder.ts';
import { jekyllPosts, loosePosts } from './scan-candidates.ts';
import type { SiteRules } from './site-rules.ts';
import { type Check, stampAt } from './stamp.ts';

export type Scan = {
  readonly files: readonly FolderFiles[];
  readonly faults: readonly FileFault[];
  /** The folders it walked, as they were when each was entered. */
  readonly folders: readonly Check[];
};

/** Folders entered through links: a link to half a disk ends somewhere. */
const MOST_LINKED = 10_000;

/** Folders in which no generator keeps posts. */
const NEVER = new Set(['node_modules', 'bower_components', '_site']);
/** Faults that concern the posts even where they are outside `_posts`: those may be missing some. */
const ALWAYS_TOLD = new Set(['unreadable', 'link-limit']);

/** Beginnings of names that Jekyll's `EntryFilter` leaves out: hidden, or put aside. */
const SPECIAL = /^[._#~]/;

/** As above, or an editor's copy. */
function isSpecialName(name: string): boolean {
  return SPECIAL.test(name) || name.endsWith('~');
}

type Folder = {
  readonly path: string;
  readonly folders: readonly string[];
  /** Whether a link led to it, or to a folder above it. */
  readonly linked: boolean;
};

function kindOf(dirent: Entry): string {
  if (dirent.isDirectory()) return 'a folder';
  if (dirent.isFIFO()) return 'a FIFO';
  if (dirent.isSocket()) return 'a socket';
  return 'a device';
}

/**
 * Walks a site's folder, in turns.
 *
 * With a `_posts` folder anywhere, what lies in `_posts` (and, if asked for, `_drafts`) counts; else
 * every file with a post's ending (below `content/` where there is one) is a loose candidate.
 * Links are followed, but not to a folder around the site, and to 10,000 folders in all; each real
 * folder is visited once. `node_modules`, what Jekyll's filter leaves out by its name
 * (see `isSpecialName`) and what `exclude` names are not entered, unless `include` names it.
 */
export async function scanSite(
  root: string,
  rules: SiteRules,
  options: { readonly drafts: boolean },
): Promise<Scan> {
  const excluded = excludeTest(rules.exclude);
  const included = excludeTest(rules.include);
  const found: FolderFiles[] = [];
  const faults: FileFault[] = [];
  const visited = new Set<string>();
  const folders: Check[] = [];
  const now = Date.now();
  const open: Folder[] = [
    { path: root, folders: basename(root) === '_posts' ? ['_posts'] : [], linked: false },
  ];
  const rootDepth = open[0]?.folders.length ?? 0;
  const links: Folder[] = [];
  let hasPosts = rootDepth > 0;
  const turns = takeTurns();
  const site = safely(() => realpathSync(root), root);
  let linked = 0;

  const report = (path: string, fault: string, message: string) =>
    faults.push({ path, ...faultOf(fault, 1, message) });

  const enter = (folder: Folder) => {
    const last = folder.folders.at(-1) ?? '';
    const holder = holderAt(folder.folders);
    const isHolder = holder === folder.folders.length - 1;
    if (NEVER.has(last)) return;
    if (isHolder && last === '_drafts' && !options.drafts) return;
    const relative = folder.folders.slice(rootDepth).join('/');
    const isIncluded = included(relative) || included(last);
    const depth = holder === -1 ? 0 : folder.folders.length - 1 - holder;
    // Below `_posts` only what lies in it directly is special to Jekyll; dot folders always are.
    const isSpecial =
      depth === 0 ? !isHolder && isSpecialName(last) : (depth === 1 ? SPECIAL : /^\./).test(last);
    if (isSpecial && !isIncluded) return;
    if (excluded(relative) && !isIncluded) return;
    if (isHolder && last === '_posts') hasPosts = true;
    (folder.linked ? links : open).push(folder);
  };

  /** Opens a folder that is walked for the first time; undefined, and told, where it is not walked. */
  const openFolder = (folder: Folder, relative: string): readonly Entry[] | undefined => {
    const real = realpathSync(systemPath(folder.path)).toString();
    if (visited.has(real)) {
      if (folder.path.startsWith(`${real}/`))
        report(relative, 'link-loop', 'a link to a folder it lies in');
      return undefined;
    }
    if (folder.linked && contains(real, site)) {
      report(relative, 'link-loop', 'a link to a folder the site lies in');
      return undefined;
    }
    if (folder.linked && linked++ >= MOST_LINKED) {
      report(relative, 'link-limit', `links lead to more than ${MOST_LINKED} folders`);
      links.length = 0;
      return undefined;
    }
    visited.add(real);
    return readFolder(folder.path);
  };

  const walk = async (folder: Folder, relative: string) => {
    const entries = openFolder(folder, relative);
    if (entries === undefined) return;
    const place = placeOfFolder(folder.folders.slice(rootDepth), rootDepth > 0);
    const names: string[] = [];
    found.push({ ...place, names });
    const front = relative === '' ? '' : `${relative}/`;
    const isWanted = (name: string) =>
      isPostName(name) &&
      !name.startsWith('.') &&
      (place.kind === 'loose' || !isSpecialName(name) || included(front + name) || included(name));
    const take = (name: string) => {
      const path = front + name;
      if (!excluded(path) || included(path)) names.push(name);
    };
    const others: Entry[] = [];
    for (const dirent of entries) {
      if (turns.isOver()) await turns.next();
      if (!dirent.isFile()) others.push(dirent);
      else if (isWanted(dirent.name)) take(dirent.name);
    }
    for (const dirent of others) {
      const { name } = dirent;
      const path = front + name;
      const full = `${folder.path}/${name}`;
      const inner = { path: full, folders: [...folder.folders, name] };
      if (!dirent.isSymbolicLink()) {
        if (dirent.isDirectory()) enter({ ...inner, linked: folder.linked });
        if (isWanted(name)) report(path, 'not-a-file', `${kindOf(dirent)} with the name of a post`);
        continue;
      }
      try {
        const stat = statSync(systemPath(full));
        if (stat.isDirectory()) enter({ ...inner, linked: true });
        else if (isWanted(name) && stat.isFile()) take(name);
        else if (isWanted(name)) report(path, 'not-a-file', 'a link to what is no regular file');
      } catch (error) {
        if (isWanted(name))
          report(path, 'link-broken', `a link that leads nowhere: ${reasonOf(error)}`);
      }
    }
  };

  while (open.length > 0 || links.length > 0) {
    const folder = open.pop() ?? links.shift();
    if (folder === undefined) break;
    const relative = folder.folders.slice(rootDepth).join('/');
    // Taken before the folder is read: what comes later is seen next time.
    folders.push([folder.path, stampAt(folder.path, now)]);
    try {
      await walk(folder, relative);
    } catch (error) {
      report(relative || '.', 'unreadable', `cannot read this folder: ${reasonOf(error)}`);
    }
  }
  if (!hasPosts) {
    const drafts = jekyllPosts(found, rules);
    const loose = loosePosts(
      found.filter(({ kind }) => kind === 'loose'),
      rules,
    );
    return { files: [...drafts, ...loose], faults, folders };
  }
  const ofPosts = ({ fault, path }: FileFault) =>
    rootDepth > 0 || ALWAYS_TOLD.has(fault) || /(?:^|\/)_(?:posts|drafts)\//.test(path);
  const files = rootDepth > 0 ? found : jekyllPosts(found, rules);
  return { files, faults: faults.filter(ofPosts), folders };
}

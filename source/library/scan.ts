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
import { type Candidate, holderAt, placeOfFolder } from './post-place.ts';
import { type Entry, readFolder } from './read-folder.ts';
import { jekyllPosts, loosePosts } from './scan-candidates.ts';
import type { SiteRules } from './site-rules.ts';
import { type Check, stampAt } from './stamp.ts';

export type Scan = {
  readonly candidates: readonly Candidate[];
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
  const found: Candidate[] = [];
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

  while (open.length > 0 || links.length > 0) {
    const folder = open.pop() ?? links.shift();
    if (folder === undefined) break;
    const relative = folder.folders.slice(rootDepth).join('/');
    let entries: readonly Entry[];
    // Taken before the folder is read: what comes later is seen next time.
    folders.push([folder.path, stampAt(folder.path, now)]);
    try {
      const real = realpathSync(systemPath(folder.path)).toString();
      if (visited.has(real)) {
        if (folder.path.startsWith(`${real}/`))
          report(relative, 'link-loop', 'a link to a folder it lies in');
        continue;
      }
      if (folder.linked && contains(real, site)) {
        report(relative, 'link-loop', 'a link to a folder the site lies in');
        continue;
      }
      if (folder.linked && linked++ >= MOST_LINKED) {
        report(relative, 'link-limit', `links lead to more than ${MOST_LINKED} folders`);
        links.length = 0;
        continue;
      }
      visited.add(real);
      entries = readFolder(folder.path);
    } catch (error) {
      report(relative || '.', 'unreadable', `cannot read this folder: ${reasonOf(error)}`);
      continue;
    }
    const place = placeOfFolder(folder.folders.slice(rootDepth), rootDepth > 0);
    const front = relative === '' ? '' : `${relative}/`;
    for (const dirent of entries) {
      const { name } = dirent;
      if (turns.isOver()) await turns.next();
      const path = front + name;
      const full = `${folder.path}/${name}`;
      const wanted =
        isPostName(name) &&
        !name.startsWith('.') &&
        (place.kind === 'loose' || !isSpecialName(name) || included(path) || included(name));
      let isFile = dirent.isFile();
      if (dirent.isSymbolicLink()) {
        try {
          const stat = statSync(systemPath(full));
          isFile = stat.isFile();
          if (stat.isDirectory())
            enter({ path: full, folders: [...folder.folders, name], linked: true });
          else if (!isFile && wanted)
            report(path, 'not-a-file', 'a link to what is no regular file');
        } catch (error) {
          if (wanted) report(path, 'link-broken', `a link that leads nowhere: ${reasonOf(error)}`);
        }
      } else if (dirent.isDirectory())
        enter({ path: full, folders: [...folder.folders, name], linked: folder.linked });
      if (!wanted) continue;
      if (isFile) {
        if (!excluded(path) || included(path)) found.push({ ...place, path, name });
      } else if (!dirent.isSymbolicLink()) {
        report(path, 'not-a-file', `${kindOf(dirent)} with the name of a post`);
      }
    }
  }
  if (!hasPosts) {
    const drafts = jekyllPosts(found, rules);
    const loose = loosePosts(
      found.filter(({ kind }) => kind === 'loose'),
      rules,
    );
    return { candidates: [...drafts, ...loose], faults, folders };
  }
  const ofPosts = ({ fault, path }: FileFault) =>
    rootDepth > 0 || ALWAYS_TOLD.has(fault) || /(?:^|\/)_(?:posts|drafts)\//.test(path);
  const candidates = rootDepth > 0 ? found : jekyllPosts(found, rules);
  return { candidates, faults: faults.filter(ofPosts), folders };
}

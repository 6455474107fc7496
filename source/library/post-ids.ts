/** The names posts are called by. */

import { cleanField } from '../article/sanitise.ts';
import { takeEnding } from './file-name.ts';
import type { Candidate } from './post-place.ts';

/** What an id is made of. */
export type Named = {
  /** From the site's root, as it is. */
  readonly path: string;
  /** Folders of the file below the site's root, outermost first. */
  readonly folders: readonly string[];
  readonly stem: string;
  readonly ending: string;
};

/** The clean names of folders, by the list of them that all files of a folder share. */
const cleaned = new WeakMap<readonly string[], readonly string[]>();

function cleanFolders(folders: readonly string[]): readonly string[] {
  let clean = cleaned.get(folders);
  if (clean === undefined) {
    clean = folders.map(cleanField);
    cleaned.set(folders, clean);
  }
  return clean;
}

/** What the id of a file is made of: clean, since an id is printed and typed. */
export function namedFile({
  path,
  name,
  folders,
}: Pick<Candidate, 'path' | 'name' | 'folders'>): Named {
  const { stem, ending } = takeEnding(name);
  return {
    path,
    folders: cleanFolders(folders),
    stem: cleanField(stem) || '_',
    ending: cleanField(ending),
  };
}

function nameOf(file: Named, folders: number): string {
  return folders === 0 ? file.stem : [...file.folders.slice(-folders), file.stem].join('/');
}

/** `index` names nothing by itself: such a file is called after its folder as well. */
function leastFolders(file: Named): number {
  return /^_?index$/i.test(file.stem) && file.folders.length > 0 ? 1 : 0;
}

/**
 * One id a file, in the same order: its name without ending; where files share it, with as much of
 * the folder in front as makes it unique; where even that does not (`a.md` beside `a.html`), with
 * the ending; where only what cannot be printed tells them apart, with a number. Depends on the files alone, not on their order.
 */
export function makeIds(files: readonly Named[]): readonly string[] {
  const ids: string[] = files.map(file => nameOf(file, leastFolders(file)));
  let open: number[] = files.map((_, at) => at);
  for (let folders = 1; open.length > 0; folders++) {
    const shared = sharedAmong(open, ids);
    const longer = shared.filter(at => (files[at]?.folders.length ?? 0) >= folders);
    if (longer.length === 0) {
      for (const at of shared) ids[at] = `${ids[at]}${files[at]?.ending ?? ''}`;
      numberEqual(sharedAmong(shared, ids), files, ids);
      break;
    }
    for (const at of longer) {
      const file = files[at];
      if (file !== undefined) ids[at] = nameOf(file, Math.max(folders, leastFolders(file)));
    }
    open = shared;
  }
  return ids;
}

/** Numbers the files that have an id in common from their second on, by path. */
function numberEqual(equal: readonly number[], files: readonly Named[], ids: string[]): void {
  const pathOf = (at: number) => files[at]?.path ?? '';
  const counts = new Map<string, number>();
  for (const at of equal.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))) {
    const id = ids[at] ?? '';
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    if (count > 1) ids[at] = `${id}~${count}`;
  }
}

/** Those of `open` whose id another of them has too. */
function sharedAmong(open: readonly number[], ids: readonly string[]): number[] {
  // Nearly always all differ, which a set tells sooner than counts do.
  const different = new Set<string>();
  for (const at of open) different.add(ids[at] ?? '');
  if (different.size === open.length) return [];
  const seen = new Map<string, number>();
  for (const at of open) {
    const id = ids[at] ?? '';
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  return open.filter(at => (seen.get(ids[at] ?? '') ?? 0) > 1);
}

/** What tells whether a file or folder is the one that was read: time, size and inode. */

import { type Stats, statSync } from 'node:fs';
import { systemPath } from './file-read.ts';

/**
 * Milliseconds that must lie between the last change of a file and the reading of it: a change in
 * the same tick of the file system's clock (two seconds on the coarsest) would leave no trace.
 */
const COARSEST = 2000;

/** A stamp that equals no other: what was read may have been changing. */
export const UNSURE = '';

/**
 * The stamp of what `stats` describe: times of the last change of content and of inode, to a
 * quarter of a microsecond, size and inode. `UNSURE` if it changed less than two seconds before
 * `now`, in milliseconds since the epoch.
 */
export function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats, now: number): string {
  if (mtimeMs > now - COARSEST || ctimeMs > now - COARSEST) return UNSURE;
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

/** The stamp of a file or folder, links followed; `none` where there is nothing, `UNSURE` where that cannot be told. */
export function stampAt(path: string, now: number): string {
  try {
    const stats = statSync(systemPath(path), { throwIfNoEntry: false });
    return stats === undefined ? 'none' : stampOf(stats, now);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOTDIR' || code === 'ENOENT' ? 'none' : UNSURE;
  }
}

/** A file or folder besides the posts that the library was made from, by its absolute path. */
export type Check = readonly [path: string, stamp: string];

/** Whether all of them are as they were. */
export function areUnchanged(checks: readonly Check[], now: number): boolean {
  return checks.every(([path, stamp]) => stamp !== UNSURE && stampAt(path, now) === stamp);
}

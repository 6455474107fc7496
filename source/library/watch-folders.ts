import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { systemPath } from './file-read.ts';

/** Folders watched at most: each takes a watch of the system's, of which there are few. */
const MOST = 512;

/** Those of the folders that are watched. */
export function watchable(folders: readonly string[]): readonly string[] {
  return folders.slice(0, MOST);
}

/**
 * What a watch of a folder holds on to, whatever path leads to it; empty where that cannot be told.
 * An inode that is free again is given to the next folder, so that it takes the time of its birth too.
 */
export async function identityOf(folder: string): Promise<string> {
  try {
    const { ino, birthtimeMs } = await stat(systemPath(folder));
    return `${ino} ${birthtimeMs}`;
  } catch {
    return '';
  }
}

/**
 * Watches folders, not what lies below them. `hint` is told that something may have changed: events
 * can be lost in a burst, and come for what nobody asked about. Gives back how to stop.
 */
export function watchFolders(folders: readonly string[], hint: () => void): () => void {
  const watchers: FSWatcher[] = [];
  for (const folder of watchable(folders)) {
    try {
      const watcher = watch(systemPath(folder), { persistent: false }, hint);
      watcher.on('error', hint);
      watchers.push(watcher);
    } catch {
      // Where no watch is to be had, the folder is looked at now and then.
    }
  }
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}

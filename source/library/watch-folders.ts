import { type FSWatcher, statSync, watch } from 'node:fs';
import { systemPath } from './file-read.ts';

/** Folders watched at most: each takes a watch of the system's, of which there are few. */
const MOST = 512;

/** Those of the folders that are watched. */
export function watchable(folders: readonly string[]): readonly string[] {
  return folders.slice(0, MOST);
}

/** What a watch of a folder holds on to, whatever path leads to it; 0 where that cannot be told. */
export function inodeOf(folder: string): number {
  try {
    return statSync(systemPath(folder)).ino;
  } catch {
    return 0;
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

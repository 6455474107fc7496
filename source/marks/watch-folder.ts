import { type FSWatcher, watch } from 'node:fs';

/** How long changes are gathered before they are told. */
const GATHER_MILLISECONDS = 20;

/** A watch loses events in bursts and is not to be had everywhere: what it tells is also looked for. */
const LOOK_MILLISECONDS = 2000;

/**
 * Calls `look` soon after anything changes in a folder, which need not exist yet, and every two
 * seconds besides. Keeps no program alive; gives back how to stop.
 */
export function watchFolder(folder: string, look: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let gathering: NodeJS.Timeout | undefined;
  const forget = (): void => {
    watcher?.close();
    watcher = undefined;
  };
  const start = (): void => {
    if (watcher !== undefined) return;
    try {
      watcher = watch(folder, { persistent: false }, () => {
        gathering ??= setTimeout(() => {
          gathering = undefined;
          look();
        }, GATHER_MILLISECONDS).unref();
      });
      watcher.on('error', forget);
    } catch {
      // The folder is not there, or no more can be watched.
    }
  };
  start();
  const looking = setInterval(() => {
    start();
    look();
  }, LOOK_MILLISECONDS).unref();
  return () => {
    clearInterval(looking);
    clearTimeout(gathering);
    forget();
  };
}

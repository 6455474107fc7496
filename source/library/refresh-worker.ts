/** A refresh in a thread of its own: the screen never waits for the disk. This module is both ends of it. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type OddPaths, oddPaths, rememberOddPaths } from './file-read.ts';
import type { IndexHead } from './index-file.ts';
import type { FileFault } from './library.ts';
import { refresh, type Taken } from './refresh.ts';
import { deviceAfter, type LiveJob } from './site-root.ts';

/** Posts in one message: more would hold up the keys where they are taken in. */
const MESSAGE = 500;

/** What a refresh has found. */
export type Renewed = {
  /** The device of the site's root. */
  readonly device: number;
  /** A hash of all files; empty if one of them may be changing. */
  readonly files: string;
  /** Absolute paths of the folders that were walked. */
  readonly folders: readonly string[];
  readonly faults: readonly FileFault[];
} & (
  | { readonly what: 'same' }
  | { readonly what: 'indexed'; readonly head: IndexHead }
  /** All posts have been handed out. */
  | { readonly what: 'read'; readonly odd: OddPaths }
);

/** That the root was not there, or not all the time: nothing is known of what it holds. */
export type Gone = { readonly what: 'gone' };

type Message =
  | { readonly type: 'taken'; readonly taken: readonly Taken[] }
  | { readonly type: 'complete'; readonly faults: readonly FileFault[]; readonly odd: OddPaths }
  | { readonly type: 'done'; readonly renewed: Renewed | Gone };

const TASK = 'kanbao refresh';

/** Told of what is read before the refresh is done. */
export type RefreshDoor = {
  /** Posts as they are read, all of them or none: none where the index has them. */
  readonly taken: (posts: readonly Taken[]) => void;
  /** All posts have been told of; the index is still to be written, which takes a while. */
  readonly complete: (faults: readonly FileFault[]) => void;
};

/** Starts a refresh. Rejects if the thread cannot be had, or fails. */
export function refreshInWorker(
  job: LiveJob,
  door: RefreshDoor,
): { readonly done: Promise<Renewed | Gone>; readonly stop: () => void } {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { task: TASK, job },
    // Room for what is short-lived grows to far more than it needs to.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  worker.unref();
  const done = new Promise<Renewed | Gone>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.type === 'taken') return door.taken(message.taken);
      if (message.type === 'complete') {
        rememberOddPaths(job.root, message.odd);
        return door.complete(message.faults);
      }
      const { renewed } = message;
      if (renewed.what === 'read') rememberOddPaths(job.root, renewed.odd);
      resolve(renewed);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('the refresh ended early')));
  });
  return { done, stop: () => void worker.terminate() };
}

async function serve(job: LiveJob, tell: (message: Message) => void): Promise<void> {
  const hand = (taken: readonly Taken[]) => {
    for (let at = 0; at < taken.length; at += MESSAGE)
      tell({ type: 'taken', taken: taken.slice(at, at + MESSAGE) });
  };
  const done = (renewed: Renewed | Gone) => tell({ type: 'done', renewed });
  const refreshed = await refresh(job, (_view, added) => hand(added));
  const device = await deviceAfter(job, refreshed.faults);
  if (device === null) return done({ what: 'gone' });
  const { files, faults } = refreshed;
  const folders = refreshed.folders.map(([path]) => path);
  const known = { device, files, faults, folders };
  if (refreshed.what === 'same') return done({ ...known, what: 'same' });
  if (refreshed.what === 'indexed')
    return done({ ...known, what: 'indexed', head: refreshed.head });
  if (refreshed.taken.length === 0) tell({ type: 'complete', faults, odd: oddPaths(job.root) });
  const head = refreshed.keep();
  if (head !== null) return done({ ...known, what: 'indexed', head });
  hand(refreshed.taken);
  done({ ...known, what: 'read', odd: oddPaths(job.root) });
}

if (!isMainThread && workerData?.task === TASK) {
  serve(workerData.job, message => parentPort?.postMessage(message)).then(() =>
    parentPort?.close(),
  );
}

import { categoryPages } from './category-page.ts';
import type { IndexHead } from './index-file.ts';
import type { FileFault } from './library.ts';
import { keepLooking, type Looked } from './live-refresh.ts';
import { createMemoryView, type GrowingView } from './memory-view.ts';
import { type RefreshJob, refresh, type Taken } from './refresh.ts';
import { deviceAfter, deviceOfRoot, type LiveJob } from './site-root.ts';

/** What a live library does with what it learns. */
export type LiveDoor = {
  /** The hash of the files that are shown; null if that is not known. */
  readonly files: string | null;
  readonly isEmpty: () => boolean;
  /** Shows posts in memory, or shows again that there are more of them. */
  readonly show: (view: GrowingView) => void;
  readonly showIndex: (head: IndexHead) => void;
  /** The folder has been compared, or all of it read. */
  readonly looked: () => void;
  /** The site's root has gone, or is there again; what is shown is what it held before. */
  readonly gone: (isGone: boolean) => void;
};

export type Live = {
  /** Begins; settles when the folder has been compared once, or all of it read. */
  readonly start: () => Promise<void>;
  /** What is shown is damaged: reads all anew. */
  readonly mend: () => void;
  readonly stop: () => void;
};

/** Keeps a library up with its folder. Posts that are read for the first time are shown as they come. */
export function createLive(job: Omit<RefreshJob, 'before'>, door: LiveDoor): Live {
  let files = door.files;
  let device: number | null = null;
  let isGone = false;
  let isDamaged = false;
  let isStopped = false;
  let looking: ReturnType<typeof keepLooking> | undefined;
  let first: Promise<void> | undefined;
  let stopRefresh = () => {};
  let settle = () => {};

  const nothing: Looked = { folders: [], sure: true, gone: true };
  const tellGone = (now: boolean) => {
    if (now !== isGone) door.gone(now);
    isGone = now;
  };

  /** Files that a look has found; what it compared them with may have turned out to be damaged meanwhile. */
  const remember = (found: string) => {
    files = found === '' || isDamaged ? null : found;
  };

  /** Compares the folder in a thread of its own. */
  const lookInWorker = async (): Promise<Looked> => {
    const { refreshInWorker } = await import('./refresh-worker.ts');
    const isFirst = door.isEmpty();
    let growing: GrowingView | undefined;
    let isComplete = false;
    const grown = (): GrowingView => {
      growing ??= createMemoryView(categoryPages(job.root));
      return growing;
    };
    const taken = (posts: readonly Taken[]) => {
      const { sink, changed } = grown();
      for (const { built, links } of posts) {
        sink.add(built);
        if (links !== null) sink.learn(built.post, links);
      }
      changed();
      if (isFirst) door.show(grown());
    };
    const complete = (faults: readonly FileFault[]) => {
      isComplete = true;
      const view = grown();
      for (const fault of faults) view.sink.fault(fault);
      view.settle();
      view.changed();
      door.show(view);
      settle();
    };
    const run = refreshInWorker({ ...job, before: files, device }, { taken, complete });
    stopRefresh = run.stop;
    const renewed = await run.done;
    tellGone(renewed.what === 'gone');
    if (renewed.what === 'gone') return nothing;
    device = renewed.device;
    remember(renewed.files);
    if (renewed.what === 'indexed') door.showIndex(renewed.head);
    if (renewed.what === 'read' && !isComplete) complete(renewed.faults);
    return { folders: renewed.folders, sure: files !== null, gone: false };
  };

  /** The same where no thread is to be had. */
  const lookHere = async (): Promise<Looked> => {
    const asked: LiveJob = { ...job, before: files, device };
    const renewed = await refresh(asked, () => {});
    const found = await deviceAfter(asked, renewed.faults);
    tellGone(found === null);
    if (found === null) return nothing;
    device = found;
    remember(renewed.files);
    if (renewed.what === 'indexed') door.showIndex(renewed.head);
    if (renewed.what === 'read') door.show(renewed.view);
    const folders = renewed.folders.map(([path]) => path);
    return { folders, sure: files !== null, gone: false };
  };

  const look = async (): Promise<Looked> => {
    // A thread costs far more than to ask whether there is anything to look at.
    if (isGone && (await deviceOfRoot(job.root, device)) === null) return nothing;
    isDamaged = false;
    return lookInWorker().catch(() => (isStopped ? nothing : lookHere()));
  };

  return {
    start: () => {
      first ??= new Promise(resolve => {
        settle = () => {
          door.looked();
          resolve();
        };
        looking = keepLooking(async () => {
          let looked: Looked = { folders: [], sure: true, gone: false };
          try {
            looked = await look();
          } finally {
            settle();
          }
          return looked;
        });
      });
      return first;
    },
    mend: () => {
      files = null;
      isDamaged = true;
      looking?.hint();
    },
    stop: () => {
      isStopped = true;
      looking?.stop();
      stopRefresh();
    },
  };
}

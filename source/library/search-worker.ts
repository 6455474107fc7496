/** Searching in a thread of its own, with texts that are kept. This module is both ends of it. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { breathe } from './breathe.ts';
import { findPost } from './find-post.ts';
import type { IndexHead, IndexPlace } from './index-file.ts';
import { createIndexView, type IndexView } from './index-view.ts';
import type { SearchFound } from './library.ts';
import type { Surroundings } from './post-article.ts';
import { hitAt, type IndexSearch, searchIndex } from './search-index.ts';
import { reportTo } from './search-report.ts';
import type { Site } from './site.ts';
import { openTexts, type TextStore, textKey } from './text-store.ts';

/** Hits that are told of before the rest of the first ones: about what a screen shows. */
const SCREEN = 16;
/** Milliseconds of reading posts between two looks for a search. */
const GROWTH = 8;

const TASK = 'kanbao search';

/** What is searched. */
export type SearchedIndex = {
  readonly site: Site;
  readonly place: IndexPlace;
  readonly head: IndexHead;
};

type Order =
  | { readonly type: 'index'; readonly index: SearchedIndex }
  | {
      readonly type: 'search';
      readonly id: number;
      readonly words: readonly string[];
      readonly limit: number;
    }
  | { readonly type: 'end' };

type Told =
  | { readonly type: 'found'; readonly id: number; readonly found: SearchFound }
  /** The index that was to be searched is damaged. */
  | { readonly type: 'damaged' };

/** The other end of a thread that searches. */
export type SearchThread = {
  readonly use: (index: SearchedIndex) => void;
  readonly search: (id: number, words: readonly string[], limit: number) => void;
  readonly end: () => void;
  readonly stop: () => void;
};

/** Starts the thread. `failed`: it cannot be had, or the index turned out to be damaged. */
export function startSearchThread(
  found: (id: number, found: SearchFound) => void,
  failed: () => void,
): SearchThread {
  const worker = new Worker(new URL(import.meta.url), { workerData: { task: TASK } });
  worker.unref();
  worker.on('message', (told: Told) => {
    if (told.type === 'found') found(told.id, told.found);
    else failed();
  });
  worker.on('error', failed);
  const order = (one: Order) => worker.postMessage(one);
  return {
    use: index => order({ type: 'index', index }),
    search: (id, words, limit) => order({ type: 'search', id, words, limit }),
    end: () => order({ type: 'end' }),
    stop: () => void worker.terminate(),
  };
}

/** What an article asks of the posts around it, in an index. */
export function surroundingsIn(site: Site, view: IndexView): Surroundings {
  return {
    site,
    find: reference => findPost(reference, { ...view, site }, view.places),
  };
}

/** An index and the texts that are kept of its posts, open. */
export type Searched = {
  readonly view: IndexView;
  readonly texts: TextStore;
  readonly library: Surroundings;
};

/** Opens the texts of an index. `damaged` is told if the index is. */
export function openSearched({ site, place, head }: SearchedIndex, damaged: () => void): Searched {
  const view = createIndexView(site.root, place, head, damaged);
  const library = surroundingsIn(site, view);
  return { view, library, texts: openTexts(place.folder, textKey(head.rules), view, library) };
}

function serve(tell: (told: Told) => void, listen: (take: (order: Order) => void) => void): void {
  let index: SearchedIndex | undefined;
  let searched: Searched | undefined;
  let wanted: Extract<Order, { type: 'search' }> | undefined;
  let busy = false;

  const opened = (): Searched | undefined => {
    if (searched === undefined && index !== undefined)
      searched = openSearched(index, () => tell({ type: 'damaged' }));
    return searched;
  };
  const run = async (order: Extract<Order, { type: 'search' }>): Promise<void> => {
    const own = opened();
    if (own === undefined) return;
    const isWanted = () => wanted === order && searched === own;
    const report = reportTo(found => tell({ type: 'found', id: order.id, found }), order.limit);
    const { looked } = report;
    const search: IndexSearch = { ...own, words: order.words, ranks: 'all', isWanted, looked };
    await searchIndex(search, hit => {
      if (!isWanted()) return;
      const count = report.count();
      let isTiring = false;
      if (count <= order.limit) {
        const whole = hitAt(own, hit);
        if (whole !== null) report.hits.push(whole);
        // Making snippets takes longer than finding: whoever types on must not wait for the rest.
        isTiring = count % 8 === 0;
      }
      report.found(count === SCREEN || count === order.limit);
      return isTiring ? breathe() : undefined;
    });
    if (!isWanted()) return;
    wanted = undefined;
    report.done();
  };
  /** Searches as long as something is sought, else keeps texts for the next search. */
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    let hasMore = true;
    while (wanted !== undefined || hasMore) {
      await breathe();
      if (wanted !== undefined) {
        const order = wanted;
        await run(order);
        if (wanted === order) wanted = undefined;
        hasMore = true;
        continue;
      }
      const began = Date.now();
      hasMore = opened()?.texts.grow(() => Date.now() - began >= GROWTH) ?? false;
    }
    busy = false;
  };
  listen(order => {
    if (order.type === 'index') {
      index = order.index;
      searched?.texts.close();
      searched = undefined;
    } else wanted = order.type === 'search' ? order : undefined;
    if (searched !== undefined || wanted !== undefined) work();
  });
}

if (!isMainThread && workerData?.task === TASK) {
  serve(
    told => parentPort?.postMessage(told),
    take => parentPort?.on('message', take),
  );
}

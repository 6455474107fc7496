import { breathe } from './breathe.ts';
import type { Library, SearchFound } from './library.ts';
import { reportTo } from './search-report.ts';
import type { Searched } from './search-scan.ts';
import type { SearchedIndex, SearchThread } from './search-worker.ts';

/** Hits handed out unless the request says otherwise: more than any screen shows. */
const FIRST = 50;

type Listener = (found: SearchFound) => void;

/** Searches that follow one another: a new one ends the one before. */
export type Searches = {
  readonly search: Library['search'];
  /** Ends the thread that searches, if there is one. */
  readonly stop: () => void;
};

/**
 * Makes a library's `search`: in a thread of its own, with texts that are kept, where there is an
 * index; else, and where that fails, by reading the posts in turns.
 *
 * @param indexed gives the index that is shown, the same object as long as it is the same; null: none
 */
export function createSearch(library: Searched, indexed: () => SearchedIndex | null): Searches {
  let newest = 0;
  let thread: SearchThread | null = null;
  let used: SearchedIndex | null = null;
  let hasFailed = false;
  let listening: { readonly id: number; readonly listener: Listener } | null = null;
  let again: (() => void) | null = null;

  const failed = () => {
    if (hasFailed) return;
    hasFailed = true;
    thread?.stop();
    thread = null;
    again?.();
  };
  const ready = async (): Promise<SearchThread | null> => {
    const index = indexed();
    if (index === null || hasFailed) return null;
    const { startSearchThread } = await import('./search-worker.ts');
    thread ??= startSearchThread((id, found) => {
      if (listening?.id === id) listening.listener(found);
    }, failed);
    if (used !== index) thread.use(index);
    used = index;
    return thread;
  };
  const start = async (
    id: number,
    words: readonly string[],
    limit: number,
    listener: Listener,
  ): Promise<void> => {
    const isCurrent = () => id === newest;
    await breathe();
    const searching = isCurrent() ? await ready() : null;
    if (!isCurrent()) return;
    if (searching === null) return scan(library, words, limit, isCurrent, listener);
    again = () => {
      if (isCurrent()) void scan(library, words, limit, isCurrent, listener);
    };
    listening = { id, listener };
    searching.search(id, words, limit);
  };

  return {
    search: (words, listener, { limit = FIRST } = {}) => {
      const id = ++newest;
      void start(id, words, limit, listener);
      return () => {
        if (id !== newest) return;
        newest++;
        listening = null;
        thread?.end();
      };
    },
    stop: () => {
      newest++;
      thread?.stop();
      thread = null;
    },
  };
}

async function scan(
  library: Searched,
  words: readonly string[],
  limit: number,
  isCurrent: () => boolean,
  listener: Listener,
): Promise<void> {
  const report = reportTo(listener, limit);
  const looked = (share: number) => {
    if (isCurrent()) report.looked(share);
  };
  const { searchLibrary } = await import('./search-scan.ts');
  for await (const hit of searchLibrary(library, words, {
    asItIs: true,
    isWanted: isCurrent,
    looked,
  })) {
    if (!isCurrent()) return;
    const count = report.count();
    if (count <= limit) report.hits.push(hit);
    report.found(count === limit);
  }
  if (isCurrent()) report.done();
}

/** All hits of one search, one after the other: what a command prints. */

import type { SearchHit } from './library.ts';
import type { SiteLibrary } from './open-library.ts';
import { hitAt, searchIndex } from './search-index.ts';
import { type SearchOptions, searchLibrary } from './search-scan.ts';
import { openSearched, type Searched } from './search-worker.ts';

/** Hits found before the search waits until some are taken. */
const AHEAD = 32;

type AllOptions = Omit<SearchOptions, 'asItIs' | 'isWanted' | 'looked'>;

/**
 * As `searchLibrary`, in this thread, with the texts that are kept where the library is shown from
 * an index; nothing is kept by it.
 */
export async function* searchAll(
  library: SiteLibrary,
  words: readonly string[],
  options: AllOptions = {},
): AsyncGenerator<SearchHit, void, void> {
  await library.load();
  const index = library.searchedIndex();
  const searched = index === null ? null : openSearched(index, () => {});
  if (searched === null || !searched.view.isWhole()) {
    yield* searchLibrary(library, words, options);
    return;
  }
  try {
    yield* searchOpened(searched, words, options);
  } finally {
    searched.texts.close();
  }
}

/** The same in what is open of an index that is whole. */
export async function* searchOpened(
  searched: Searched,
  words: readonly string[],
  options: AllOptions = {},
): AsyncGenerator<SearchHit, void, void> {
  const { limit = Number.POSITIVE_INFINITY, query = {}, unreadable } = options;
  const { sort: _sort, reverse: _reverse, ...which } = query;
  const found: SearchHit[] = [];
  let isWanted = true;
  let ended = false;
  let changed = () => {};
  let taken = () => {};
  const search = {
    ...searched,
    words,
    ranks: searched.view.ranks(which),
    isWanted: () => isWanted,
    ...(unreadable && { unreadable }),
  };
  const done = searchIndex(search, hit => {
    const whole = isWanted ? hitAt(search, hit) : null;
    if (whole !== null) found.push(whole);
    changed();
    if (found.length < AHEAD) return;
    return new Promise(resolve => {
      taken = resolve;
    });
  }).finally(() => {
    ended = true;
    changed();
  });
  try {
    for (let left = limit; left > 0; ) {
      const next = found.shift();
      if (next !== undefined) {
        left--;
        yield next;
      } else if (ended) break;
      else {
        const more = new Promise<void>(resolve => {
          changed = resolve;
        });
        taken();
        await more;
      }
    }
  } finally {
    isWanted = false;
    taken();
    await done;
  }
}

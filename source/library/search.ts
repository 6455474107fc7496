import { breathe } from './breathe.ts';
import type { Library, SearchFound, SearchHit } from './library.ts';
import type { Searched } from './search-scan.ts';

/** Hits handed out unless the request says otherwise: more than any screen shows. */
const FIRST = 50;
/** Milliseconds between two reports of how far a search has come. */
const REPORT = 50;

/** Makes a library's `search` out of the plain scan: one search at a time, the newest. */
export function createSearch(library: Searched): Library['search'] {
  let newest = 0;
  return (words, listener, { limit = FIRST } = {}) => {
    const own = ++newest;
    const isCurrent = () => own === newest;
    run(library, words, limit, isCurrent, listener).catch(error => {
      if (isCurrent()) throw error;
    });
    return () => {
      if (isCurrent()) newest++;
    };
  };
}

async function run(
  library: Searched,
  words: readonly string[],
  limit: number,
  isCurrent: () => boolean,
  listener: (found: SearchFound) => void,
): Promise<void> {
  await breathe();
  // What understands articles is large, and most who open a library never search it.
  const { searchLibrary } = await import('./search-scan.ts');
  const hits: SearchHit[] = [];
  let count = 0;
  let reported = Date.now();
  const report = (done: boolean) => {
    reported = Date.now();
    listener({ hits: [...hits], settled: done || count >= limit, count, done });
  };
  for await (const hit of searchLibrary(library, words, { asItIs: true, isWanted: isCurrent })) {
    if (!isCurrent()) return;
    count++;
    if (count <= limit) hits.push(hit);
    if (count === limit || Date.now() - reported >= REPORT) report(false);
  }
  if (isCurrent()) report(true);
}

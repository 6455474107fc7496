import type { SearchFound, SearchHit } from './library.ts';

/** Milliseconds between two reports of how far a search has come, and the same of one that finds nothing. */
const REPORT = 50;
const SEARCHING = 250;

/** What a search tells while it goes on. */
export type SearchReport = {
  /** Hits that are handed out, at most the limit. */
  readonly hits: SearchHit[];
  /** A hit more, handed out or only counted; gives back how many there are now. */
  readonly count: () => number;
  /** Tells what there is, if that is `due` or nothing has been told for a while. */
  readonly found: (due: boolean) => void;
  /** The share of the posts that has been looked into. */
  readonly looked: (share: number) => void;
  readonly done: () => void;
};

/** Tells `listener` how a search comes on that hands out at most `limit` hits. */
export function reportTo(listener: (found: SearchFound) => void, limit: number): SearchReport {
  const hits: SearchHit[] = [];
  let count = 0;
  let share = 0;
  let reported = Date.now();
  const report = (done: boolean) => {
    reported = Date.now();
    const looked = done ? 1 : share;
    listener({ hits: [...hits], settled: done || count >= limit, count, looked, done });
  };
  const isSilent = (milliseconds: number) => Date.now() - reported >= milliseconds;
  return {
    hits,
    count: () => ++count,
    found: due => {
      if (due || isSilent(REPORT)) report(false);
    },
    looked: now => {
      share = now;
      if (isSilent(SEARCHING)) report(false);
    },
    done: () => report(true),
  };
}

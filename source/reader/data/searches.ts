import type { Library, PostList, SearchFound } from '../../library/library.ts';
import { listOf } from '../../library/post-list.ts';
import type { Found } from '../state/context.ts';

/** Searches whose hits are kept, so that coming back to one costs nothing. */
const KEPT = 8;
/** Hits asked for at first, and how many times more when someone goes on to their end. */
const FIRST_HITS = 50;
const MORE = 8;

type Search = {
  readonly version: number;
  readonly limit: number;
  found: SearchFound | undefined;
  posts: PostList;
};

export type Searches = {
  readonly found: (words: string) => Found;
  /**
   * Seeks these words unless that is done or under way, for at least `hits` hits if there are so
   * many; any other search is given up.
   */
  readonly seek: (words: string, hits: number) => void;
};

const noPosts = listOf([]);

/** Searches titles and bodies as they are asked for. `told` is called when there is more to show. */
export function createSearches(library: Library, told: () => void): Searches {
  const kept = new Map<string, Search>();
  let running = '';
  let stop = (): void => undefined;

  const giveUp = (): void => {
    stop();
    if (kept.get(running)?.found?.done !== true) kept.delete(running);
    running = '';
  };

  const start = (words: string, limit: number): void => {
    if (running === words) stop();
    else giveUp();
    running = words;
    const before = kept.get(words);
    const search: Search = {
      version: library.version(),
      limit,
      // What an older search has found is shown meanwhile, but is not all that there is.
      found: before?.found && { ...before.found, done: false },
      posts: before?.posts ?? noPosts,
    };
    kept.delete(words);
    kept.set(words, search);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    const take = (found: SearchFound): void => {
      // What was there before stays until there is at least as much.
      const isLess = found.hits.length < search.posts.length && !found.settled;
      if (!isLess) {
        search.found = found;
        search.posts = listOf(found.hits.map(({ post }) => post));
      }
      told();
    };
    stop = library.search(words.split(' '), take, { limit });
  };

  return {
    found: words => {
      if (words === '')
        return { posts: noPosts, done: true, hit: () => undefined, total: 0, looked: 1 };
      const search = kept.get(words);
      const { found, posts = noPosts } = search ?? {};
      return {
        posts,
        done: found?.done ?? false,
        hit: index => found?.hits[index],
        total: found?.count ?? 0,
        looked: found?.looked ?? 0,
      };
    },
    seek: (words, hits) => {
      if (words === '') return giveUp();
      const known = kept.get(words);
      const isCurrent = known !== undefined && known.version === library.version();
      const limit = Math.max(known?.limit ?? 0, FIRST_HITS);
      const wantsMore = isCurrent && hits > limit && (known.found?.count ?? 0) > limit;
      const isRunning = running === words && known?.found?.done !== true;
      if (wantsMore) start(words, Math.max(hits, limit * MORE));
      else if (!isCurrent && !(isRunning && known !== undefined)) start(words, limit);
    },
  };
}

import { takeTurns } from './breathe.ts';
import { foldText } from './fold.ts';
import type { IndexView } from './index-view.ts';
import type { Library, SearchHit } from './library.ts';
import type { Post } from './post.ts';
import { hitIn, hitOf, holdsWords } from './search-scan.ts';
import type { TextStore } from './text-store.ts';

/** Posts that are passed over between two looks at the clock. */
const FEW = 64;

/** A hit by rank, its snippet still to be made. */
export type RankHit = {
  readonly rank: number;
  readonly where: SearchHit['where'];
  /** The words that the snippet may show. */
  readonly words: readonly string[];
};

/** What is searched, and how. */
export type IndexSearch = {
  readonly view: IndexView;
  readonly texts: TextStore;
  readonly library: Pick<Library, 'site' | 'find'>;
  readonly words: readonly string[];
  /** The posts that are looked at, in rising order; `all` of them otherwise. */
  readonly ranks: Int32Array | 'all';
  /** Asked now and then; once it says no, the search ends. */
  readonly isWanted: () => boolean;
  /** Told of a post that cannot be read, and so not be searched. */
  readonly unreadable?: (post: Post, reason: string) => void;
  /** Told now and then which share of the posts has been looked into, from 0 to 1. */
  readonly looked?: (share: number) => void;
};

/**
 * Finds what `searchLibrary` finds, in its order, with the help of texts that are kept; posts of
 * which none is kept are read. Hands each hit to `take`, and waits if that gives a promise.
 */
export async function searchIndex(
  { view, texts, library, words, ranks, isWanted, unreadable, looked }: IndexSearch,
  take: (hit: RankHit) => Promise<void> | undefined,
): Promise<void> {
  const sought = words.map(word => foldText(word).trim()).filter(word => word !== '');
  if (sought.length === 0) return;
  const search = texts.search(sought);
  const every = sought.map((_, number) => number);
  const count = ranks === 'all' ? view.count : ranks.length;
  const rankAt = (at: number) => (ranks === 'all' ? at : (ranks[at] ?? 0));
  const turns = takeTurns();
  for (let at = 0; at < count; at++) {
    const rank = rankAt(at);
    if (search.titled(rank) < sought.length) continue;
    const waiting = take({ rank, where: 'title', words: sought });
    if (waiting !== undefined) await waiting;
    if (!turns.isOver()) continue;
    await turns.next();
    if (!isWanted()) return;
  }
  for (let at = 0; at < count; at++) {
    const rank = rankAt(at);
    const titled = search.titled(rank);
    if (titled === sought.length) continue;
    const isWhole = titled === 0;
    const missing = isWhole ? every : every.filter(number => !search.inTitle(rank, number));
    let held = search.holds(rank, missing);
    const isRead = held === null;
    if (held === null) {
      const post = view.at(rank);
      const folded = missing.map(number => sought[number] ?? '');
      held = post !== undefined && holdsWords(library, post, folded, unreadable);
    }
    if (held) {
      const lit = isWhole ? sought : missing.map(number => sought[number] ?? '');
      const waiting = take({ rank, where: 'body', words: lit });
      if (waiting !== undefined) await waiting;
    } else if (!isRead && at % FEW !== 0) continue;
    if (!turns.isOver()) continue;
    looked?.(at / count);
    await turns.next();
    if (!isWanted()) return;
  }
}

/** The hit that stands at a rank; null if its post is there no more. */
export function hitAt(
  { view, texts, library }: Pick<IndexSearch, 'view' | 'texts' | 'library'>,
  { rank, where, words }: RankHit,
): SearchHit | null {
  const post = view.at(rank);
  if (post === undefined) return null;
  const text = texts.text(rank);
  return text === null ? hitOf(library, post, where, words) : hitIn(text, post, where, words);
}

import { takeTurns } from './breathe.ts';
import { foldText } from './fold.ts';
import type { IndexView } from './index-view.ts';
import type { Library, SearchHit } from './library.ts';
import { hitOf, holdsWords } from './search-scan.ts';
import type { TextStore } from './text-store.ts';

/** A hit by rank, its snippet still to be made. */
export type RankHit = {
  readonly rank: number;
  readonly where: SearchHit['where'];
  /** The words that the snippet may show. */
  readonly words: readonly string[];
};

/**
 * Finds what `searchLibrary` finds, in its order, with the help of texts that are kept; posts of
 * which none is kept are read.
 *
 * @param ranks the posts that are looked at, in rising order; `all` of them otherwise
 * @param isWanted asked now and then; once it says no, the search ends
 */
export async function* searchIndex(
  view: IndexView,
  texts: TextStore,
  library: Pick<Library, 'site' | 'find'>,
  words: readonly string[],
  ranks: Int32Array | 'all',
  isWanted: () => boolean,
): AsyncGenerator<RankHit, void, void> {
  const sought = words.map(word => foldText(word).trim()).filter(word => word !== '');
  if (sought.length === 0) return;
  const count = ranks === 'all' ? view.count : ranks.length;
  const rankAt = (at: number) => (ranks === 'all' ? at : (ranks[at] ?? 0));
  const inTitle = new Uint8Array(view.count);
  const turns = takeTurns();
  for (let at = 0; at < count; at++) {
    const rank = rankAt(at);
    const title = texts.title(rank);
    if (!sought.every(word => title.includes(word))) continue;
    inTitle[rank] = 1;
    yield { rank, where: 'title', words: sought };
  }
  for (let at = 0; at < count; at++) {
    const rank = rankAt(at);
    if (inTitle[rank] === 1) continue;
    const title = texts.title(rank);
    const missing = sought.length === 1 ? sought : sought.filter(word => !title.includes(word));
    let held = texts.holds(rank, missing);
    if (held === null) {
      const post = view.at(rank);
      held = post !== undefined && holdsWords(library, post, missing);
    }
    if (held) yield { rank, where: 'body', words: missing };
    if (!turns.isOver()) continue;
    await turns.next();
    if (!isWanted()) return;
  }
}

/** The hit that stands at a rank; null if its post is there no more. */
export function hitAt(
  view: IndexView,
  library: Pick<Library, 'site' | 'find'>,
  { rank, where, words }: RankHit,
): SearchHit | null {
  const post = view.at(rank);
  return post === undefined ? null : hitOf(library, post, where, words);
}

/** Search that reads every post: nothing is prepared, nothing is kept. */

import { cleanField } from '../article/sanitise.ts';
import { takeTurns } from './breathe.ts';
import { foldText, unfoldRange } from './fold.ts';
import { freshStart } from './fresh-start.ts';
import type { Library, PostQuery, SearchHit } from './library.ts';
import { mayHold } from './may-hold.ts';
import type { Post } from './post.ts';
import { articleOf } from './post-article.ts';
import { PostUnreadable, readPost } from './read-post.ts';

/** What a search asks of a library. */
export type Searched = Pick<Library, 'site' | 'find' | 'list' | 'load'>;

export type SearchOptions = {
  /** Most hits to find. */
  readonly limit?: number;
  /** Which posts are looked at; its order does not count. */
  readonly query?: PostQuery;
  /** Whether to search what is known of the library so far, instead of loading it first. */
  readonly asItIs?: boolean;
  /** Asked now and then; once it says no, the search ends. */
  readonly isWanted?: () => boolean;
  /** Told of a post that cannot be read, and so not be searched. */
  readonly unreadable?: Unreadable;
  /** Told now and then which share of the posts has been looked into, from 0 to 1. */
  readonly looked?: (share: number) => void;
};

/** Told of a post that cannot be read, and why. */
export type Unreadable = (post: Post, reason: string) => void;

/** Characters of the article on either side of a word in a snippet. */
const AROUND = 40;

/** The text around the first of the words that occurs in it, else its beginning, on one clean line. */
function snippetOf(text: string, words: readonly string[]): Pick<SearchHit, 'snippet' | 'match'> {
  const folded = foldText(text);
  const word = words.find(one => folded.includes(one));
  const at = word === undefined ? 0 : folded.indexOf(word);
  const [start, end] = unfoldRange(text, at, at + (word?.length ?? 0));
  const before = [...text.slice(Math.max(0, start - 2 * AROUND), start)].slice(-AROUND).join('');
  const after = [...text.slice(end, end + 2 * AROUND)].slice(0, AROUND).join('');
  const from = freshStart(text, start - before.length, start);
  const to = end + after.length;
  const front = from > 0 ? '…' : '';
  const snippet = `${front}${cleanField(text.slice(from, to))}${to < text.length ? '…' : ''}`;
  const shown = cleanField(text.slice(start, end));
  const found = snippet.indexOf(shown, cleanField(text.slice(from, start)).length);
  const match: SearchHit['match'] =
    word === undefined || found === -1 ? [0, 0] : [found, found + shown.length];
  return { snippet, match };
}

/** The article's text; null if the post cannot be read or cannot hold the words. */
function textOf(
  library: Pick<Searched, 'site' | 'find'>,
  post: Post,
  missing: readonly string[],
  unreadable?: Unreadable,
): string | null {
  try {
    const read = readPost(post);
    return mayHold(read.body, missing) ? articleOf(library, post, read).text : null;
  } catch (error) {
    if (!(error instanceof PostUnreadable)) throw error;
    unreadable?.(post, error.reason);
    return null;
  }
}

/** Whether a post's text holds all the words, folded. Reads the post. */
export function holdsWords(
  library: Pick<Searched, 'site' | 'find'>,
  post: Post,
  words: readonly string[],
  unreadable?: Unreadable,
): boolean {
  const text = textOf(library, post, words, unreadable);
  if (text === null) return false;
  const folded = foldText(text);
  return words.every(word => folded.includes(word));
}

/** A post as a hit, with the snippet of its text for the words, folded. */
export function hitIn(
  text: string,
  post: Post,
  where: SearchHit['where'],
  words: readonly string[],
): SearchHit {
  return { post, where, ...snippetOf(text, words) };
}

/** A post as a hit, with the snippet for the words, folded. Reads the post. */
export function hitOf(
  library: Pick<Searched, 'site' | 'find'>,
  post: Post,
  where: SearchHit['where'],
  words: readonly string[],
  unreadable?: Unreadable,
): SearchHit {
  return hitIn(textOf(library, post, [], unreadable) ?? '', post, where, words);
}

/**
 * Finds posts that hold all the words in title or text: those with all of them in the title first,
 * then the others, newest first in both. Case and width do not count; a word is found inside
 * others. Waits until the library is loaded unless told otherwise. No words: no hits.
 */
export async function* searchLibrary(
  library: Searched,
  words: readonly string[],
  options: SearchOptions = {},
): AsyncGenerator<SearchHit, void, void> {
  const sought = words.map(word => foldText(word).trim()).filter(word => word !== '');
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  if (sought.length === 0 || left <= 0) return;
  if (!options.asItIs) await library.load();
  const { sort: _sort, reverse: _reverse, ...which } = options.query ?? {};
  const list = library.list(which);
  const posts = list.slice(0, list.length);
  const others: { readonly post: Post; readonly missing: readonly string[] }[] = [];
  for (const post of posts) {
    const title = foldText(post.title);
    const missing = sought.filter(word => !title.includes(word));
    if (missing.length > 0) {
      others.push({ post, missing });
      continue;
    }
    yield hitOf(library, post, 'title', sought, options.unreadable);
    left--;
    if (left <= 0) return;
  }
  const turns = takeTurns();
  for (const [at, { post, missing }] of others.entries()) {
    if (turns.isOver()) {
      options.looked?.(at / others.length);
      await turns.next();
    }
    if (options.isWanted?.() === false) return;
    const text = textOf(library, post, missing, options.unreadable);
    if (text === null) continue;
    const folded = foldText(text);
    if (!missing.every(word => folded.includes(word))) continue;
    yield hitIn(text, post, 'body', missing);
    left--;
    if (left <= 0) return;
  }
}

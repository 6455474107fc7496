import type { Action } from '../keys/actions.ts';
import type { Context } from './context.ts';
import { type Entry, emptyEntry } from './entry.ts';
import { listHeight, ROOMY_ROWS, type Size } from './geometry.ts';
import { editLine } from './line-edit.ts';
import type { Outcome } from './outcome.ts';
import { type PostView, plainArrangement, type SearchPlace, untouchedList } from './place.ts';
import { reducePosts } from './posts.ts';

/** A search nobody has typed anything into. */
export const newSearch: SearchPlace = {
  screen: 'search',
  entry: emptyEntry,
  typing: true,
  list: untouchedList,
};

/** The words as they are sought: the same however many blanks are between them. */
export function soughtWords({ entry }: SearchPlace): string {
  return entry.text.trim().replace(/\s+/g, ' ');
}

/** What a search has found, as a list. */
export function searchView(place: SearchPlace): PostView {
  return { ...plainArrangement, of: 'search', name: soughtWords(place) };
}

/** Rows a hit takes: its title, and where there is room the text around the match. */
export function hitRows(size: Size): 1 | 2 {
  return size.rows >= ROOMY_ROWS ? 2 : 1;
}

/** How many hits the screen shows. */
export function hitsShown(size: Size): number {
  return Math.max(1, Math.floor(listHeight(size) / hitRows(size)));
}

/** The search with other words; what they find is looked at from the top. */
export function withWords(place: SearchPlace, entry: Entry): SearchPlace {
  const next = { ...place, entry };
  const isSame = soughtWords(next) === soughtWords(place);
  return isSame ? next : { ...next, list: untouchedList };
}

const asList: Partial<Record<Action, Action>> = {
  accept: 'open',
  'next-unread': 'down',
  'previous-unread': 'up',
};

/** The search's reducer, while words are typed and while its list is gone through. */
export function reduceSearch(
  place: SearchPlace,
  action: Action,
  count: number | null,
  key: string,
  context: Context,
): Outcome<SearchPlace> {
  const edited = place.typing ? editLine(place.entry, action, key) : undefined;
  if (edited !== undefined) return { place: withWords(place, edited) };
  switch (action) {
    case 'cancel':
    case 'escape':
    case 'back':
    case 'close':
      return { place, go: { to: 'back' } };
    case 'switch-pane':
      return { place: { ...place, typing: !place.typing } };
    case 'search':
      return { place: { ...place, typing: true } };
  }
  const view = searchView(place);
  const hits = hitsShown(context);
  const meant = asList[action] ?? action;
  const outcome = reducePosts(place, view, place.list, meant, count, context, hits);
  if (outcome === undefined) return { place };
  const { list, open, ...rest } = outcome;
  const next = { ...place, list };
  if (open === undefined) return { place: next, ...rest };
  const phrases = view.name.split(' ');
  // Whoever comes back looks through the list.
  return {
    place: { ...next, typing: false },
    go: { to: 'article', post: open, list: view, phrases },
  };
}

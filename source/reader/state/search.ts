import type { Action } from '../keys/actions.ts';
import { type Answers, recall } from './answers.ts';
import type { Context } from './context.ts';
import { type Entry, emptyEntry } from './entry.ts';
import { listHeight, ROOMY_ROWS, type Size } from './geometry.ts';
import { editLine } from './line-edit.ts';
import { settleList } from './list.ts';
import type { Outcome } from './outcome.ts';
import { type PostView, plainArrangement, type SearchPlace, untouchedList } from './place.ts';
import { reducePosts, shapeOf } from './posts.ts';

/** A search nobody has typed anything into. */
export const newSearch: SearchPlace = {
  screen: 'search',
  entry: emptyEntry,
  recalled: 0,
  typed: '',
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
  const recalled = entry.text === place.entry.text ? place.recalled : 0;
  const next = { ...place, entry, recalled };
  const isSame = soughtWords(next) === soughtWords(place);
  return isSame ? next : { ...next, list: untouchedList };
}

/**
 * The search with words sought before, which lie above the first hit; undefined where a step up or
 * down leads to a hit.
 */
function recallWords(
  place: SearchPlace,
  action: Action,
  answers: Answers,
  context: Context,
): SearchPlace | undefined {
  if (action !== 'up' && action !== 'down') return undefined;
  const view = searchView(place);
  const shape = shapeOf(context.posts(view), view);
  if (settleList(shape, place.list, hitsShown(context)).cursor > 0) return undefined;
  const typed = place.recalled === 0 ? place.entry.text : place.typed;
  const given = answers.search.filter(words => words !== typed.trim());
  const newest = typed === '' ? 1 : 0;
  if (action === 'up' ? given.length === 0 : place.recalled <= newest) return undefined;
  const line = recall(place, action === 'up' ? 1 : -1, given);
  return { ...withWords(place, line.entry), ...line };
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
  answers: Answers,
  context: Context,
): Outcome<SearchPlace> {
  const edited = place.typing ? editLine(place.entry, action, key) : undefined;
  if (edited !== undefined) return { place: withWords(place, edited) };
  // A wheel, which comes with a count, stays in the list.
  const isAsked = place.typing && count === null;
  const recalled = isAsked ? recallWords(place, action, answers, context) : undefined;
  if (recalled !== undefined) return { place: recalled };
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

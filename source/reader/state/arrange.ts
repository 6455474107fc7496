import type { Action } from '../keys/actions.ts';
import { entryOf } from './entry.ts';
import type { Overlay } from './overlay.ts';
import type { Arrangement, Place, Sort } from './place.ts';

const sorts: Partial<Record<Action, Sort>> = {
  'sort-date': 'date',
  'sort-title': 'title',
  'sort-category': 'category',
};

/** The order a key of the sort menu asks for. */
export function sortOf(action: Action): Sort | undefined {
  return sorts[action];
}

/** How the shown list of posts is arranged; undefined where there is none to arrange. */
export function arrangementOf(place: Place): Arrangement | undefined {
  if (place.screen === 'home') return place.arrangement;
  return place.screen === 'category' ? place.view : undefined;
}

/** The place with its list of posts arranged otherwise; the chosen post stays chosen. */
export function arrange<P extends Place>(place: P, change: Partial<Arrangement>): P {
  if (place.screen === 'home') {
    return { ...place, arrangement: { ...place.arrangement, ...change } };
  }
  if (place.screen !== 'category') return place;
  return { ...place, view: { ...place.view, ...change } };
}

/** Whether what a filter is typed for here are posts. */
export function filtersPosts(place: Place): boolean {
  return place.screen === 'home' ? place.pane === 'posts' : place.screen === 'category';
}

/** What the place is filtered by: posts, categories, or the lines of the help. */
export function filterOf(place: Place): string {
  if (place.screen === 'help') return place.filter;
  if (place.screen === 'home' && place.pane === 'categories') return place.find;
  return arrangementOf(place)?.filter ?? '';
}

/** The place filtered by other words. */
export function withFilter(place: Place, filter: string): Place {
  if (place.screen === 'help') return { ...place, filter, top: 0 };
  if (place.screen === 'home' && place.pane === 'categories') return { ...place, find: filter };
  return arrange(place, { filter });
}

/** A prompt for the words of a filter, begun with those there are. */
export function filterPrompt(place: Place): Overlay {
  const entry = entryOf(filterOf(place));
  return { kind: 'prompt', ask: 'filter', entry, recalled: 0, typed: entry.text, before: place };
}

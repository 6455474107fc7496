import type { Action } from '../keys/actions.ts';
import { helpLength } from '../rows/help-rows.ts';
import { filterPrompt } from './arrange.ts';
import type { Context } from './context.ts';
import { pageHeight } from './geometry.ts';
import type { Outcome } from './outcome.ts';
import type { HelpPlace } from './place.ts';
import { scrollText } from './scroll.ts';

/** The help's reducer: it scrolls and is filtered. */
export function reduceHelp(
  place: HelpPlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<HelpPlace> {
  const length = helpLength(place, context);
  const top = scrollText(place.top, length, pageHeight(context), action, count);
  if (top !== undefined) return { place: { ...place, top } };
  switch (action) {
    case 'search':
    case 'filter':
      return { place, overlay: filterPrompt(place) };
    case 'escape':
      if (place.filter !== '') return { place: { ...place, filter: '', top: 0 } };
      return { place, go: { to: 'back' } };
    case 'back':
    case 'close':
      return { place, go: { to: 'back' } };
    default:
      return { place };
  }
}

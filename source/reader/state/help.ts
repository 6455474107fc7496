import type { Action } from '../keys/bindings.ts';
import { helpLength } from '../rows/help-rows.ts';
import type { Context } from './context.ts';
import { pageHeight } from './geometry.ts';
import type { Outcome } from './outcome.ts';
import type { HelpPlace } from './place.ts';

/** The help's reducer: it only scrolls. */
export function reduceHelp(
  place: HelpPlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<HelpPlace> {
  const height = pageHeight(context);
  const lowest = Math.max(0, helpLength(context) - height);
  const to = (top: number): Outcome<HelpPlace> => ({
    place: { ...place, top: Math.max(0, Math.min(top, lowest)) },
  });
  const times = count ?? 1;
  switch (action) {
    case 'down':
      return to(place.top + times);
    case 'up':
      return to(place.top - times);
    case 'page-down':
      return to(place.top + times * height);
    case 'page-up':
      return to(place.top - times * height);
    case 'half-down':
      return to(place.top + times * Math.max(1, height >> 1));
    case 'half-up':
      return to(place.top - times * Math.max(1, height >> 1));
    case 'first':
      return to(count === null ? 0 : count - 1);
    case 'last':
      return to(count === null ? lowest : count - 1);
    case 'back':
    case 'close':
      return { place, go: { to: 'back' } };
    default:
      return { place };
  }
}

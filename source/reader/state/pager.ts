import { foldText } from '../../library/fold.ts';
import type { Action } from '../keys/actions.ts';
import type { Context } from './context.ts';
import { entryOf } from './entry.ts';
import { pageHeight } from './geometry.ts';
import type { Outcome } from './outcome.ts';
import type { PagerPlace } from './place.ts';
import { scrollText } from './scroll.ts';

/** The line after `from` (before it if `step` is -1) that holds `find`, round the ends; -1 if none. */
export function findLine({ lines, find }: PagerPlace, from: number, step: 1 | -1): number {
  const sought = foldText(find);
  for (let away = 1; away <= lines.length; away += 1) {
    const at = (from + step * away + lines.length * 2) % lines.length;
    if (foldText(lines[at] ?? '').includes(sought)) return at;
  }
  return -1;
}

/** The pager showing the first line from its top on that holds `find`. */
export function findInPager(place: PagerPlace, find: string): PagerPlace {
  const next = { ...place, find };
  const at = find === '' ? -1 : findLine(next, place.top - 1, 1);
  return at < 0 ? next : { ...next, top: at };
}

/** The reducer of a text that is no post. */
export function reducePager(
  place: PagerPlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<PagerPlace> {
  const top = scrollText(place.top, place.lines.length, pageHeight(context), action, count);
  if (top !== undefined) return { place: { ...place, top } };
  switch (action) {
    case 'search': {
      const entry = entryOf('');
      const before = place;
      return {
        place,
        overlay: { kind: 'prompt', ask: 'find', entry, recalled: 0, typed: '', before },
      };
    }
    case 'next-unread':
    case 'previous-unread': {
      const { messages } = context;
      if (place.find === '') return { place, notice: messages.nothingSought };
      const at = findLine(place, place.top, action === 'next-unread' ? 1 : -1);
      if (at < 0) return { place, notice: messages.notFound(place.find) };
      return { place: { ...place, top: at } };
    }
    case 'escape':
      if (place.find !== '') return { place: { ...place, find: '' } };
      return { place, go: { to: 'back' } };
    case 'back':
    case 'close':
      return { place, go: { to: 'back' } };
    default:
      return { place };
  }
}

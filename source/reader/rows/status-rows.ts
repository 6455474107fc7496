import { bindings, type ScreenName } from '../keys/bindings.ts';
import type { Context } from '../state/context.ts';
import { theme } from '../theme.ts';
import { fitRow, type Row, rightEnd, rowWidth, span, spreadRow } from './row.ts';

/** A left part keeps at least these cells before something on the right is dropped. */
const LEAST_LEFT = 12;

/**
 * What the keys of a screen do, as many as fit into `width` cells: `Enter open  ? help`. The key
 * that tells of all others is the last to go.
 */
function hintRow(screen: ScreenName, width: number, context: Context): Row {
  const { lang, ambiguous } = context.settings;
  const hints = bindings.flatMap(({ action, keys, screens, hint }) => {
    if (hint === undefined || !screens.includes(screen)) return [];
    const row = [span(keys[0] ?? '', theme.key), span(` ${hint[lang]}`, theme.faint)];
    return [{ row, cells: rowWidth(row, ambiguous) + 2, isHelp: action === 'help' }];
  });
  // The first hint has no gap before it.
  let room = width + 2 - (hints.find(({ isHelp }) => isHelp)?.cells ?? 0);
  let isFull = false;
  const shown = hints.filter(({ cells, isHelp }) => {
    if (isHelp) return true;
    isFull ||= cells > room;
    if (!isFull) room -= cells;
    return !isFull;
  });
  return shown.flatMap(({ row }, index) => (index === 0 ? row : [span('  '), ...row]));
}

/** What every screen's status line may have to say before its own words. */
export type Interruption = { readonly notice: string; readonly pending: string };

/**
 * The last row of a screen: a message or the screen's own words, else hints, at the left; numbers
 * at the right, the most important given first.
 */
export function statusRow(
  screen: ScreenName,
  { notice, pending }: Interruption,
  own: Row,
  numbers: readonly Row[],
  context: Context,
): Row {
  const { columns, settings } = context;
  const { ambiguous } = settings;
  const right = pending === '' ? numbers : [[span(pending, theme.notice)], ...numbers];
  if (notice !== '') {
    return spreadRow([span(notice, theme.notice)], right, columns, columns, ambiguous);
  }
  if (own.length > 0) return spreadRow(own, right, columns, LEAST_LEFT, ambiguous);
  // Numbers go before the hint that tells of help, the other hints before numbers.
  const helpCells = rowWidth(hintRow(screen, 0, context), ambiguous);
  const end = rightEnd(right, columns - helpCells, ambiguous);
  const room = columns - rowWidth(end, ambiguous);
  return [...fitRow(hintRow(screen, room, context), room, ambiguous), ...end];
}

import { keyOf, noteRows } from '../rows/empty-rows.ts';
import { finderRows } from '../rows/finder-rows.ts';
import { grouped } from '../rows/format.ts';
import { promptRow } from '../rows/prompt-row.ts';
import { blankRow, type Row, span } from '../rows/row.ts';
import type { Screen } from '../rows/screen.ts';
import { statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { type Finder, finderItems, type Items } from '../state/finder.ts';
import { listHeight, listTop } from '../state/geometry.ts';
import type { Place } from '../state/place.ts';
import { theme } from '../theme.ts';

function itemRows(finder: Finder, items: Items, context: Context): readonly Row[] {
  const { columns, messages } = context;
  if (items.length > 0)
    return finderRows(items, finder.list, columns, listHeight(context), context);
  if (!items.done) return noteRows(messages.counting, columns, context);
  const key = keyOf('delete-to-start', 'finder', context);
  return noteRows(messages.noNames(finder.entry.text, key), columns, context);
}

/**
 * A list of things of which one is picked, those that hold what is typed.
 *
 * @param place what it lies over
 */
export function finderScreen(
  context: Context,
  place: Place,
  finder: Finder,
  notice: string,
): Screen {
  const { columns, messages, settings } = context;
  const items = finderItems(finder, place, context);
  const count: Row = [span(`${grouped(items.length)}${items.done ? '' : '…'}`, theme.faint)];
  const label = messages.finders[finder.what];
  const { row, cursor } = promptRow(label, finder.entry, [count], columns, settings.ambiguous);
  const above = listTop(context) > 1 ? [row, blankRow] : [row];
  const status = statusRow('finder', { notice, pending: '', overlay: null }, [], [], context);
  return {
    rows: [...above, ...itemRows(finder, items, context)],
    status: status.row,
    cursor: cursor === null ? undefined : { x: cursor, y: 0 },
  };
}

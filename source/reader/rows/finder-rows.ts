import { cutText } from '../../article/width.ts';
import type { Context } from '../state/context.ts';
import { finderShape, type Items } from '../state/finder.ts';
import { settleList, windowRows } from '../state/list.ts';
import type { ListState } from '../state/place.ts';
import { linkLook, theme } from '../theme.ts';
import { chosenRow } from './post-rows.ts';
import { fitRow, type Row, span, spreadRow } from './row.ts';

/** A detail takes at most this part of a row. */
const DETAIL_PART = 0.5;

/** The visible rows of a finder's items: at most `height`, each at most `width` cells. */
export function finderRows(
  items: Items,
  state: ListState,
  width: number,
  height: number,
  context: Context,
): readonly Row[] {
  const { ambiguous } = context.settings;
  const shape = finderShape(items);
  const { top, cursor } = settleList(shape, state, height);
  return windowRows(shape, top, height).flatMap((row): Row[] => {
    const item = row.kind === 'item' ? items.at(row.index) : undefined;
    if (row.kind === 'day' || item === undefined) return [];
    const isChosen = row.index === cursor;
    const look = item.kind === undefined ? theme.plain : linkLook(item.kind);
    const left = [span(isChosen ? '› ' : '  '), span(item.label, look)];
    if (item.slug) left.push(span(`  ${item.slug}`, theme.faint));
    const detail = cutText(item.detail, Math.floor(width * DETAIL_PART), ambiguous);
    const line = spreadRow(left, [[span(detail, theme.faint)]], width, 12, ambiguous);
    return [isChosen ? chosenRow(fitRow(line, width, ambiguous), 'here') : line];
  });
}

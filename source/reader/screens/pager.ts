import { foldText } from '../../library/fold.ts';
import { type Row, span } from '../rows/row.ts';
import { type Screen, statusCursor } from '../rows/screen.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { pageHeight } from '../state/geometry.ts';
import type { PagerPlace } from '../state/place.ts';
import { theme } from '../theme.ts';

/** What a command has printed, a line a row. */
export function pagerScreen(
  context: Context,
  place: PagerPlace,
  interruption: Interruption,
): Screen {
  const { lines, top, title } = place;
  const height = pageHeight(context);
  const sought = foldText(place.find);
  const rows = lines.slice(top, top + height).map((line): Row => {
    const isLit = sought !== '' && foldText(line).includes(sought);
    return [span(line, isLit ? theme.match : theme.plain)];
  });
  const share = Math.min(1, (top + height) / lines.length);
  const position = [span(`${Math.floor(share * 100)}%`, theme.faint)];
  const own = [span(title, theme.faint)];
  const { row, cursor } = statusRow('pager', interruption, own, [position], context);
  return { rows, status: row, cursor: statusCursor(cursor, context) };
}

import { helpLength, helpRows } from '../rows/help-rows.ts';
import { span } from '../rows/row.ts';
import { type Screen, statusCursor } from '../rows/screen.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { pageHeight } from '../state/geometry.ts';
import type { HelpPlace } from '../state/place.ts';
import { theme } from '../theme.ts';

/** What every key does, from the table of bindings. */
export function helpScreen(context: Context, place: HelpPlace, interruption: Interruption): Screen {
  const { top } = place;
  const height = pageHeight(context);
  const share = Math.min(1, (top + height) / helpLength(place, context));
  const position = [span(`${Math.floor(share * 100)}%`, theme.faint)];
  const { row, cursor } = statusRow('help', interruption, [], [position], context);
  return {
    rows: helpRows(place, height, context),
    status: row,
    cursor: statusCursor(cursor, context),
  };
}

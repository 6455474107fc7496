import { blankRow, span } from '../rows/row.ts';
import type { Screen } from '../rows/screen.ts';
import type { Context } from '../state/context.ts';
import { LEAST_COLUMNS, LEAST_ROWS } from '../state/geometry.ts';

/** What a terminal too small to read in says, on all of its rows. */
export function tooSmallScreen({ rows, messages }: Context): Screen {
  const words = messages.tooSmall(LEAST_COLUMNS, LEAST_ROWS).map(text => [span(text)]);
  return { rows: words, status: words[rows - 1] ?? blankRow };
}

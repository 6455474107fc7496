import { cutText, textWidth } from '../../article/width.ts';
import type { Entry } from '../state/entry.ts';
import { theme } from '../theme.ts';
import { type Ambiguous, fitRow, type Row, rightEnd, rowWidth, span } from './row.ts';

/** A row, and the column in it where the terminal's cursor stands; null if it is hidden. */
export type LineWithCursor = { readonly row: Row; readonly cursor: number | null };

/** A line being typed keeps at least these cells before anything on the right is shown. */
const LEAST_ENTRY = 12;

/** The end of `text` that takes at most `width` cells. */
function tailOf(text: string, width: number, ambiguous: Ambiguous): string {
  if (textWidth(text, ambiguous) <= width) return text;
  const characters = Array.from(text);
  let from = characters.length;
  while (from > 0 && textWidth(characters.slice(from - 1).join(''), ambiguous) <= width) from -= 1;
  return characters.slice(from).join('');
}

/**
 * A label, the line typed after it with the cursor in sight, and at the right `items`, the most
 * important first, as far as there is room.
 */
export function promptRow(
  label: string,
  { text, at }: Entry,
  items: readonly Row[],
  columns: number,
  ambiguous: Ambiguous,
): LineWithCursor {
  const shownLabel = cutText(label, Math.max(0, columns - 4), ambiguous);
  const labelCells = textWidth(shownLabel, ambiguous);
  const wanted = Math.max(LEAST_ENTRY, textWidth(text, ambiguous) + 1);
  const end = rightEnd(items, columns - labelCells - wanted, ambiguous);
  const room = Math.max(2, columns - labelCells - rowWidth(end, ambiguous));
  // The cursor itself takes a cell after the last character.
  const before = tailOf(text.slice(0, at), room - 1, ambiguous);
  const cursor = labelCells + textWidth(before, ambiguous);
  const left = [span(shownLabel, theme.notice), span(before), span(text.slice(at))];
  const cells = columns - rowWidth(end, ambiguous);
  return {
    row: [...fitRow(left, cells, ambiguous), ...end],
    cursor: Math.min(cursor, columns - 1),
  };
}

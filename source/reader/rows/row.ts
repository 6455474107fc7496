import { cutText, textWidth } from '../../article/width.ts';
import { type Look, type Shade, styled, theme } from '../theme.ts';
import { stableText } from './stable-text.ts';

/** A piece of a screen's row in one look. */
export type Span = { readonly text: string; readonly look: Look };

/** One row of the screen; the frame cuts what is wider than the screen. */
export type Row = readonly Span[];

export type Ambiguous = 1 | 2;

export const blankRow: Row = [];

export function span(text: string, look: Look = theme.plain): Span {
  return { text, look };
}

/** Cells a row takes. */
export function rowWidth(row: Row, ambiguous: Ambiguous): number {
  return row.reduce((sum, { text }) => sum + textWidth(text, ambiguous), 0);
}

/** `row` cut or filled with blanks to exactly `width` cells. */
export function fitRow(row: Row, width: number, ambiguous: Ambiguous): Row {
  const fitted: Span[] = [];
  let left = width;
  for (const { text, look } of row) {
    if (left <= 0) break;
    const shown = cutText(text, left, ambiguous);
    fitted.push({ text: shown, look });
    left -= textWidth(shown, ambiguous);
    // A cell that a wide character leaves free is not the next piece's.
    if (shown !== text) break;
  }
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** `row`, cut where it takes more than `width` cells. */
export function cutRow(row: Row, width: number, ambiguous: Ambiguous): Row {
  return rowWidth(row, ambiguous) <= width ? row : fitRow(row, width, ambiguous);
}

/**
 * `left` and `right` at the two ends of a row of `width` cells. What is on the right goes first
 * where there is not room for both: its items, given in order of importance, are dropped from the
 * last one on until `least` cells remain for the left, which is then cut.
 */
export function spreadRow(
  left: Row,
  right: readonly Row[],
  width: number,
  least: number,
  ambiguous: Ambiguous,
): Row {
  const tail = rightEnd(right, width - Math.min(least, rowWidth(left, ambiguous)), ambiguous);
  return [...fitRow(left, width - rowWidth(tail, ambiguous), ambiguous), ...tail];
}

/** The first of `items`, a gap before each, that fit into `width` cells; the first is the last. */
export function rightEnd(items: readonly Row[], width: number, ambiguous: Ambiguous): Row {
  const kept: Row[] = [];
  let room = width;
  for (const item of items) {
    const cells = rowWidth(item, ambiguous) + 2;
    if (cells > room) break;
    room -= cells;
    kept.unshift(item);
  }
  return kept.flatMap(item => [span('  '), ...item]);
}

/** `row` without its first `cells`; of a wide character half dropped a blank is left. */
export function dropCells(row: Row, cells: number, ambiguous: Ambiguous): Row {
  const kept: Span[] = [];
  let left = cells;
  for (const { text, look } of row) {
    let at = 0;
    for (const character of left > 0 ? text : '') {
      if (left <= 0) break;
      left -= textWidth(character, ambiguous);
      at += character.length;
    }
    if (left < 0) kept.push({ text: ' '.repeat(-left), look });
    left = Math.max(0, left);
    if (at < text.length) kept.push({ text: text.slice(at), look });
  }
  return kept;
}

/** Every span of a row in another look. */
export function withLook(row: Row, look: Look): Row {
  return [span(row.map(({ text }) => text).join(''), look)];
}

/** A row's words alone. */
export function plainRow(row: Row): string {
  return row
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}

/** Texts come clean to the reader; this is the last door before the terminal all the same. */
const control = /\p{Cc}/gu;

/** A row as characters for the terminal; its only control sequences are those of its looks. */
export function paintRow(row: Row, shade: Shade, ambiguous: Ambiguous): string {
  return row
    .map(({ text, look }) => {
      return styled(stableText(text.replace(control, ''), ambiguous), look, shade);
    })
    .join('')
    .trimEnd();
}

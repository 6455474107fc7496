const ESC = '\x1b[';

/** Bytes that moving rows takes at most; less than this is not worth it. */
const COST = 40;

/** Rows of the screen after some of them have been moved, and what moves them. */
export type Scrolled = {
  /** Leaves the terminal's cursor in the last row. */
  readonly sequence: string;
  readonly rows: readonly string[];
};

type Span = { readonly by: number; readonly from: number; readonly to: number };

/** From the first to the last row that moving by `by` rows, upwards if positive, puts in its place. */
function spanOf(
  previous: readonly string[],
  next: readonly string[],
  by: number,
): Span | undefined {
  const isMoved = (row: number): boolean =>
    next[row] !== '' && next[row] === previous[row + by] && next[row] !== previous[row];
  let first = 0;
  while (first < next.length && !isMoved(first)) first += 1;
  if (first === next.length) return undefined;
  let last = next.length - 1;
  while (!isMoved(last)) last -= 1;
  return { by, from: Math.min(first, first + by), to: Math.max(last, last + by) };
}

function moved(rows: readonly string[], { by, from, to }: Span): readonly string[] {
  return rows.map((row, at) => {
    if (at < from || at > to) return row;
    return at + by < from || at + by > to ? '' : (rows[at + by] ?? '');
  });
}

/** Characters to be written where `shown` is to become `next`. */
function missing(shown: readonly string[], next: readonly string[]): number {
  return next.reduce((sum, row, at) => sum + (row === shown[at] ? 0 : row.length), 0);
}

/**
 * Moves the rows of a full screen where that leaves less to be written, as when a text is scrolled
 * by a line; undefined where it does not. Rows are deleted at one end of what moves and inserted at
 * the other (ECMA-48, DL and IL): unlike a scroll region (DECSTBM), that leaves no state behind.
 *
 * @param previous the rows the terminal shows, as they were written
 * @param next as many rows that it is to show
 */
export function scrolledRows(
  previous: readonly string[],
  next: readonly string[],
): Scrolled | undefined {
  const { length } = next;
  if (previous.length !== length) return undefined;
  let best: Span | undefined;
  let least = missing(previous, next) - COST;
  for (let by = 1 - length; by < length && least > 0; by += 1) {
    const span = by === 0 ? undefined : spanOf(previous, next, by);
    if (span === undefined) continue;
    const left = missing(moved(previous, span), next);
    if (left < least) [best, least] = [span, left];
  }
  if (best === undefined) return undefined;
  const { by, from, to } = best;
  const count = Math.abs(by);
  const top = `${ESC}${from + 1};1H`;
  const end = `${ESC}${to - count + 2};1H`;
  const sequence =
    by > 0
      ? `${top}${ESC}${count}M${end}${ESC}${count}L`
      : `${end}${ESC}${count}M${top}${ESC}${count}L`;
  return { sequence: `${sequence}${ESC}${length};1H`, rows: moved(previous, best) };
}

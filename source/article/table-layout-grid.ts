/** Which cell of a table stands where, and how wide its columns are. */
import type { TableCell } from './document.ts';

export type PlacedCell = {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** The last row it reaches. */
  readonly lastRow: number;
};

export type Grid = {
  readonly columns: number;
  /** Cells that start in each row, from left to right. */
  readonly rows: readonly (readonly PlacedCell[])[];
  /** Rows at the top that hold header cells only; 0 if that were all rows. */
  readonly headerRows: number;
};

/** A table of more columns is never laid out in columns. */
export const mostColumns = 60;
/** Beyond this column a cell keeps no place free in later rows. */
const mostTracked = 1000;

/**
 * Places the cells of a table by their spans: a cell goes to the first free columns of its row,
 * never onto one that reaches down from above.
 *
 * @param rows Cells by the row they start in.
 */
export function placeCells(rows: readonly (readonly TableCell[])[]): Grid {
  const takenUntil: number[] = [];
  let columns = 0;
  const placed = rows.map((cells, row) => {
    let column = 0;
    return cells.map(cell => {
      const span = Math.max(1, Math.min(cell.columns, mostColumns));
      for (let at = column; at < column + span; at++) {
        if ((takenUntil[at] ?? -1) >= row) column = at + 1;
      }
      const lastRow = Math.min(rows.length - 1, row + Math.max(1, cell.rows) - 1);
      const at = column;
      for (; column < at + span; column++) {
        if (column < mostTracked) takenUntil[column] = lastRow;
      }
      columns = Math.max(columns, column);
      return { cell, row, column: at, columns: span, lastRow };
    });
  });
  const body = placed.findIndex(cells => !cells.every(({ cell }) => cell.header));
  return { columns, rows: placed, headerRows: Math.max(0, body) };
}

/** Cells a column wants: all its text on one row, and no word cut. */
export type Wish = { readonly widest: number; readonly longestWord: number };

/** Cells between two columns: blank, border, blank. */
export const betweenColumns = 3;
const narrowestColumn = 6;

/** What each column wants, given what each cell wants. */
export function columnWishes(grid: Grid, cells: ReadonlyMap<PlacedCell, Wish>): readonly Wish[] {
  const widest = new Array<number>(grid.columns).fill(0);
  const longest = new Array<number>(grid.columns).fill(0);
  const spread = (sizes: number[], { column, columns }: PlacedCell, size: number) => {
    let missing = size - betweenColumns * (columns - 1);
    for (let at = column; at < column + columns; at++) missing -= sizes[at] ?? 0;
    for (let at = column, left = columns; left > 0 && missing > 0; at++, left--) {
      const share = Math.ceil(missing / left);
      sizes[at] = (sizes[at] ?? 0) + share;
      missing -= share;
    }
  };
  const bySpan = [...cells].sort(([one], [other]) => one.columns - other.columns);
  for (const [placed, wish] of bySpan) {
    if (placed.columns === 1) {
      widest[placed.column] = Math.max(widest[placed.column] ?? 0, wish.widest);
      longest[placed.column] = Math.max(longest[placed.column] ?? 0, wish.longestWord);
    } else {
      spread(widest, placed, wish.widest);
      spread(longest, placed, wish.longestWord);
    }
  }
  return widest.map((size, at) => ({ widest: size, longestWord: longest[at] ?? 0 }));
}

/**
 * Widths of columns within a row.
 *
 * @param wishes What the columns want.
 * @param width Cells of the row.
 * @returns Cells of each column, or null if one would get less than its longest word or than six
 *   cells, as far as it wants them.
 */
export function columnWidths(wishes: readonly Wish[], width: number): readonly number[] | null {
  const room = width - betweenColumns * (wishes.length - 1);
  const least = wishes.map(({ widest, longestWord }) =>
    Math.min(widest, Math.max(longestWord, narrowestColumn)),
  );
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const wanted = sum(wishes.map(({ widest }) => widest));
  if (wanted <= room) return wishes.map(({ widest }) => widest);
  let free = room - sum(least);
  if (free < 0) return null;
  const share = free / (wanted - sum(least));
  const widths = wishes.map(({ widest }, at) => {
    const size = least[at] ?? 0;
    const more = Math.floor((widest - size) * share);
    free -= more;
    return size + more;
  });
  for (let at = 0; free > 0 && at < widths.length; at++) {
    const size = widths[at] ?? 0;
    if (size >= (wishes[at]?.widest ?? 0)) continue;
    widths[at] = size + 1;
    free--;
  }
  return widths;
}

/** The rows of a table whose columns stand side by side. */
import { type Context, nowhere, type Setting, type Steps, takePrefix } from './layout-context.ts';
import type { Line, Segment } from './line.ts';
import { betweenColumns, type Grid, type PlacedCell } from './table-layout-grid.ts';
import { textWidth } from './width.ts';

/** A cell some of whose rows are yet to be shown. */
type OpenCell = { readonly placed: PlacedCell; readonly lines: readonly Line[]; shown: number };

type Border = {
  readonly line: string;
  readonly bar: string;
  readonly cross: string;
  readonly left: string;
  readonly right: string;
};
const drawn: Border = { line: '─', bar: '│', cross: '┼', left: '├', right: '┤' };
/** Where box drawing might take two cells. */
const ascii: Border = { line: '-', bar: '|', cross: '+', left: '+', right: '+' };

const blank = (count: number, start: number): Segment => ({
  text: ' '.repeat(count),
  style: 0,
  link: 0,
  role: 'border',
  start,
});

function spanWidth(widths: readonly number[], { column, columns }: PlacedCell): number {
  let width = betweenColumns * (columns - 1);
  for (let at = column; at < column + columns; at++) width += widths[at] ?? 0;
  return width;
}

function trimEnd(segments: Segment[]): void {
  for (let last = segments.pop(); last !== undefined; last = segments.pop()) {
    const isOurs = last.role === 'border' || last.role === 'marker';
    const text = isOurs ? last.text.trimEnd() : last.text;
    if (text === '') continue;
    segments.push({ ...last, text });
    return;
  }
}

/** One row of a table: a line of each cell, filled to its width, borders between. */
function joined(
  cells: readonly (OpenCell | undefined)[],
  widths: readonly number[] | null,
  border: Border,
  setting: Setting,
  context: Context,
): Line {
  const present = cells.flatMap(cell => cell?.lines[cell.shown] ?? []);
  const withText = present.filter(line => line.start !== nowhere);
  const place = withText.length > 0 ? Math.min(...withText.map(line => line.start)) : nowhere;
  const end = Math.max(place, ...withText.map(line => line.end));
  const segments: Segment[] = takePrefix(context, place);
  for (let column = 0; column < cells.length; ) {
    if (column > 0) segments.push({ ...blank(1, place), text: ` ${border.bar} ` });
    const cell = cells[column];
    const line = cell?.lines[cell.shown];
    if (cell !== undefined && line !== undefined) cell.shown++;
    const own = line?.segments ?? [];
    const width =
      widths === null ? 0 : cell ? spanWidth(widths, cell.placed) : (widths[column] ?? 0);
    const text = own.map(one => one.text).join('');
    const free = width - textWidth(text, setting.options.ambiguous);
    const align = cell?.placed.cell.align ?? 'left';
    const before = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0;
    if (before > 0) segments.push(blank(before, line?.start ?? place));
    for (const one of own) segments.push(one.start === nowhere ? { ...one, start: place } : one);
    if (free - Math.max(0, before) > 0)
      segments.push(blank(free - Math.max(0, before), line?.end ?? place));
    column += cell?.placed.columns ?? 1;
  }
  trimEnd(segments);
  return { segments, start: place, end };
}

/** The rule below a row; cells that reach further down stay open. */
function ruled(
  open: readonly (OpenCell | undefined)[],
  row: number,
  widths: readonly number[],
  border: Border,
  context: Context,
  place: number,
): Line {
  const goesOn = (column: number) => {
    const cell = open[column];
    return cell !== undefined && cell.placed.lastRow > row;
  };
  let text = '';
  widths.forEach((width, column) => {
    const here = goesOn(column);
    if (column > 0) {
      const before = goesOn(column - 1);
      const same = here && before && open[column] === open[column - 1];
      const middle = same
        ? ' '
        : here
          ? before
            ? border.bar
            : border.right
          : before
            ? border.left
            : border.cross;
      text += (before ? ' ' : border.line) + middle + (here ? ' ' : border.line);
    }
    text += (here ? ' ' : border.line).repeat(width);
  });
  const segments = takePrefix(context, place);
  segments.push({ text: text.trimEnd(), style: 0, link: 0, role: 'border', start: place });
  return { segments, start: place, end: place };
}

/** All lines of a cell as one, for a row that never ends. */
function single(lines: readonly Line[]): Line[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || lines.length === 1) return [...lines];
  const segments = lines.flatMap((line, index) =>
    index === 0 ? line.segments : [blank(1, line.start), ...line.segments],
  );
  const start = lines.find(line => line.start !== nowhere)?.start ?? nowhere;
  return [{ segments, start, end: last.end }];
}

/**
 * Rows of a table in columns, table row by table row.
 *
 * @param grid Its cells.
 * @param widths Cells of each column; null: as wide as its text is, each table row on one row.
 * @param rules Whether a rule stands below every table row, not only below headers.
 * @param lines Lays a cell out for a width.
 */
export function* columnRows(
  setting: Setting,
  grid: Grid,
  widths: readonly number[] | null,
  rules: boolean,
  context: Context,
  lines: (placed: PlacedCell, width: number) => Line[],
): Steps {
  const border = setting.options.ambiguous === 2 ? ascii : drawn;
  const open = new Array<OpenCell | undefined>(grid.columns).fill(undefined);
  // A rule stands where the row above does: a cell that reaches further down goes on below it.
  let place: number = nowhere;
  for (const [row, cells] of grid.rows.entries()) {
    for (const placed of cells) {
      const width = widths === null ? Number.POSITIVE_INFINITY : spanWidth(widths, placed);
      const own = lines(placed, width);
      const cell = { placed, lines: widths === null ? single(own) : own, shown: 0 };
      for (let at = placed.column; at < placed.column + placed.columns; at++) open[at] = cell;
    }
    let height = 0;
    for (const cell of open) {
      if (cell === undefined) continue;
      const left = cell.lines.length - cell.shown;
      height = Math.max(height, cell.placed.lastRow === row ? left : Math.min(left, 1));
    }
    for (let line = 0; line < height; line++) {
      const shown = joined(open, widths, border, setting, context);
      place = shown.start;
      yield shown;
    }
    const isLast = row === grid.rows.length - 1;
    if (widths !== null && !isLast && (rules || row === grid.headerRows - 1) && height > 0) {
      yield ruled(open, row, widths, border, context, place);
    }
    open.forEach((cell, column) => {
      if (cell !== undefined && cell.placed.lastRow <= row) open[column] = undefined;
    });
  }
}

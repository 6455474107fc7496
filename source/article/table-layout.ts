/** Tables: in columns where they fit, else one cell below the other. */
import { type Block, type Leaf, Style } from './document.ts';
import {
  type Context,
  emptyLine,
  extraCells,
  indented,
  nowhere,
  outermost,
  type Setting,
  type Steps,
} from './layout-context.ts';
import { leafSteps } from './layout-leaf.ts';
import { rowsOf } from './layout-rows.ts';
import type { Line } from './line.ts';
import { columnRows } from './table-layout-columns.ts';
import {
  columnWidths,
  columnWishes,
  type Grid,
  mostColumns,
  type PlacedCell,
  placeCells,
  type Wish,
} from './table-layout-grid.ts';
import { cutText, textWidth } from './width.ts';
import { widestBox } from './wrap.ts';

/** Tables within more tables than this are laid out one cell below the other. */
const deepestTable = 3;
/** The first rows say how wide columns are; a longer table does not wait for its end. */
const measuredRows = 20_000;

/** The text of a cell that needs no laying out if it fits: one plain line. */
function plainLeaf(placed: PlacedCell): Leaf | undefined {
  const [block, ...others] = placed.cell.blocks;
  if (block?.kind !== 'paragraph' || others.length > 0) return undefined;
  const { leaf } = block;
  if (leaf.runs.length > 0 || leaf.images.length > 0) return undefined;
  return /[\s\u00ad\u200b\u2060\ufeff]$|^\s|[\n\t\u00ad\u200b\u2060\ufeff]/.test(leaf.text)
    ? undefined
    : leaf;
}

function cellLines(setting: Setting, placed: PlacedCell, width: number, context: Context): Line[] {
  const style = context.style | (placed.cell.header ? Style.bold : 0);
  const leaf = plainLeaf(placed);
  if (leaf !== undefined && textWidth(leaf.text, setting.options.ambiguous) <= width) {
    const { text, start } = leaf;
    if (text === '') return [];
    const segment = { text, style, link: 0, role: 'text', start } as const;
    return [{ segments: [segment], start, end: start + text.length }];
  }
  const inner = outermost(width, { style, indents: false, tables: context.tables + 1 });
  const steps = setting.blocks(setting, placed.cell.blocks, inner);
  return withPlaces([...rowsOf(steps, setting.options, nowhere)]);
}

/** Rows without text before the first with text get its place. */
function withPlaces(lines: Line[]): Line[] {
  const first = lines.findIndex(line => line.start !== nowhere);
  const start = lines[first]?.start ?? nowhere;
  return lines.map((line, index) => (index < first ? { ...line, start, end: start } : line));
}

function words(line: Line): string {
  const own = line.segments.filter(({ role }) => role === 'text' || role === 'heading');
  return own.map(({ text }) => text).join('');
}

function cellWish(setting: Setting, placed: PlacedCell, context: Context): Wish {
  const { ambiguous } = setting.options;
  let widest = 0;
  let longestWord = 0;
  for (const line of cellLines(setting, placed, Number.POSITIVE_INFINITY, context)) {
    const text = line.segments.map(one => one.text).join('');
    widest = Math.max(widest, textWidth(text, ambiguous));
    longestWord = Math.max(longestWord, widestBox(text, ambiguous));
  }
  return { widest, longestWord };
}

/**
 * Rows of a table.
 *
 * @param block The table.
 */
export function* tableSteps(
  setting: Setting,
  block: Extract<Block, { kind: 'table' }>,
  context: Context,
): Steps {
  if (block.caption !== null) {
    const style = context.style | Style.italic;
    const look = { role: 'text', align: 'left', indent: 0 } as const;
    yield leafSteps(setting, block.caption, { ...context, style }, look);
  }
  const grid = placeCells(block.rows);
  if (grid.columns === 0) return;
  // Columns have no room for a first row that begins further right than the others.
  if (extraCells(context) > 0) yield emptyLine(context, nowhere, setting.options);
  const lines = (placed: PlacedCell, width: number) => cellLines(setting, placed, width, context);
  if (context.width === Number.POSITIVE_INFINITY && context.tables <= deepestTable) {
    yield columnRows(setting, grid, null, false, context, lines);
    return;
  }
  if (grid.columns <= mostColumns && context.tables < deepestTable) {
    const wishes = new Map<PlacedCell, Wish>();
    for (const row of grid.rows.slice(0, measuredRows)) {
      for (const placed of row) wishes.set(placed, cellWish(setting, placed, context));
    }
    const wanted = columnWishes(grid, wishes);
    const room = context.width;
    const widths =
      grid.columns === 1 ? [Math.min(wanted[0]?.widest ?? 0, room)] : columnWidths(wanted, room);
    if (widths !== null) {
      const wraps = widths.some((width, column) => width < (wanted[column]?.widest ?? 0));
      yield columnRows(setting, grid, widths, wraps, context, lines);
      return;
    }
  }
  yield stackedSteps(setting, grid, context);
}

/** Headers of every column, the words alone, cut to half a row. */
function headers(setting: Setting, grid: Grid, context: Context): string[] {
  const found = new Array<string>(grid.columns).fill('');
  for (const placed of grid.rows.slice(0, grid.headerRows).flat()) {
    const lines = cellLines(setting, placed, Number.POSITIVE_INFINITY, context);
    const text = lines.map(words).join(' ').trim();
    for (let at = placed.column; at < placed.column + placed.columns; at++) {
      found[at] = `${found[at] ?? ''} ${text}`.trim();
    }
  }
  const room = Math.max(1, Math.floor(context.width / 2));
  return found.map(name => cutText(name, room, setting.options.ambiguous));
}

function* stackedSteps(setting: Setting, grid: Grid, context: Context): Steps {
  const names =
    context.tables < deepestTable ? headers(setting, grid, { ...context, style: 0 }) : [];
  const inTable = { ...context, indents: false, tables: context.tables + 1 };
  for (const [index, row] of grid.rows.entries()) {
    if (index >= grid.headerRows && index > 0) yield { gap: context };
    for (const { cell, column } of row) {
      if (cell.blocks.length === 0) continue;
      const style = context.style | (cell.header ? Style.bold : 0);
      const name = index < grid.headerRows ? '' : (names[column] ?? '');
      const inner =
        name === '' ? inTable : indented(inTable, `${name}: `, '  ', setting.options.ambiguous);
      yield setting.blocks(setting, cell.blocks, { ...inner, style });
    }
  }
}

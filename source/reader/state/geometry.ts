import type { Prefs } from './prefs.ts';

/** The smallest terminal the reader draws in. */
export const LEAST_COLUMNS = 20;
export const LEAST_ROWS = 5;
/** From here on home shows categories and posts side by side. */
const WIDE_COLUMNS = 100;
/** From here on screens afford blank rows. */
export const ROOMY_ROWS = 12;

export type Size = { readonly columns: number; readonly rows: number };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < LEAST_COLUMNS || rows < LEAST_ROWS;
}

/** Whether home shows categories and posts side by side. */
export function isWide({ columns, prefs }: { readonly columns: number; readonly prefs: Prefs }) {
  return columns >= WIDE_COLUMNS && prefs.split;
}

/** Cells of the categories where posts stand beside them. */
export function categoryCells(columns: number, side: number): number {
  const natural = Math.min(40, Math.max(28, Math.floor(columns * 0.26)));
  return Math.max(20, Math.min(natural + side, columns - 43));
}

/** Rows above a list: its heading, and a blank row below it if roomy. */
export function listTop({ rows }: Size): number {
  return rows >= ROOMY_ROWS ? 2 : 1;
}

/** Rows of a list: all but its heading and the status line, and a blank row after each if roomy. */
export function listHeight({ rows }: Size): number {
  return Math.max(1, rows - (rows >= ROOMY_ROWS ? 4 : 2));
}

/** Rows of an article or the help: all but the status line, and a blank row before it if roomy. */
export function pageHeight({ rows }: Size): number {
  return Math.max(1, rows - (rows >= ROOMY_ROWS ? 2 : 1));
}

/** Cells of an article's rows and the blank cells to their left; `width` is the reader's measure. */
export function measureOf(
  columns: number,
  { measure: width, article }: Pick<Prefs, 'measure' | 'article'>,
): { measure: number; margin: number } {
  const edge = columns >= 40 ? 2 : columns >= 24 ? 1 : 0;
  const wanted = article === 'full' ? columns : width;
  const measure = Math.max(1, Math.min(wanted, columns - 2 * edge));
  return { measure, margin: Math.floor((columns - measure) / 2) };
}

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

export function isWide({ columns }: Size): boolean {
  return columns >= WIDE_COLUMNS;
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
export function measureOf(columns: number, width: number): { measure: number; margin: number } {
  const margin = columns >= 40 ? 2 : columns >= 24 ? 1 : 0;
  const measure = Math.max(1, Math.min(width, columns - 2 * margin));
  return { measure, margin: Math.floor((columns - measure) / 2) };
}

import type { ReaderSettings } from '../settings.ts';
import { shadeOf } from '../theme.ts';
import { blankRow, cutRow, paintRow, plainRow, type Row } from './row.ts';

/** A whole screen: what stands on it, and nothing of how it is written to a terminal. */
export type Screen = {
  /** From the top of the screen; what is more than fits above the status line is not shown. */
  readonly rows: readonly Row[];
  readonly status: Row;
  /** Where text is typed: input methods show what they compose there. */
  readonly cursor?: { readonly x: number; readonly y: number } | undefined;
};

/** The terminal a screen is for: its cells, and how things look in it. */
export type Canvas = {
  readonly columns: number;
  readonly rows: number;
  readonly settings: Pick<ReaderSettings, 'ambiguous' | 'color' | 'background'>;
};

/** A row as characters for the terminal, and its words alone, for a screen reader. */
export type PaintedRow = { readonly text: string; readonly plain: string };

/** Where the status line's cursor is on the screen; null if it is hidden. */
export function statusCursor(
  cursor: number | null,
  { rows }: { readonly rows: number },
): Screen['cursor'] {
  return cursor === null ? undefined : { x: cursor, y: rows - 1 };
}

/**
 * As many rows as the terminal has: those of the screen from the top, blank ones below them, the
 * status line at the bottom. A row wider than the terminal is cut, for that would break it over the
 * rows below.
 */
export function paintScreen({ rows, status }: Screen, canvas: Canvas): readonly PaintedRow[] {
  const { columns, rows: height, settings } = canvas;
  const { ambiguous } = settings;
  const shade = shadeOf(settings);
  return Array.from({ length: height }, (_, place) => {
    const row = place === height - 1 ? status : (rows[place] ?? blankRow);
    const cut = cutRow(row, columns, ambiguous);
    return { text: paintRow(cut, shade, ambiguous), plain: plainRow(cut) };
  });
}

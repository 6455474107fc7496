import type { Size } from './state/geometry.ts';

/** A terminal's size; one that tells none has what terminals have had since the VT100. */
export function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

/** Home and erase to the end: unlike ED 2 it pushes nothing into a scrollback. */
export const CLEAR = '\x1b[H\x1b[J';

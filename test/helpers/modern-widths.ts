import type { Terminal } from '@xterm/headless';
import { textWidth } from '../../source/article/width.ts';

/** What xterm.js packs into a number: the width, and whether a character joins the one before. */
function properties(width: number, joins: boolean): number {
  return ((width & 3) << 1) | (joins ? 1 : 0);
}

/**
 * Makes the emulator count cells as today's terminals do: of itself it goes by Unicode 6, where an
 * emoji takes one.
 */
export function setModernWidths(terminal: Terminal): void {
  const known = new Map<number, 0 | 1 | 2>();
  const wcwidth = (point: number): 0 | 1 | 2 => {
    let width = known.get(point);
    if (width === undefined) {
      const cells = point < 32 ? 0 : textWidth(String.fromCodePoint(point), 1);
      width = cells === 0 ? 0 : cells === 1 ? 1 : 2;
      known.set(point, width);
    }
    return width;
  };
  terminal.unicode.register({
    version: 'modern',
    wcwidth,
    charProperties: (point, preceding) => {
      const width = wcwidth(point);
      const before = (preceding >> 1) & 3;
      const joins = width === 0 && preceding !== 0 && before !== 0;
      return properties(joins ? Math.max(before, width) : width, joins);
    },
  });
  terminal.unicode.activeVersion = 'modern';
}

/** The table behind widths and grapheme clusters, one byte a code point. */
import { widthRanges } from './width-data.ts';

/**
 * Unpacks ranges as `source/build/unicode-data.ts` writes them.
 *
 * @param ranges Triples of numbers (gap, length, value), each of 5 bits a character, lowest
 *   first, the sixth bit saying that more follow.
 * @returns The value of every code point; 0 where no range says otherwise.
 */
export function unpackRanges(ranges: string): Uint8Array {
  const table = new Uint8Array(0x110000);
  let at = 0;
  const next = () => {
    let number = 0;
    for (let shift = 0; ; shift += 5) {
      const bits = ranges.charCodeAt(at++) - 48;
      number |= (bits & 31) << shift;
      if (bits < 32) return number;
    }
  };
  let point = 0;
  while (at < ranges.length) {
    const from = point + next();
    point = from + next();
    table.fill(next(), from, point);
  }
  return table;
}

/**
 * Of every code point: its `ClusterClass` (bits 0–4), its cells (bits 5–6, see `Cells`), and in
 * bit 7 whether it is one cell that becomes two before U+FE0F.
 */
export const characterTable: Uint8Array = unpackRanges(widthRanges);

export const Cells = { narrow: 0, none: 1 << 5, wide: 2 << 5, ambiguous: 3 << 5 } as const;
export const clusterMask = 31;
export const cellsMask = 3 << 5;
export const emojiBit = 1 << 7;

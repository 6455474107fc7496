import { textWidth } from '../article/width.ts';
import type { Context } from './context.ts';

/** Cells of a line: the terminal's or `--width`; `undefined` where nothing is cut. */
export function lineColumns({ columns, options }: Context): number | undefined {
  if (options.width === undefined) return columns;
  return Number.isFinite(options.width) ? options.width : undefined;
}

/** Cells of an East Asian Ambiguous character, as configured. */
export function ambiguousWidth({ configuration }: Context): 1 | 2 {
  return configuration.ambiguous ?? 1;
}

/** Cells of the widest of some texts, 0 if there are none. */
export function widest(texts: Iterable<string>, ambiguous: 1 | 2): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, textWidth(text, ambiguous));
  return most;
}

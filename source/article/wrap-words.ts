/** Words of the scripts that write none apart: Thai, Lao, Khmer, Burmese. */
import { classTable } from './line-break.ts';
import { LineBreakClass as C } from './line-break-data.ts';

/** A longer run is cut into words piece by piece. */
const longestRun = 2000;

let segmenter: Intl.Segmenter | undefined;

/**
 * Where words start in the run of such a script around `index`.
 *
 * @param text The text.
 * @param index A place within the run, not its first character.
 * @param limit No run goes beyond.
 * @returns Offsets of word starts after the run's first, and where the answer ends to hold.
 */
export function wordStarts(
  text: string,
  index: number,
  limit: number,
): { readonly starts: ReadonlySet<number>; readonly end: number } {
  const belongs = (at: number) => {
    const symbol = classTable[text.charCodeAt(at)] ?? 0;
    return symbol === C.SA || symbol === C.CM;
  };
  let from = index;
  while (from > index - longestRun && from > 0 && belongs(from - 1)) from--;
  let end = index;
  while (end < limit && end < index + longestRun && belongs(end)) end++;
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const starts = new Set<number>();
  for (const { index: at } of segmenter.segment(text.slice(from, end))) {
    if (at > 0) starts.add(from + at);
  }
  return { starts, end };
}

import type { Segment } from '../../article/line.ts';
import type { Match } from '../../library/find-text.ts';

/** A piece of a line, and whether it is part of a match, or of the one that find stands on. */
export type LitSegment = Segment & { readonly lit: 'no' | 'match' | 'current' };

/** Index of the first match that ends behind `offset`. */
function firstBehind(matches: readonly Match[], offset: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The segments of a line of an article, cut where matches begin and end. What is ours (bullets,
 * link numbers, image words) is never lit.
 *
 * @param matches In order, not overlapping: offsets of the article's text.
 * @param current Index of the match that find stands on, -1 if on none.
 */
export function litSegments(
  segments: readonly Segment[],
  matches: readonly Match[],
  current: number,
): readonly LitSegment[] {
  return segments.flatMap((segment): readonly LitSegment[] => {
    const { text, start, role } = segment;
    const end = start + text.length;
    const isText = role === 'text' || role === 'heading' || role === 'code';
    const cut: LitSegment[] = [];
    let at = start;
    const put = (to: number, lit: LitSegment['lit']): void => {
      if (to <= at) return;
      cut.push({ ...segment, text: text.slice(at - start, to - start), start: at, lit });
      at = to;
    };
    for (let index = isText ? firstBehind(matches, start) : matches.length; ; index += 1) {
      const match = matches[index];
      if (match === undefined || match.start >= end) break;
      put(match.start, 'no');
      put(Math.min(match.end, end), index === current ? 'current' : 'match');
    }
    put(end, 'no');
    return cut;
  });
}

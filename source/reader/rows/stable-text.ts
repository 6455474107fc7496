import { textWidth } from '../../article/width.ts';

/** Variation selector 16, keycap, regional indicators, skin tones, joiners. */
const unstable = /[\u200d\ufe0f\u20e3\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
const flag = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u;
const emoji = /^[\p{Extended_Pictographic}\d#*]/u;
const REGIONAL_A = 0x1f1e6;

let segmenter: Intl.Segmenter | undefined;

function collapse(cluster: string): string {
  if (flag.test(cluster)) {
    return Array.from(cluster, indicator =>
      String.fromCharCode(65 + (indicator.codePointAt(0) ?? REGIONAL_A) - REGIONAL_A),
    ).join('');
  }
  return emoji.test(cluster) ? String.fromCodePoint(cluster.codePointAt(0) ?? 32) : cluster;
}

/**
 * Text whose width all terminals agree on: an emoji sequence becomes its first emoji, a flag its
 * two letters, filled with blanks to the cells the sequence was laid out with. Terminals differ in
 * the width of such sequences, and one wrong cell spoils every later change of that row.
 */
export function stableText(text: string, ambiguous: 1 | 2): string {
  if (!unstable.test(text)) return text;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let stable = '';
  for (const { segment } of segmenter.segment(text)) {
    if (!unstable.test(segment)) {
      stable += segment;
      continue;
    }
    const collapsed = collapse(segment);
    const missing = textWidth(segment, ambiguous) - textWidth(collapsed, ambiguous);
    stable += collapsed + ' '.repeat(Math.max(0, missing));
  }
  return stable;
}

/** Text as search compares it: compatibility forms and case made one, blanks counted once. */

/** In: any text. Out: NFKC (full and half width are one), lower case, each run of blanks one blank. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/** A character with the marks that stand on it, or a run of blanks: what folds by itself. */
const UNIT = /\s+|[^\s\p{M}]\p{M}*|\p{M}+/gu;

/**
 * Where in `text` the folded text's characters `start`…`end` come from. In and out: UTF-16 offsets,
 * the end excluded; whole characters with their marks.
 */
export function unfoldRange(text: string, start: number, end: number): readonly [number, number] {
  let folded = 0;
  let from = -1;
  for (const match of text.matchAll(UNIT)) {
    const next = folded + foldText(match[0]).length;
    if (from === -1 && next > start) from = match.index;
    if (next >= end) return [Math.max(0, from), match.index + match[0].length];
    folded = next;
  }
  return [from === -1 ? text.length : from, text.length];
}

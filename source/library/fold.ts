/** Text as search compares it: compatibility forms and case made one, blanks counted once. */

/**
 * In: any text. Out: NFKC (full and half width are one), lower case with one sigma wherever it stands,
 * each run of blanks one blank.
 */
export function foldText(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  return lower.replaceAll('ς', 'σ').replace(/\s+/g, ' ');
}

/** A character with the marks that stand on it, or a run of blanks: what folds by itself. */
const UNIT = /\s+|[^\s\p{M}]\p{M}*|\p{M}+/gu;
/** Many of these at once, for the way to the place that is sought. */
const UNITS = /\s+|(?:[^\s\p{M}]\p{M}*){1,128}|\p{M}+/gu;

/**
 * Where in `text` the folded text's characters `start`…`end` come from. In and out: UTF-16 offsets,
 * the end excluded; whole characters with their marks.
 */
export function unfoldRange(text: string, start: number, end: number): readonly [number, number] {
  let folded = 0;
  let from = -1;
  for (const { 0: units, index } of text.matchAll(UNITS)) {
    const after = folded + foldText(units).length;
    if (after <= start || (from !== -1 && after < end)) {
      folded = after;
      continue;
    }
    for (const { 0: unit, index: at } of units.matchAll(UNIT)) {
      const next = folded + foldText(unit).length;
      if (from === -1 && next > start) from = index + at;
      if (next >= end) return [Math.max(0, from), index + at + unit.length];
      folded = next;
    }
  }
  return [from === -1 ? text.length : from, text.length];
}

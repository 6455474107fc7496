/** Extended grapheme clusters, by the rules of UAX #29 (Unicode 17). */
import { ClusterClass } from './width-data.ts';
import { characterTable, clusterMask } from './width-table.ts';

const {
  cr,
  lf,
  control,
  extend,
  zwj,
  regionalIndicator,
  prepend,
  spacingMark,
  l,
  v,
  t,
  lv,
  lvt,
  pictographic,
  consonant,
  linker,
  extendOnly,
} = ClusterClass;

/** What of the cluster so far later characters ask about. */
type Context = { conjunct: 'none' | 'consonant' | 'linked'; pictograph: boolean; flags: number };

function joins(before: number, after: number, context: Context): boolean {
  if (before === cr) return after === lf;
  if (before === lf || before === control) return false;
  if (after === cr || after === lf || after === control) return false;
  if (after === extend || after === linker || after === extendOnly) return true;
  if (after === zwj || after === spacingMark) return true;
  if (before === prepend) return true;
  if (before === l) return after === l || after === v || after === lv || after === lvt;
  if (before === lv || before === v) return after === v || after === t;
  if (before === lvt || before === t) return after === t;
  if (after === consonant) return context.conjunct === 'linked';
  if (after === pictographic) return before === zwj && context.pictograph;
  if (after === regionalIndicator) return before === regionalIndicator && context.flags % 2 === 1;
  return false;
}

function follow(cluster: number, context: Context): void {
  if (cluster === consonant) context.conjunct = 'consonant';
  else if (cluster === linker) {
    if (context.conjunct === 'consonant') context.conjunct = 'linked';
  } else if (cluster !== extend && cluster !== zwj) context.conjunct = 'none';
  if (cluster === pictographic) context.pictograph = true;
  else if (cluster !== extend && cluster !== linker && cluster !== extendOnly && cluster !== zwj) {
    context.pictograph = false;
  }
  if (cluster === regionalIndicator) context.flags++;
}

/**
 * Where the grapheme cluster that starts at `index` ends.
 *
 * @param text Any text.
 * @param index Start of a cluster, in UTF-16 units.
 * @returns Offset after the cluster's last unit; `text.length` at the end.
 */
export function clusterEnd(text: string, index: number): number {
  let point = text.codePointAt(index);
  if (point === undefined) return text.length;
  let before = (characterTable[point] ?? 0) & clusterMask;
  let at = index + (point > 0xffff ? 2 : 1);
  const context: Context = { conjunct: 'none', pictograph: false, flags: 0 };
  follow(before, context);
  while (at < text.length) {
    point = text.codePointAt(at) ?? 0;
    const after = (characterTable[point] ?? 0) & clusterMask;
    if (!joins(before, after, context)) break;
    follow(after, context);
    before = after;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

/**
 * The grapheme clusters of a text, one after another.
 *
 * @param text Any text; a lone surrogate is a cluster of its own.
 */
export function* clusters(text: string): Generator<string, void> {
  for (let from = 0; from < text.length; ) {
    const to = clusterEnd(text, from);
    yield text.slice(from, to);
    from = to;
  }
}

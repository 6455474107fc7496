/** The last resort: boxes wider than the line, cut where it hurts least. */
import type { Measure } from './fit.ts';
import { clusterEnd } from './graphemes.ts';
import { Edge, edgeTable } from './kinsoku.ts';
import { textWidth } from './width.ts';
import { addBox, BoxEnd, type Boxes, softHyphen } from './wrap-boxes.ts';

/**
 * Where a word that is too long is cut rather than elsewhere, best first: beside signs that end a
 * word, after a solidus, after signs that stand within words.
 */
const preferences: readonly ((before: string, after: string) => boolean)[] = [
  (before, after) => '([{<'.includes(after) || !(isWordInner(before) || before === '/'),
  (before, after) => before === '/' && isWordInner(after),
  before => '._,:@&'.includes(before),
];

/** Letters, digits, and the signs that join them to one word. */
function isWordInner(character: string): boolean {
  const edges = edgeTable[character.charCodeAt(0)] ?? 0;
  return (edges & Edge.latin) !== 0 || ".,'’:_@&".includes(character);
}

type Cut = { readonly at: number; readonly cells: number };

function isBlank(text: string, at: number): boolean {
  return ((edgeTable[text.charCodeAt(at)] ?? 0) & Edge.blank) !== 0;
}

/** Where a piece ends without the blanks at its end, and the invisible characters among them. */
function withoutBlanks(text: string, start: number, end: number): number {
  let at = end;
  let blanks = 0;
  while (at > start) {
    const edges = edgeTable[text.charCodeAt(at - 1)] ?? 0;
    if ((edges & (Edge.blank | Edge.hint)) === 0) break;
    blanks += edges & Edge.blank;
    at--;
  }
  return blanks > 0 || at === start ? at : end;
}

function badCut(text: string, at: number): boolean {
  const after = edgeTable[text.charCodeAt(at)] ?? 0;
  const before = edgeTable[text.charCodeAt(at - 1)] ?? 0;
  if (isBlank(text, at) || text.startsWith('://', at - 3)) return true;
  return (after & Edge.notAtStart) !== 0 || (before & Edge.notAtEnd) !== 0;
}

/** Ends of the clusters from `start` to `end`, with the cells from `start` to there. */
function clusterCuts(text: string, start: number, end: number, ambiguous: 1 | 2): Cut[] {
  const cuts: Cut[] = [];
  let cells = 0;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    const plain = code > 0x20 && code < 0x7f && text.charCodeAt(at + 1) < 0x7f;
    const next = plain ? at + 1 : Math.min(end, clusterEnd(text, at));
    cells += plain ? 1 : textWidth(text.slice(at, next), ambiguous);
    cuts.push({ at: next, cells });
    at = next;
  }
  return cuts;
}

/** How far from the even place a better one is looked for. */
const search = 8;

/** The cut nearest to `middle`, not before `first` nor beyond `limit` cells, that is no bad one. */
function nearestCut(
  text: string,
  cuts: readonly Cut[],
  first: number,
  middle: number,
  limit: number,
): number {
  const isGood = (index: number) => {
    const cut = cuts[index];
    if (cut === undefined || cut.cells > limit || badCut(text, cut.at)) return false;
    return text.charCodeAt(cut.at - 1) !== softHyphen;
  };
  for (let away = 0; away < search; away++) {
    if (isGood(middle + away)) return middle + away;
    if (middle - away >= first && isGood(middle - away)) return middle - away;
  }
  return middle;
}

/** Cuts `first`…`last` of `cuts` (a stretch without a preferred place) into equal parts. */
function evenly(
  text: string,
  cuts: readonly Cut[],
  first: number,
  last: number,
  width: number,
  add: (cut: Cut) => void,
): void {
  const from = first > 0 ? (cuts[first - 1]?.cells ?? 0) : 0;
  const total = (cuts[last]?.cells ?? 0) - from;
  const part = Math.ceil(total / Math.ceil(total / width));
  let begin = first;
  let left = from;
  while (begin <= last) {
    let end = begin;
    while (end < last && (cuts[end + 1]?.cells ?? 0) - left <= part) end++;
    if (end < last) end = nearestCut(text, cuts, begin, end, left + width);
    const cut = cuts[end];
    if (cut === undefined) return;
    add(cut);
    left = cut.cells;
    begin = end + 1;
  }
}

/**
 * Copies boxes, those wider than a line cut: after `/ ? & = - _ .` and the like where pieces then
 * fit, else into equal parts between grapheme clusters.
 *
 * @param boxes As cut by `cutBoxes`.
 * @param result Filled anew; must have room for a box a character.
 * @param text Their text.
 * @param measure Cells of rows.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 * @param from Boxes from this one on are cut, at the best places only, though they fit.
 */
export function splitBoxes(
  boxes: Boxes,
  result: Boxes,
  text: string,
  measure: Measure,
  ambiguous: 1 | 2,
  from: number = boxes.count,
): void {
  const most = measure.rest + measure.reach;
  const width = Math.min(measure.first, measure.rest);
  result.count = 0;
  result.widest = 0;
  for (let box = 0; box < boxes.count; box++) {
    const start = boxes.start[box] ?? 0;
    const end = boxes.end[box] ?? 0;
    const left = boxes.left[box] ?? 0;
    const right = boxes.right[box] ?? 0;
    const kind = boxes.kind[box] ?? 0;
    if (right - left <= most && box < from) {
      addBox(result, text, start, end, left, right, kind);
      continue;
    }
    const cuts = clusterCuts(text, start, end, ambiguous);
    let pieceStart = start;
    let pieceLeft = left;
    const add = (cut: Cut) => {
      const pieceEnd = withoutBlanks(text, pieceStart, cut.at);
      if (pieceEnd > pieceStart) {
        const isLast = cut.at >= end;
        const blanks = textWidth(text.slice(pieceEnd, cut.at), ambiguous);
        const hyphen = !isLast && text.charCodeAt(pieceEnd - 1) === softHyphen ? 1 : 0;
        const pieceRight = left + cut.cells - blanks + hyphen;
        const pieceKind = isLast ? kind : BoxEnd.emergency;
        addBox(result, text, pieceStart, pieceEnd, pieceLeft, pieceRight, pieceKind);
      }
      pieceStart = cut.at;
      pieceLeft = left + cut.cells;
    };
    cutAtBest(text, cuts, { first: 0, last: cuts.length - 1, most, width, level: 0 }, add);
  }
}

type Stretch = {
  /** Indices into cuts. */
  readonly first: number;
  readonly last: number;
  /** Cells of a piece that need not be cut further, and of one cut elsewhere than at a good place. */
  readonly most: number;
  readonly width: number;
  /** Index into `preferences`. */
  readonly level: number;
};

/** Cuts a stretch at the best places there are, and what is still too wide at the next best. */
function cutAtBest(
  text: string,
  cuts: readonly Cut[],
  stretch: Stretch,
  add: (cut: Cut) => void,
): void {
  const { last, most, width, level } = stretch;
  const preference = preferences[level];
  if (preference === undefined) {
    evenly(text, cuts, stretch.first, last, width, add);
    return;
  }
  let first = stretch.first;
  for (let index = first; index <= last; index++) {
    const cut = cuts[index];
    if (cut === undefined) return;
    const isPreferred = preference(text.charAt(cut.at - 1), text.charAt(cut.at));
    const cells = cut.cells - (first > 0 ? (cuts[first - 1]?.cells ?? 0) : 0);
    if (index < last) {
      if (!isPreferred || badCut(text, cut.at)) continue;
      if (text.charCodeAt(cut.at - 1) === softHyphen && cells >= most) continue;
    }
    if (cells <= most) add(cut);
    else cutAtBest(text, cuts, { ...stretch, first, last: index, level: level + 1 }, add);
    first = index + 1;
  }
}

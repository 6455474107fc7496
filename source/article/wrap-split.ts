/** The last resort: boxes wider than the line, cut where it hurts least. */
import { cutQualities, Quality } from './cut-quality.ts';
import type { Measure } from './fit.ts';
import { clusterEnd } from './graphemes.ts';
import { Edge, edgeTable } from './kinsoku.ts';
import { textWidth } from './width.ts';
import { addBox, BoxEnd, type Boxes, softHyphen } from './wrap-boxes.ts';

type Cut = {
  readonly at: number;
  /** Cells from the start of the word to there, and to where the blanks before it start. */
  readonly cells: number;
  readonly ink: number;
};

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

/** Ends of the clusters from `start` to `end`, with the cells from `start` to there. */
function clusterCuts(text: string, start: number, end: number, ambiguous: 1 | 2): Cut[] {
  const cuts: Cut[] = [];
  let cells = 0;
  let ink = 0;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    const plain = code > 0x20 && code < 0x7f && text.charCodeAt(at + 1) < 0x7f;
    const next = plain ? at + 1 : Math.min(end, clusterEnd(text, at));
    cells += plain ? 1 : textWidth(text.slice(at, next), ambiguous);
    const isBlank = next === at + 1 && ((edgeTable[code] ?? 0) & Edge.blank) !== 0;
    if (!isBlank) ink = cells;
    cuts.push({ at: next, cells, ink });
    at = next;
  }
  return cuts;
}

/** A stretch of a word between two places where it is cut. */
type Stretch = {
  readonly text: string;
  readonly cuts: readonly Cut[];
  /** A `Quality` for each cut. */
  readonly qualities: Uint8Array;
  /** Indices into cuts. */
  readonly first: number;
  readonly last: number;
  /** Cells of a piece that need not be cut further, and of one cut into equal parts. */
  readonly most: number;
  readonly width: number;
};

type Add = (index: number) => void;

/** How far from the even place a better one is looked for. */
const search = 8;

/** The cut nearest to `middle`, not before `first` nor beyond `limit` cells, that is no bad one. */
function nearestCut(stretch: Stretch, first: number, middle: number, limit: number): number {
  const { text, cuts, qualities } = stretch;
  const isGood = (index: number, worst: number) => {
    const cut = cuts[index];
    if (cut === undefined || cut.cells > limit || (qualities[index] ?? 0) > worst) return false;
    return text.charCodeAt(cut.at - 1) !== softHyphen;
  };
  for (const worst of [Quality.inside, Quality.fitting]) {
    for (let away = 0; away < search; away++) {
      if (isGood(middle + away, worst)) return middle + away;
      if (middle - away >= first && isGood(middle - away, worst)) return middle - away;
    }
  }
  return middle;
}

/** Cuts a stretch without a preferred place into equal parts. */
function evenly(stretch: Stretch, add: Add): void {
  const { cuts, first, last, width } = stretch;
  const from = first > 0 ? (cuts[first - 1]?.cells ?? 0) : 0;
  const total = (cuts[last]?.cells ?? 0) - from;
  const part = Math.ceil(total / Math.ceil(total / width));
  let begin = first;
  let left = from;
  while (begin <= last) {
    let end = begin;
    while (end < last && (cuts[end + 1]?.cells ?? 0) - left <= part) end++;
    if (end < last) end = nearestCut(stretch, begin, end, left + width);
    add(end);
    left = cuts[end]?.cells ?? left;
    begin = end + 1;
  }
}

/** Cuts a stretch at the best places there are, and what is still too wide at the next best. */
function cutAtBest(stretch: Stretch, add: Add): void {
  const { text, cuts, qualities, last, most } = stretch;
  let best: number = Quality.never;
  for (let index = stretch.first; index < last; index++) {
    best = Math.min(best, qualities[index] ?? 0);
  }
  if (best === Quality.inside || best >= Quality.fitting) {
    evenly(stretch, add);
    return;
  }
  let first = stretch.first;
  for (let index = first; index <= last; index++) {
    const cut = cuts[index];
    if (cut === undefined) return;
    const cells = cut.ink - (first > 0 ? (cuts[first - 1]?.cells ?? 0) : 0);
    if (index < last) {
      if ((qualities[index] ?? 0) !== best) continue;
      if (text.charCodeAt(cut.at - 1) === softHyphen && cells >= most) continue;
    }
    if (cells <= most || first === index) add(index);
    else if (index === last && first === stretch.first) evenly({ ...stretch, first }, add);
    else cutAtBest({ ...stretch, first, last: index }, add);
    first = index + 1;
  }
}

/** Cuts wherever no part is torn that a row could hold, and what is still too wide elsewhere. */
function cutAnywhere(stretch: Stretch, add: Add): void {
  const { cuts, qualities, last, most } = stretch;
  let first = 0;
  for (let index = 0; index <= last; index++) {
    if (index < last && (qualities[index] ?? 0) > Quality.inside) continue;
    const cells = (cuts[index]?.ink ?? 0) - (first > 0 ? (cuts[first - 1]?.cells ?? 0) : 0);
    if (cells <= most || first === index) add(index);
    else cutAtBest({ ...stretch, first, last: index }, add);
    first = index + 1;
  }
}

/**
 * Copies boxes, those wider than a line cut where `cutQualities` finds the best places at which
 * the pieces then fit.
 *
 * @param boxes As cut by `cutBoxes`.
 * @param result Filled anew; must have room for a box a character.
 * @param text Their text.
 * @param measure Cells of rows.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 * @param from Boxes from this one on are cut though they fit, wherever no part is torn that does.
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
    const inUrl = kind === BoxEnd.url || (box > 0 && boxes.kind[box - 1] === BoxEnd.url);
    const cuts = clusterCuts(text, start, end, ambiguous);
    const qualities = cutQualities(text, start, cuts, most, inUrl);
    let pieceStart = start;
    let pieceLeft = left;
    const add = (index: number) => {
      const cut = cuts[index];
      if (cut === undefined) return;
      const pieceEnd = withoutBlanks(text, pieceStart, cut.at);
      if (pieceEnd > pieceStart) {
        const isLast = cut.at >= end;
        const blanks = textWidth(text.slice(pieceEnd, cut.at), ambiguous);
        const hyphen = !isLast && text.charCodeAt(pieceEnd - 1) === softHyphen ? 1 : 0;
        const pieceRight = left + cut.cells - blanks + hyphen;
        const pieceKind = isLast ? kind : BoxEnd.emergency + (qualities[index] ?? 0);
        addBox(result, text, pieceStart, pieceEnd, pieceLeft, pieceRight, pieceKind);
      }
      pieceStart = cut.at;
      pieceLeft = left + cut.cells;
    };
    const whole = { text, cuts, qualities, first: 0, last: cuts.length - 1, most, width };
    if (box < from) cutAtBest(whole, add);
    else cutAnywhere(whole, add);
  }
}

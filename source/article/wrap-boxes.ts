/** Text cut into boxes: what stands between two places where a line may break, with its cells. */
import { Edge, edgeTable, mayBreak } from './kinsoku.ts';
import { ask, Break, classTable, isEastAsian, startOfLine, step } from './line-break.ts';
import { LineBreakClass as C } from './line-break-data.ts';
import { classMask } from './line-break-rules.ts';
import { afterWide, measure, startOfText } from './width.ts';
import { ClusterClass } from './width-data.ts';
import { Cells, cellsMask, characterTable, clusterMask } from './width-table.ts';
import { mayBreakUrl, urlEndAt } from './wrap-url.ts';
import { wordStarts } from './wrap-words.ts';

/** Shows as a hyphen where a line ends with it, if there is room. */
export const softHyphen = 0xad;

/** What breaking after a box means; `emergency` plus a `Quality` that a word is cut. */
export const BoxEnd = { normal: 0, url: 1, emergency: 2 } as const;

/** Boxes as columns; only the first `count` entries of each hold. */
export type Boxes = {
  count: number;
  /** Cells of the widest box. */
  widest: number;
  /** Offsets of its first character, and after its last visible one. */
  start: Int32Array;
  end: Int32Array;
  /** Cells from the start of the text to the box, and to its end if a line ended there. */
  left: Int32Array;
  right: Int32Array;
  /** Cells of a stop at its end that may hang in the margin. */
  hang: Uint8Array;
  /** `BoxEnd`, and above it how bad the cut of a word is. */
  kind: Uint8Array;
};

/** Empty columns for `capacity` boxes. */
export function makeBoxes(capacity: number): Boxes {
  return {
    count: 0,
    widest: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    left: new Int32Array(capacity),
    right: new Int32Array(capacity),
    hang: new Uint8Array(capacity),
    kind: new Uint8Array(capacity),
  };
}

/**
 * Appends a box.
 *
 * @param boxes Where to; must have room.
 * @param text The text, to see what the box ends with.
 * @param start Offset of its first character.
 * @param end Offset after its last visible character.
 * @param left Cells from the start of the text to the box.
 * @param right Cells to its end, with a hyphen that shows there.
 * @param kind `BoxEnd`
 */
export function addBox(
  boxes: Boxes,
  text: string,
  start: number,
  end: number,
  left: number,
  right: number,
  kind: number,
): void {
  const last = text.charCodeAt(end - 1);
  const at = boxes.count++;
  boxes.start[at] = start;
  boxes.end[at] = end;
  boxes.left[at] = left;
  boxes.right[at] = right;
  const hangs = ((edgeTable[last] ?? 0) & Edge.hanging) !== 0;
  boxes.hang[at] = hangs ? ((characterTable[last] ?? 0) >= Cells.wide ? 2 : 1) : 0;
  boxes.kind[at] = kind;
  if (right - left > boxes.widest) boxes.widest = right - left;
}

/** East Asian text beside a curly quote breaks there whatever stands within the quotes. */
function breaksAtQuote(symbol: number, lastSymbol: number): boolean {
  const kind = symbol & classMask;
  if (kind === C.QI) return isEastAsian(lastSymbol);
  if (lastSymbol !== C.QF || !isEastAsian(symbol)) return false;
  return kind === C.ID || kind === C.OP || kind === C.H2 || kind === C.H3;
}

/** `.profile`, `:name`, `!important` and `/path` after a blank are words, whatever sign begins them. */
function breaksBeforeName(symbol: number, text: string, index: number): boolean {
  if (symbol !== C.IS && symbol !== C.SY && symbol !== C.EX) return false;
  const next = text.charCodeAt(index + 1);
  return ((edgeTable[next] ?? 0) & Edge.latin) !== 0 || next === 0x5f || next === 0x2f;
}

const joining = new Uint8Array(32);
for (const cluster of ['extend', 'linker', 'extendOnly', 'zwj', 'spacingMark'] as const) {
  joining[ClusterClass[cluster]] = 1;
}

/**
 * Cuts text into boxes: UAX #14, the Chinese rules, URLs, and words of Thai, Lao, Khmer and
 * Burmese.
 *
 * @param boxes Filled anew; must have room for `to - from` boxes.
 * @param text Text without line feeds between `from` and `to`.
 * @param from Where a line starts.
 * @param to Where to stop.
 * @param glue Pairs of offsets: no break before any character of such a range. Ascending.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 */
export function cutBoxes(
  boxes: Boxes,
  text: string,
  from: number,
  to: number,
  glue: readonly number[],
  ambiguous: 1 | 2,
): void {
  boxes.count = 0;
  boxes.widest = 0;
  let state = startOfLine;
  let after = startOfText;
  let cells = 0;
  let start = from;
  let left = 0;
  let inkEnd = from;
  let inkCells = 0;
  let hasInk = false;
  let edge = 0;
  let lastSymbol = 0;
  let gap = false;
  let trails = false;
  let hinted = false;
  let urlEnd = 0;
  let glueAt = 0;
  let words: ReadonlySet<number> | null = null;
  let wordsEnd = 0;

  for (let index = from; index < to; ) {
    let point = text.charCodeAt(index);
    let length = 1;
    if (point >= 0xd800 && point < 0xdc00) {
      point = text.codePointAt(index) ?? point;
      if (point > 0xffff) length = 2;
    }
    const symbol = classTable[point] ?? 0;
    const value = characterTable[point] ?? 0;
    const edges = point < 0x10000 ? (edgeTable[point] ?? 0) : 0;
    const transition = step(state, symbol);
    const inUrl = index < urlEnd;

    let breaks = false;
    if (hasInk) {
      if (inUrl) breaks = mayBreakUrl(text, index);
      else {
        let answer = transition & 3;
        if (answer === Break.ask) answer = ask(state, text, index);
        if (answer !== Break.no) breaks = mayBreak(edge, edges, gap, point < 0x80);
        else if (gap && breaksBeforeName(symbol, text, index)) breaks = true;
        else if (symbol === C.SA && lastSymbol === C.SA) {
          if (index >= wordsEnd) {
            const found = wordStarts(text, index, to);
            words = found.starts;
            wordsEnd = found.end;
          }
          breaks = words?.has(index) === true;
        } else if (!gap && breaksAtQuote(symbol, lastSymbol))
          breaks = mayBreak(edge, edges, gap, false);
        if (breaks && !gap) {
          if (hinted && (edges & Edge.latin) !== 0) breaks = false;
          else if (joining[value & clusterMask] === 1) breaks = false;
          else if (point === 0x3e && text.charCodeAt(index - 1) === 0x2d) breaks = false;
        }
      }
      if (breaks && glueAt < glue.length) {
        while (glueAt < glue.length && (glue[glueAt + 1] ?? 0) <= index) glueAt += 2;
        if (glueAt < glue.length && index >= (glue[glueAt] ?? 0)) breaks = false;
      }
      if (breaks) {
        const kind = inUrl ? BoxEnd.url : BoxEnd.normal;
        const hyphen = text.charCodeAt(inkEnd - 1) === softHyphen ? 1 : 0;
        addBox(boxes, text, start, inkEnd, left, inkCells + hyphen, kind);
        start = index;
        left = cells;
        hasInk = false;
      }
    }

    state = transition >> 2;
    if (value === 0) {
      cells += 1;
      after = startOfText;
    } else if (value === Cells.wide) {
      cells += 2;
      after = afterWide;
    } else {
      const measured = measure(point, after, ambiguous);
      cells += measured >> 3;
      after = measured & 7;
    }
    index += length;
    if ((edges & Edge.blank) !== 0) {
      gap = true;
      trails = true;
    } else if (point === 0xa0 || point === 0x2007 || point === 0x202f) trails = true;
    else if ((edges & Edge.hint) !== 0) {
      hinted = true;
      if (!trails) inkEnd = index;
    } else {
      if ((value & cellsMask) !== Cells.none) {
        if (point === 0x3a && index > urlEnd) urlEnd = urlEndAt(text, index - 1, to);
        edge = index > urlEnd ? edges : 0;
        lastSymbol = symbol;
      }
      gap = false;
      trails = false;
      hinted = false;
      hasInk = true;
      inkEnd = index;
      inkCells = cells;
    }
  }
  addBox(boxes, text, start, inkEnd, left, inkCells, BoxEnd.normal);
}

/** Boxes set into rows: the paragraph as a whole, least ragged, no one-character last row. */
import { textWidth } from './width.ts';
import { BoxEnd, type Boxes } from './wrap-boxes.ts';

export type Measure = {
  /** Cells of the first row, and of the others. */
  readonly first: number;
  readonly rest: number;
  /** Cells left of the others that a word may take which is wider than they are. */
  readonly reach: number;
  /** The same of the first row, where the text would else end in a runt. */
  readonly firstReach: number;
  /** Whether a stop at the end of a row may stand beyond it. */
  readonly hang: boolean;
};

/** More than any raggedness costs: a row too wide, a last row of one character. */
const forbidden = 1e9;

let costs = new Float64Array(0);
let origins = new Int32Array(0);
/** Boxes that may start the row, those whose costs no later one undercuts; ascending costs. */
let cheapest = new Int32Array(0);

/**
 * The boxes that start a row: the sum of the squares of unused cells is least, breaks within URLs
 * and words count as much as a hole of a quarter and half a row or more, the worse the place; the
 * last row may be short but not hold one character alone.
 *
 * @param boxes At least one; none wider than a row unless it cannot be helped.
 * @param latest Offset after which no last row starts if that can be helped.
 * @param measure Cells of the rows.
 * @param closed Whether the paragraph ends with the last box.
 * @returns Indices of the boxes that start a row, ascending, the first being 0.
 */
export function fitRows(boxes: Boxes, latest: number, measure: Measure, closed: boolean): number[] {
  const { count, start, left, right, hang, kind } = boxes;
  if (costs.length <= count) {
    costs = new Float64Array(count * 2);
    origins = new Int32Array(count * 2);
    cheapest = new Int32Array(count * 2);
  }
  const urlCost = (measure.rest / 4) ** 2;
  const emergencyCost = (measure.rest / 2) ** 2;
  costs[0] = 0;
  let low = 0;
  let head = 0;
  let tail = 0;
  for (let end = 1; end <= count; end++) {
    const newest = costs[end - 1] ?? 0;
    while (tail > head && (costs[cheapest[tail - 1] ?? 0] ?? 0) >= newest) tail--;
    cheapest[tail++] = end - 1;
    const edge = right[end - 1] ?? 0;
    const over = measure.hang ? (hang[end - 1] ?? 0) : 0;
    const isLast = end === count && closed;
    let best = Number.POSITIVE_INFINITY;
    let origin = end - 1;
    while (low < end - 1) {
      const room = low === 0 ? measure.first + measure.firstReach : measure.rest + measure.reach;
      if (edge - (left[low] ?? 0) - over <= room) break;
      low++;
    }
    while ((cheapest[head] ?? 0) < low) head++;
    const least = costs[cheapest[head] ?? 0] ?? 0;
    for (let begin = low; begin < end; begin++) {
      const room = begin === 0 ? measure.first : measure.rest;
      const unused = room - (edge - (left[begin] ?? 0));
      let cost = costs[begin] ?? 0;
      const fits = unused >= -over;
      // A word may reach left of the others, and so may a last row that would else be a runt.
      if (!fits) {
        const reaches =
          unused + measure.reach >= 0 && room === measure.rest && (begin === end - 1 || isLast);
        const isRow = begin === 0 && isLast && unused + measure.firstReach >= 0;
        cost += reaches ? emergencyCost : isRow ? forbidden / 4 : forbidden;
      } else if (!isLast && unused > 0) {
        const ragged = unused * unused;
        if (least + ragged >= best) break;
        cost += ragged;
      }
      if (isLast && begin > 0 && (start[begin] ?? 0) > latest) cost += forbidden / 2;
      if (cost < best) {
        best = cost;
        origin = begin;
      }
    }
    const breaksWithin = kind[end - 1] ?? 0;
    if (breaksWithin === BoxEnd.url) best += urlCost;
    else if (breaksWithin >= BoxEnd.emergency) {
      best += emergencyCost * 2 ** (breaksWithin - BoxEnd.emergency);
    }
    costs[end] = best + 1;
    origins[end] = origin;
  }
  const rows: number[] = [];
  for (let end = count; end > 0; end = origins[end] ?? 0) rows.push(origins[end] ?? 0);
  return rows.reverse();
}

/** Cells of a row without blanks that may be a runt. */
const runtCells = 4;
/** What stands for an image without words: it makes no row longer to who reads the text. */
const image = /\[\p{L}+\]$/u;
const longestMark = 12;

/**
 * Where the last row must start at the latest to hold more than one character that is no
 * punctuation.
 *
 * @param text The paragraph's text.
 * @param end Offset after its last visible character.
 * @param marks Pairs of offsets, ascending: marks of ours, which count as little as punctuation.
 * @returns A row that starts after this offset is a runt.
 */
export function lastStart(text: string, end: number, marks: readonly number[]): number {
  let cells = 0;
  let bodies = 0;
  let mark = marks.length - 1;
  for (let at = end; at > 0; ) {
    const code = text.charCodeAt(at - 1);
    while (mark > 0 && (marks[mark] ?? 0) > at) mark -= 2;
    if (mark > 0 && marks[mark] === at) {
      at = marks[mark - 1] ?? 0;
      continue;
    }
    if (code === 0x5d) {
      const word = image.exec(text.slice(Math.max(0, at - longestMark), at));
      if (word !== null) {
        at -= word[0].length;
        continue;
      }
    }
    at -= code >= 0xdc00 && code < 0xe000 && at > 1 ? 2 : 1;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (/\s/.test(character)) continue;
    cells += textWidth(character);
    if (!/[\p{P}\p{M}\p{C}]/u.test(character)) bodies++;
    if (bodies > 1 || cells > runtCells) return at;
  }
  return 0;
}

/** Boxes set into rows: the paragraph as a whole, least ragged, no one-character last row. */
import { BoxEnd, type Boxes } from './wrap-boxes.ts';

export type Measure = {
  /** Cells of the first row, and of the others. */
  readonly first: number;
  readonly rest: number;
  /** Whether a stop at the end of a row may stand beyond it. */
  readonly hang: boolean;
};

/** More than any raggedness costs: a row too wide, a last row of one character. */
const forbidden = 1e9;

let costs = new Float64Array(0);
let origins = new Int32Array(0);

/**
 * The boxes that start a row: the sum of the squares of unused cells is least, breaks within URLs
 * and words count as much as a hole of a quarter and half a row, the last row may be short but
 * not hold one character alone.
 *
 * @param boxes At least one; none wider than a row unless it cannot be helped.
 * @param text Their text.
 * @param measure Cells of the rows.
 * @param closed Whether the paragraph ends with the last box.
 * @returns Indices of the boxes that start a row, ascending, the first being 0.
 */
export function fitRows(boxes: Boxes, text: string, measure: Measure, closed: boolean): number[] {
  const { count, left, right, hang, kind } = boxes;
  if (costs.length <= count) {
    costs = new Float64Array(count * 2);
    origins = new Int32Array(count * 2);
  }
  const urlCost = (measure.rest / 4) ** 2;
  const emergencyCost = (measure.rest / 2) ** 2;
  costs[0] = 0;
  let low = 0;
  for (let end = 1; end <= count; end++) {
    const edge = right[end - 1] ?? 0;
    const over = measure.hang ? (hang[end - 1] ?? 0) : 0;
    const isLast = end === count && closed;
    let best = Number.POSITIVE_INFINITY;
    let origin = end - 1;
    while (low < end - 1) {
      const room = low === 0 ? measure.first : measure.rest;
      if (edge - (left[low] ?? 0) - over <= room) break;
      low++;
    }
    for (let begin = low; begin < end; begin++) {
      const room = begin === 0 ? measure.first : measure.rest;
      const unused = room - (edge - (left[begin] ?? 0));
      let cost = costs[begin] ?? 0;
      if (unused < -over) cost += forbidden;
      else if (isLast) {
        if (begin > 0 && isRunt(text, boxes, begin)) cost += forbidden;
      } else if (unused > 0) cost += unused * unused;
      if (cost < best) {
        best = cost;
        origin = begin;
      }
    }
    const end_ = kind[end - 1] ?? 0;
    if (end_ === BoxEnd.url) best += urlCost;
    else if (end_ === BoxEnd.emergency) best += emergencyCost;
    costs[end] = best + 1;
    origins[end] = origin;
  }
  const rows: number[] = [];
  for (let end = count; end > 0; end = origins[end] ?? 0) rows.push(origins[end] ?? 0);
  return rows.reverse();
}

/** Whether the row from box `begin` to the end holds but one character that is no punctuation. */
function isRunt(text: string, boxes: Boxes, begin: number): boolean {
  const last = boxes.count - 1;
  if ((boxes.right[last] ?? 0) - (boxes.left[begin] ?? 0) > 4) return false;
  const row = text.slice(boxes.start[begin], boxes.end[last]);
  return (row.match(/[^\p{P}\p{M}\p{Z}\p{C}]/gu)?.length ?? 0) <= 1;
}

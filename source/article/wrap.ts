/** A line of text without forced breaks, wrapped into rows window by window. */
import { fitRows, lastStart, type Measure } from './fit.ts';
import { textWidth } from './width.ts';
import { type Boxes, cutBoxes, makeBoxes } from './wrap-boxes.ts';
import { splitBoxes } from './wrap-split.ts';

export type WrapOptions = Measure & {
  readonly ambiguous: 1 | 2;
  /** Pairs of offsets: no break before any character of such a range. Ascending. */
  readonly glue: readonly number[];
};

export type Wrapped = {
  /** Pairs of offsets: a row's first character, and after its last visible one. */
  readonly rows: readonly number[];
  /** Where to go on. */
  readonly next: number;
  /** Whether the first word found no room in `first` cells and so starts a row of `rest`. */
  readonly lower: boolean;
};

/** A paragraph of more characters is fitted piece by piece, so that its first rows do not wait. */
const windowLength = 5000;

let cut = makeBoxes(0);
let split = makeBoxes(0);
let splitMore = makeBoxes(0);

/** Rows of boxes; `lower` as in `Wrapped`. */
function fitFrom(boxes: Boxes, latest: number, options: WrapOptions, closed: boolean) {
  const lower = (boxes.right[0] ?? 0) - (boxes.left[0] ?? 0) > options.first;
  const { rest, reach } = options;
  const measure = lower ? { ...options, first: rest, firstReach: reach } : options;
  return { starts: fitRows(boxes, latest, measure, closed), lower };
}

function endsInRunt(boxes: Boxes, starts: readonly number[], latest: number): boolean {
  return starts.length > 1 && (boxes.start[starts.at(-1) ?? 0] ?? 0) > latest;
}

function reserve(boxes: Boxes, capacity: number): Boxes {
  return boxes.start.length >= capacity ? boxes : makeBoxes(capacity);
}

/**
 * The next rows of a line of text, by the line breaking rules of `cutBoxes` and `fitRows`.
 *
 * @param text The text; no line feed between `from` and `to`.
 * @param from Where a row starts.
 * @param to Where the line ends, blanks at its end left out.
 * @param options `first` holds for the row at `from`.
 * @returns At least one row; `next` is `to` when all is wrapped, else the start of the next row.
 */
export function wrapRows(text: string, from: number, to: number, options: WrapOptions): Wrapped {
  const { first, ambiguous } = options;
  const length = to - from;
  if (first === Number.POSITIVE_INFINITY) return { rows: [from, to], next: to, lower: false };
  const startsWide = text.charCodeAt(from) >= 0x2e80;
  if (
    length <= (startsWide ? first / 2 : first) &&
    textWidth(text.slice(from, to), ambiguous) <= first
  ) {
    return { rows: [from, to], next: to, lower: false };
  }
  for (let window = Math.max(windowLength, options.rest * 8); ; window *= 2) {
    const closed = length <= window;
    const end = closed ? to : from + window;
    cut = reserve(cut, end - from + 1);
    cutBoxes(cut, text, from, end, options.glue, ambiguous);
    let boxes = cut;
    if (cut.widest > Math.min(first, options.rest)) {
      split = reserve(split, end - from + 1);
      splitBoxes(cut, split, text, options, ambiguous);
      boxes = split;
    }
    const latest = closed ? lastStart(text, to, options.glue) : to;
    let fitted = fitFrom(boxes, latest, options, closed);
    if (endsInRunt(boxes, fitted.starts, latest)) {
      const place = boxes.start[fitted.starts.at(-2) ?? 0] ?? to;
      const box = cut.end.subarray(0, cut.count).findIndex(end => end > place);
      splitMore = reserve(splitMore, end - from + 1);
      splitBoxes(cut, splitMore, text, options, ambiguous, box);
      const again = fitFrom(splitMore, latest, options, closed);
      if (!endsInRunt(splitMore, again.starts, latest)) {
        boxes = splitMore;
        fitted = again;
      }
    }
    const { starts, lower } = fitted;
    // The last rows of an open window would be others if more of the text were known.
    const rowCount = closed ? starts.length : starts.length - 3;
    if (rowCount <= 0) continue;
    const rows: number[] = [];
    for (let row = 0; row < rowCount; row++) {
      const next = starts[row + 1] ?? boxes.count;
      rows.push(boxes.start[starts[row] ?? 0] ?? from, boxes.end[next - 1] ?? to);
    }
    const next = closed ? to : (boxes.start[starts[rowCount] ?? 0] ?? to);
    return { rows, next, lower };
  }
}

/**
 * Cells of the widest piece of a line that does not break.
 *
 * @param text A line of text; of a very long one its beginning counts.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 */
export function widestBox(text: string, ambiguous: 1 | 2): number {
  const end = Math.min(text.length, windowLength);
  cut = reserve(cut, end + 1);
  cutBoxes(cut, text, 0, end, [], ambiguous);
  return cut.widest;
}

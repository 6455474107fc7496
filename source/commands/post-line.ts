import { cutText, padText, textWidth } from '../article/width.ts';
import { dayOf } from '../library/date.ts';
import type { Post } from '../library/post.ts';

/** What the columns of a list need to know of its posts and of where it is shown. */
export type LineLayout = {
  /** Cells of a line; `undefined` leaves titles whole and columns unaligned, for a pipe. */
  readonly columns: number | undefined;
  readonly ambiguous: 1 | 2;
  readonly color: boolean;
};

export type LineFields = { readonly post: Post; readonly label: string };

const GAP = '  ';
const DAY_WIDTH = 10;
const WIDEST_LABEL = 20;
const NARROWEST_TITLE = 12;

/** As wide as a date, so that undated posts stay in their column. */
const UNDATED = '----------';

function faint(text: string, color: boolean): string {
  return color && text !== '' ? `\x1b[2m${text}\x1b[m` : text;
}

/**
 * Gives the lines of a list, `DATE  TITLE  LABEL  ID`. For a terminal the columns are aligned: the
 * title takes what the others leave and is cut to fit; an id is never cut, since it is there to be
 * copied.
 *
 * @param sample Posts of the list that tell how wide the columns of label and id must be.
 */
export function postLines(
  sample: readonly LineFields[],
  { columns, ambiguous, color }: LineLayout,
): (fields: LineFields) => string {
  const day = ({ post }: LineFields): string =>
    faint(post.date === null ? UNDATED : dayOf(post.date), color);
  if (columns === undefined) {
    return fields =>
      [day(fields), fields.post.title, fields.label, faint(fields.post.id, color)].join(GAP);
  }
  const width = (text: string): number => textWidth(text, ambiguous);
  const labels = Math.min(WIDEST_LABEL, Math.max(0, ...sample.map(({ label }) => width(label))));
  const ids = Math.max(0, ...sample.map(({ post }) => width(post.id)));
  return fields => {
    const { post, label } = fields;
    const idCells = Math.max(ids, width(post.id));
    const left = columns - DAY_WIDTH - labels - idCells - 3 * GAP.length;
    const title = padText(post.title, Math.max(NARROWEST_TITLE, left), ambiguous);
    const name = padText(cutText(label, labels, ambiguous), labels, ambiguous);
    return [day(fields), title, name, faint(post.id, color)].join(GAP);
  };
}

import { cleanField } from '../article/sanitise.ts';
import { padText, textWidth } from '../article/width.ts';
import { dayOf } from '../library/date.ts';
import type { Post } from '../library/post.ts';
import { widest } from './columns.ts';

/** What the columns of a list need to know of its posts and of where it is shown. */
export type LineLayout = {
  /** Cells of a line; `undefined` leaves titles whole and columns unaligned, for a pipe. */
  readonly columns: number | undefined;
  readonly ambiguous: 1 | 2;
  readonly color: boolean;
  /** Lights what was sought in a title, as it is shown; called only with `color`. */
  readonly light: (title: string) => string;
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
  { columns, ambiguous, color, light }: LineLayout,
): (fields: LineFields) => string {
  const day = ({ post }: LineFields): string =>
    faint(post.date === null ? UNDATED : dayOf(post.date), color);
  const titleOf = ({ post }: LineFields): string => cleanField(post.title);
  const lit = (title: string): string => (color ? light(title) : title);
  const labelOf = ({ label }: LineFields): string => cleanField(label);
  const idOf = ({ post }: LineFields): string => cleanField(post.id);
  if (columns === undefined) {
    return fields =>
      [day(fields), lit(titleOf(fields)), labelOf(fields), faint(idOf(fields), color)].join(GAP);
  }
  const width = (text: string): number => textWidth(text, ambiguous);
  const labels = Math.min(WIDEST_LABEL, widest(sample.map(labelOf), ambiguous));
  const ids = widest(sample.map(idOf), ambiguous);
  return fields => {
    const id = idOf(fields);
    const left = columns - DAY_WIDTH - labels - Math.max(ids, width(id)) - 3 * GAP.length;
    const title = padText(titleOf(fields), Math.max(NARROWEST_TITLE, left), ambiguous);
    const label = padText(labelOf(fields), labels, ambiguous);
    return [day(fields), lit(title), label, faint(id, color)].join(GAP);
  };
}

import { cutText, padText } from '../../article/width.ts';
import { labelOf } from '../../library/label-of.ts';
import type { PostList } from '../../library/library.ts';
import type { Post } from '../../library/post.ts';
import type { Context } from '../state/context.ts';
import { settleList, windowRows } from '../state/list.ts';
import { ALL_POSTS, type ListState } from '../state/place.ts';
import { postShape } from '../state/shapes.ts';
import { theme } from '../theme.ts';
import { clockOf, dayHeading } from './format.ts';
import { fitRow, type Row, span, spreadRow, withLook } from './row.ts';

/** Cells a label may take at the right of a title. */
const LABEL_CELLS = 16;
/** From these widths on there is room for the time, and for the label. */
const TIME_FROM = 50;
const LABEL_FROM = 64;
/** A title keeps at least these cells before time or label are dropped. */
const LEAST_TITLE = 24;

/** Whether the cursor is here: on this list, on another pane's list, or nowhere. */
export type Focus = 'here' | 'aside';

/** `row` as the chosen one of its list. */
export function chosenRow(row: Row, focus: Focus): Row {
  return withLook(row, focus === 'here' ? theme.chosen : theme.chosenAside);
}

function postRow(
  post: Post,
  isChosen: boolean,
  slug: string,
  width: number,
  focus: Focus,
  context: Context,
): Row {
  const { marks, settings } = context;
  const { ambiguous } = settings;
  const isRead = marks.isRead(post.path);
  const mark = (sign: string): string => padText(sign, 1 + (ambiguous - 1), ambiguous);
  const left: Row = [
    span(isChosen ? '›' : ' '),
    span(marks.isStarred(post.path) ? '*' : ' ', theme.starMark),
    span(mark(isRead ? '' : '•'), theme.unreadMark),
    span(' '),
    span(post.title, isRead ? theme.read : theme.plain),
  ];
  const right: Row[] = [];
  if (width >= TIME_FROM) {
    const time = post.date === null ? '' : clockOf(post.date);
    right.push([span(time.padStart(5), theme.faint)]);
  }
  const label = labelOf(post, context.library);
  if (width >= LABEL_FROM && slug === ALL_POSTS && label !== '') {
    right.push([span(cutText(label, LABEL_CELLS, ambiguous), theme.faint)]);
  }
  const row = spreadRow(left, right, width, LEAST_TITLE, ambiguous);
  return isChosen ? chosenRow(fitRow(row, width, ambiguous), focus) : row;
}

/**
 * The visible rows of a list of posts: at most `height`, each at most `width` cells.
 *
 * @param slug whose posts they are; the list of all posts names each post's category
 */
export function postRows(
  posts: PostList,
  state: ListState,
  slug: string,
  width: number,
  height: number,
  focus: Focus,
  context: Context,
): readonly Row[] {
  const { settings, messages } = context;
  const shape = postShape(posts);
  const { top, cursor } = settleList(shape, state, height);
  let next = top;
  return windowRows(shape, top, height).map(row => {
    if (row.kind === 'day') {
      const date = posts.at(next)?.date ?? null;
      const text = dayHeading(date, context.now(), messages);
      return [span(cutText(text, width, settings.ambiguous), theme.day)];
    }
    next = row.index + 1;
    const post = posts.at(row.index);
    if (post === undefined) return [];
    return postRow(post, row.index === cursor, slug, width, focus, context);
  });
}

import { cutText, padText } from '../../article/width.ts';
import { dayOf } from '../../library/date.ts';
import { createFinder } from '../../library/find-text.ts';
import { labelOf } from '../../library/label-of.ts';
import type { Post } from '../../library/post.ts';
import type { Context } from '../state/context.ts';
import { settleList, windowRows } from '../state/list.ts';
import { ALL_POSTS, type ListState, type PostView } from '../state/place.ts';
import { shapeOf } from '../state/posts.ts';
import { type Look, theme } from '../theme.ts';
import { categoryName } from './category-name.ts';
import { clockOf, dayHeading } from './format.ts';
import { fitRow, type Row, type Span, span, spreadRow, withLook } from './row.ts';

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

/** What stands at the right of a title: when, and in a list of several categories which. */
function postFacts(post: Post, view: PostView, width: number, context: Context): readonly Row[] {
  const { ambiguous } = context.settings;
  const right: Row[] = [];
  if (width >= TIME_FROM) {
    // Without day headings the day is told here.
    const isUnderDay = view.of !== 'search' && view.sort === 'date';
    const when = isUnderDay ? clockOf : dayOf;
    const text = post.date === null ? '' : when(post.date);
    right.push([span(text.padStart(isUnderDay ? 5 : 10), theme.faint)]);
  }
  const label = labelOf(post, context.library);
  const isMixed = view.of !== 'category' || (view.name === ALL_POSTS && view.sort !== 'category');
  if (width >= LABEL_FROM && isMixed && label !== '') {
    right.push([span(cutText(label, LABEL_CELLS, ambiguous), theme.faint)]);
  }
  return right;
}

/** A title, what of it is sought lit. */
function titleSpans(title: string, phrases: readonly string[], look: Look): Row {
  if (phrases.length === 0) return [span(title, look)];
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end } of createFinder(title)(phrases)) {
    spans.push(span(title.slice(at, start), look), span(title.slice(start, end), theme.match));
    at = end;
  }
  return [...spans, span(title.slice(at), look)].filter(({ text }) => text !== '');
}

/**
 * A post's row in a list of `width` cells: marks, title, and what is known of it. What `phrases`
 * find in the title is lit, unless the row is the chosen one.
 */
export function postRow(
  post: Post,
  isChosen: boolean,
  view: PostView,
  width: number,
  focus: Focus,
  context: Context,
  phrases: readonly string[] = [],
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
    ...titleSpans(post.title, phrases, isRead ? theme.read : theme.plain),
  ];
  const row = spreadRow(left, postFacts(post, view, width, context), width, LEAST_TITLE, ambiguous);
  return isChosen ? chosenRow(fitRow(row, width, ambiguous), focus) : row;
}

function headingText(post: Post | undefined, view: PostView, context: Context): string {
  if (view.sort === 'category') {
    const slug = post?.categories[0];
    return slug === undefined ? context.messages.uncategorised : categoryName(slug, context);
  }
  return dayHeading(post?.date ?? null, context.now(), context.messages);
}

/** The visible rows of a list of posts: at most `height`, each at most `width` cells. */
export function postRows(
  state: ListState,
  view: PostView,
  width: number,
  height: number,
  focus: Focus,
  context: Context,
): readonly Row[] {
  const { ambiguous } = context.settings;
  const made = context.posts(view);
  const { posts } = made;
  const shape = shapeOf(made, view);
  const { top, cursor } = settleList(shape, state, height);
  let next = top;
  return windowRows(shape, top, height).map(row => {
    if (row.kind === 'day') {
      const text = headingText(posts.at(next), view, context);
      return [span(cutText(text, width, ambiguous), theme.day)];
    }
    next = row.index + 1;
    const post = posts.at(row.index);
    if (post === undefined) return [];
    return postRow(post, row.index === cursor, view, width, focus, context);
  });
}

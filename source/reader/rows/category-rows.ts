import type { Context } from '../state/context.ts';
import { settleList, windowRows } from '../state/list.ts';
import { categoryView, type HomePlace } from '../state/place.ts';
import { categoryShape } from '../state/shapes.ts';
import { theme } from '../theme.ts';
import { categoryName } from './category-name.ts';
import { grouped } from './format.ts';
import { chosenRow, type Focus } from './post-rows.ts';
import { fitRow, type Row, span, spreadRow } from './row.ts';

/** Unread of all: `3/12`, or `12` where nothing is unread. */
function countSpans(posts: number, unread: number): Row {
  if (unread === 0) return [span(grouped(posts), theme.faint)];
  return [span(grouped(unread), theme.unreadMark), span(`/${grouped(posts)}`, theme.faint)];
}

/** The visible rows of home's categories: at most `height`, each at most `width` cells. */
export function categoryRows(
  { categories: state, find }: HomePlace,
  width: number,
  height: number,
  focus: Focus,
  context: Context,
): readonly Row[] {
  const { ambiguous } = context.settings;
  const shape = categoryShape(context.categories(), find);
  const { top, cursor } = settleList(shape, state, height);
  const rows: Row[] = [];
  for (const row of windowRows(shape, top, height)) {
    if (row.kind === 'day') continue;
    const slug = shape.key(row.index);
    const isChosen = row.index === cursor;
    const view = categoryView(slug);
    const posts = context.library.category(slug)?.posts ?? context.posts(view).posts.length;
    const unread = context.unread(view);
    const left = [
      span(isChosen ? '› ' : '  '),
      span(categoryName(slug, context), unread === 0 ? theme.read : theme.plain),
    ];
    const line = spreadRow(left, [countSpans(posts, unread)], width, 12, ambiguous);
    rows.push(isChosen ? chosenRow(fitRow(line, width, ambiguous), focus) : line);
  }
  return rows;
}

import { arrangementText } from '../rows/arrangement-text.ts';
import { categoryName } from '../rows/category-name.ts';
import { categoryRows } from '../rows/category-rows.ts';
import { emptyRows, keyOf, noteRows } from '../rows/empty-rows.ts';
import { listPosition } from '../rows/list-position.ts';
import { postRows } from '../rows/post-rows.ts';
import { fitRow, type Row, span } from '../rows/row.ts';
import type { Screen } from '../rows/screen.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { categoryCells, isWide, listHeight } from '../state/geometry.ts';
import { homeShape, homeView } from '../state/home.ts';
import { ALL_POSTS, categoryView, type HomePlace, type PostView } from '../state/place.ts';
import { theme } from '../theme.ts';
import { listFrame } from './list-frame.ts';

function sideBySide(
  left: readonly Row[],
  right: readonly Row[],
  leftCells: number,
  height: number,
  context: Context,
): readonly Row[] {
  const { ambiguous } = context.settings;
  return Array.from({ length: height }, (_, index) => [
    ...fitRow(left[index] ?? [], leftCells, ambiguous),
    span(ambiguous === 1 ? ' │ ' : ' | ', theme.border),
    ...(right[index] ?? []),
  ]);
}

function namesRows(place: HomePlace, width: number, height: number, context: Context) {
  if (homeShape(place, context).length > 0) {
    const focus = place.pane === 'categories' ? 'here' : 'aside';
    return categoryRows(place, width, height, focus, context);
  }
  const text = context.messages.noNames(place.find, keyOf('escape', 'home', context));
  return noteRows(text, width, context);
}

function homeRows(place: HomePlace, view: PostView, context: Context): readonly Row[] {
  const { columns, prefs } = context;
  const height = listHeight(context);
  const wide = isWide(context);
  const { pane } = place;
  const posts = (width: number): readonly Row[] => {
    if (context.posts(view).posts.length === 0) return emptyRows(view, width, context);
    const focus = pane === 'posts' ? 'here' : 'aside';
    return postRows(place.posts, view, width, height, focus, context);
  };
  if (!wide) return pane === 'posts' ? posts(columns) : namesRows(place, columns, height, context);
  const cells = categoryCells(columns, prefs.side);
  const names = namesRows(place, cells, height, context);
  return sideBySide(names, posts(columns - cells - 3), cells, height, context);
}

/** Home: the site's name, its categories, and beside them where there is room the chosen one's posts. */
export function homeScreen(context: Context, place: HomePlace, interruption: Interruption): Screen {
  const view = homeView(place, context);
  const inPosts = place.pane === 'posts';
  const isAlone = inPosts && !isWide(context) && view.name !== ALL_POSTS;
  const find = place.find === '' ? '' : `& ${place.find}`;
  const details = inPosts ? [find, arrangementText(view, context)] : [find];
  return listFrame(context, {
    title: isAlone ? categoryName(view.name, context) : context.library.site.title,
    detail: details.filter(detail => detail !== '').join('  '),
    view: inPosts && (isAlone || view.filter !== '') ? view : categoryView(ALL_POSTS),
    rows: homeRows(place, view, context),
    status: statusRow(
      'home',
      interruption,
      [],
      inPosts ? listPosition(view, place.posts, context) : [],
      context,
    ),
  });
}

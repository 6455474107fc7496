import { textWidth } from '../../article/width.ts';
import type { PageLine } from '../data/page.ts';
import { openedAt } from './beginning.ts';
import type { Context } from './context.ts';
import { type Finder, finderItems, finderShape, reduceFinder } from './finder.ts';
import { focusables } from './focus.ts';
import { categoryCells, isWide, listHeight, listTop, measureOf, pageHeight } from './geometry.ts';
import { homeShape, homeView, withCategories } from './home.ts';
import { followItem } from './links.ts';
import { chooseItem, type ListShape, settleList, windowRows } from './list.ts';
import type { Outcome } from './outcome.ts';
import type { ArticlePlace, HomePlace, ListState, Place } from './place.ts';
import { topRow } from './position.ts';
import { shapeOf } from './posts.ts';
import { hitRows, hitsShown, searchView } from './search.ts';

/** What a mouse did, and at which cell: the upper left one is 0, 0. */
export type MouseMove = {
  readonly what: 'click' | 'wheel-up' | 'wheel-down';
  readonly column: number;
  readonly row: number;
};

/** Rows a notch of the wheel scrolls. */
export const WHEEL_ROWS = 3;

/** The list with the item on a row of the screen chosen; undefined where there is none. */
function chooseRow(
  shape: ListShape,
  list: ListState,
  row: number,
  context: Context,
): ListState | undefined {
  const height = listHeight(context);
  const { top } = settleList(shape, list, height);
  const shown = windowRows(shape, top, height)[row - listTop(context)];
  return shown?.kind === 'item' ? chooseItem(shape, list, shown.index, height) : undefined;
}

/** Whether a cell of home belongs to the categories. */
function isOnCategories(place: HomePlace, { column }: MouseMove, context: Context): boolean {
  if (!isWide(context)) return place.pane === 'categories';
  return column < categoryCells(context.columns, context.prefs.side);
}

/** Home with the pane under the pointer in use. */
export function withPane(place: HomePlace, move: MouseMove, context: Context): HomePlace {
  return { ...place, pane: isOnCategories(place, move, context) ? 'categories' : 'posts' };
}

/** The number of the link or image at a cell of a line of an article, 0 if there is none. */
function itemAt(
  { line, part }: PageLine,
  cell: number,
  place: ArticlePlace,
  context: Context,
): number {
  if (part !== 'body') return 0;
  const opened = openedAt(place, context);
  if (opened.status === 'loading') return 0;
  let from = 0;
  for (const { text, link, role, start } of line.segments) {
    const to = from + textWidth(text, context.settings.ambiguous);
    if (cell >= from && cell < to) {
      if (link !== 0 || role !== 'image') return link;
      const images = focusables(opened.page.article).filter(({ image }) => image >= 0);
      return images.find(image => image.start === start)?.n ?? 0;
    }
    from = to;
  }
  return 0;
}

function clickArticle(place: ArticlePlace, move: MouseMove, context: Context): Outcome<Place> {
  const opened = openedAt(place, context);
  if (opened.status === 'loading') return { place };
  const { page } = opened;
  const row = topRow(place, page, pageHeight(context)) + move.row;
  const [line] = move.row < pageHeight(context) ? page.lines(row, row + 1) : [];
  const { margin } = measureOf(context.columns, context.prefs);
  const n = line === undefined ? 0 : itemAt(line, move.column - margin, place, context);
  const item = focusables(page.article).find(focusable => focusable.n === n);
  return item === undefined ? { place } : followItem(place, page, item, context);
}

/**
 * What a click chooses on a screen: the place with that item chosen, to be opened, or what has come
 * of it already; undefined if it meant nothing.
 */
export function clickPlace(
  place: Place,
  move: MouseMove,
  context: Context,
): { readonly chosen: Place } | { readonly outcome: Outcome<Place> } | undefined {
  switch (place.screen) {
    case 'home': {
      if (isOnCategories(place, move, context)) {
        const list = chooseRow(homeShape(place, context), place.categories, move.row, context);
        const home = { ...place, pane: 'categories' } as const;
        return list === undefined ? undefined : { chosen: withCategories(home, list) };
      }
      const view = homeView(place, context);
      const shape = shapeOf(context.posts(view), view);
      const posts = chooseRow(shape, place.posts, move.row, context);
      return posts === undefined ? undefined : { chosen: { ...place, pane: 'posts', posts } };
    }
    case 'category': {
      const shape = shapeOf(context.posts(place.view), place.view);
      const list = chooseRow(shape, place.list, move.row, context);
      return list === undefined ? undefined : { chosen: { ...place, list } };
    }
    case 'search': {
      if (move.row === 0) return { outcome: { place: { ...place, typing: true } } };
      const view = searchView(place);
      const shape = shapeOf(context.posts(view), view);
      const shown = hitsShown(context);
      const at = Math.floor((move.row - listTop(context)) / hitRows(context));
      const index = settleList(shape, place.list, shown).top + at;
      if (at < 0 || at >= shown || index >= shape.length) return undefined;
      const list = chooseItem(shape, place.list, index, shown);
      return { chosen: { ...place, typing: false, list } };
    }
    case 'article':
      return { outcome: clickArticle(place, move, context) };
    default:
      return undefined;
  }
}

/** What a click does to a finder: the item under it is taken. */
export function clickFinder(
  finder: Finder,
  place: Place,
  move: MouseMove,
  context: Context,
): Outcome<Place> {
  const shape = finderShape(finderItems(finder, place, context));
  const list = chooseRow(shape, finder.list, move.row, context);
  if (list === undefined) return { place, overlay: finder };
  return reduceFinder({ ...finder, list }, place, 'accept', 'Enter', context);
}

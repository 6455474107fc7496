import type { Action } from '../keys/actions.ts';
import { arrange, filterPrompt } from './arrange.ts';
import type { Context } from './context.ts';
import { isWide, listHeight } from './geometry.ts';
import { chooseItem, type ListShape, moveInList, settleList } from './list.ts';
import type { Outcome } from './outcome.ts';
import {
  categoryView,
  type HomePlace,
  type ListState,
  type PostView,
  untouchedList,
} from './place.ts';
import { reducePosts } from './posts.ts';
import { arrangeHome } from './prefs.ts';
import { categoryShape } from './shapes.ts';

/** The categories home shows. */
export function homeShape(place: HomePlace, context: Context): ListShape {
  return categoryShape(context.categories(), place.find);
}

/** The list of posts home shows: of the category it stands on. */
export function homeView(place: HomePlace, context: Context): PostView {
  const shape = homeShape(place, context);
  const slug = shape.key(settleList(shape, place.categories, listHeight(context)).cursor);
  return { ...place.arrangement, of: 'category', name: slug };
}

/** Home standing on other categories: the posts of another one start at the top, unfiltered. */
export function withCategories(place: HomePlace, categories: ListState): HomePlace {
  if (categories.key === place.categories.key) return { ...place, categories };
  return { ...arrange(place, { filter: '' }), categories, posts: untouchedList };
}

function nextUnreadCategory(
  place: HomePlace,
  step: 1 | -1,
  count: number,
  context: Context,
): Outcome<HomePlace> {
  const height = listHeight(context);
  const shape = homeShape(place, context);
  const settled = settleList(shape, place.categories, height);
  let found = -1;
  let left = count;
  for (let at = settled.cursor + step; at >= 0 && at < shape.length && left > 0; at += step) {
    if (context.unread(categoryView(shape.key(at))) === 0) continue;
    found = at;
    left -= 1;
  }
  if (found >= 0)
    return { place: withCategories(place, chooseItem(shape, settled, found, height)) };
  const { noNextUnread, noPreviousUnread } = context.messages;
  return { place, notice: step > 0 ? noNextUnread : noPreviousUnread };
}

function reduceCategories(
  place: HomePlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<HomePlace> {
  const height = listHeight(context);
  const shape = homeShape(place, context);
  const moved = moveInList(shape, place.categories, action, count, height, isWide(context));
  if (moved !== undefined) return { place: withCategories(place, moved) };
  const settled = settleList(shape, place.categories, height);
  const held = { ...place, categories: { ...settled, key: shape.key(settled.cursor) } };
  switch (action) {
    case 'next-unread':
      return nextUnreadCategory(place, 1, count ?? 1, context);
    case 'previous-unread':
      return nextUnreadCategory(place, -1, count ?? 1, context);
    case 'mark-all-read':
      return { place: held, effects: [{ type: 'mark-all', view: homeView(held, context) }] };
    case 'open': {
      if (shape.length === 0) return { place };
      if (isWide(context)) return { place: { ...held, pane: 'posts' } };
      return { place: held, go: { to: 'list', view: homeView(held, context) } };
    }
    case 'escape':
      return place.find === '' ? { place } : { place: { ...held, find: '' } };
    default:
      return { place, ...(needsPost.has(action) ? { notice: context.messages.noPostHere } : {}) };
  }
}

/** Actions on a post, which a category is not. */
const needsPost: ReadonlySet<Action> = new Set<Action>([
  'toggle-read',
  'toggle-star',
  'browse',
  'copy-address',
  'copy-text',
  'pipe',
  'edit',
  'write',
]);

/** Home's reducer. */
export function reduceHome(
  place: HomePlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<HomePlace> {
  switch (action) {
    case 'next-sibling':
    case 'previous-sibling': {
      const step = action === 'next-sibling' ? 'down' : 'up';
      const shape = homeShape(place, context);
      const moved = moveInList(shape, place.categories, step, count, listHeight(context));
      return { place: moved === undefined ? place : withCategories(place, moved) };
    }
    case 'switch-pane':
      return { place: { ...place, pane: place.pane === 'posts' ? 'categories' : 'posts' } };
    case 'filter':
      return { place, overlay: filterPrompt(place) };
    case 'sort':
      return { place, overlay: { kind: 'sort' } };
    case 'reverse':
      return { place: arrange(place, { reverse: !place.arrangement.reverse }) };
    case 'layout':
    case 'narrower':
    case 'wider':
      return { place, prefs: arrangeHome(context.prefs, action, count ?? 1) };
  }
  if (place.pane === 'categories') return reduceCategories(place, action, count, context);
  if (action === 'escape' && place.arrangement.filter !== '') {
    return { place: arrange(place, { filter: '' }) };
  }
  if (action === 'back' || action === 'escape') return { place: { ...place, pane: 'categories' } };
  const view = homeView(place, context);
  const outcome = reducePosts(place, view, place.posts, action, count, context);
  if (outcome === undefined) return { place };
  const { list, open, ...rest } = outcome;
  const next = { ...place, posts: list };
  if (open === undefined) return { place: next, ...rest };
  return { place: next, go: { to: 'article', post: open, list: view } };
}

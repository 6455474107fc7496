import type { Action } from '../keys/bindings.ts';
import type { Context } from './context.ts';
import { isWide, listHeight } from './geometry.ts';
import { chooseItem, moveInList, settleList } from './list.ts';
import type { Outcome } from './outcome.ts';
import { type HomePlace, type ListState, untouchedList } from './place.ts';
import { reducePosts } from './posts.ts';
import { categoryShape } from './shapes.ts';

/** Slug of the category home stands on. */
export function chosenSlug(place: HomePlace, context: Context): string {
  const shape = categoryShape(context.categories());
  return shape.key(settleList(shape, place.categories, listHeight(context)).cursor);
}

function withCategories(place: HomePlace, categories: ListState): Outcome<HomePlace> {
  if (categories.key === place.categories.key) return { place: { ...place, categories } };
  return { place: { ...place, categories, posts: untouchedList } };
}

function nextUnreadCategory(
  place: HomePlace,
  step: 1 | -1,
  count: number,
  context: Context,
): Outcome<HomePlace> {
  const height = listHeight(context);
  const shape = categoryShape(context.categories());
  const settled = settleList(shape, place.categories, height);
  let found = -1;
  let left = count;
  for (let at = settled.cursor + step; at >= 0 && at < shape.length && left > 0; at += step) {
    if (context.unread(shape.key(at)) === 0) continue;
    found = at;
    left -= 1;
  }
  if (found >= 0) return withCategories(place, chooseItem(shape, settled, found, height));
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
  const shape = categoryShape(context.categories());
  const moved = moveInList(shape, place.categories, action, count, height);
  if (moved !== undefined) return withCategories(place, moved);
  switch (action) {
    case 'next-unread':
      return nextUnreadCategory(place, 1, count ?? 1, context);
    case 'previous-unread':
      return nextUnreadCategory(place, -1, count ?? 1, context);
    case 'open': {
      const settled = settleList(shape, place.categories, height);
      const held = { ...place, categories: { ...settled, key: shape.key(settled.cursor) } };
      if (isWide(context)) return { place: { ...held, pane: 'posts' } };
      return { place: held, go: { to: 'category', slug: held.categories.key } };
    }
    default:
      return { place };
  }
}

/** Home's reducer. */
export function reduceHome(
  place: HomePlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<HomePlace> {
  if (action === 'next-sibling' || action === 'previous-sibling') {
    const step = action === 'next-sibling' ? 'down' : 'up';
    const shape = categoryShape(context.categories());
    const moved = moveInList(shape, place.categories, step, count, listHeight(context));
    return moved === undefined ? { place } : withCategories(place, moved);
  }
  if (action === 'switch-pane') {
    if (!isWide(context)) return { place };
    return { place: { ...place, pane: place.pane === 'posts' ? 'categories' : 'posts' } };
  }
  if (place.pane === 'categories') return reduceCategories(place, action, count, context);
  if (action === 'back') return { place: { ...place, pane: 'categories' } };
  const slug = chosenSlug(place, context);
  const outcome = reducePosts(context.posts(slug), place.posts, action, count, context);
  if (outcome === undefined) return { place };
  const { list, open, ...rest } = outcome;
  const next = { ...place, posts: list };
  if (open === undefined) return { place: next, ...rest };
  return { place: next, go: { to: 'article', post: open, list: slug } };
}

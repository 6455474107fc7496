import type { Action } from '../keys/bindings.ts';
import type { Context } from './context.ts';
import type { Outcome } from './outcome.ts';
import type { CategoryPlace } from './place.ts';
import { reducePosts } from './posts.ts';
import { categoryShape } from './shapes.ts';

function neighbour(place: CategoryPlace, step: number, context: Context): Outcome<CategoryPlace> {
  const shape = categoryShape(context.categories());
  const at = shape.find(place.slug);
  const next = Math.max(0, Math.min(at + step, shape.length - 1));
  if (next === at) {
    const { noNextCategory, noPreviousCategory } = context.messages;
    return { place, notice: step > 0 ? noNextCategory : noPreviousCategory };
  }
  return { place, go: { to: 'category', slug: shape.key(next), stepped: true } };
}

/** The reducer of a category's list. */
export function reduceCategory(
  place: CategoryPlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<CategoryPlace> {
  if (action === 'next-sibling') return neighbour(place, count ?? 1, context);
  if (action === 'previous-sibling') return neighbour(place, -(count ?? 1), context);
  if (action === 'back' || action === 'close') return { place, go: { to: 'up' } };
  const posts = context.posts(place.slug);
  const outcome = reducePosts(posts, place.list, action, count, context);
  if (outcome === undefined) return { place };
  const { list, open, ...rest } = outcome;
  const next = { ...place, list };
  if (open === undefined) return { place: next, ...rest };
  return { place: next, go: { to: 'article', post: open, list: place.slug } };
}

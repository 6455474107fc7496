import type { Action } from '../keys/actions.ts';
import { arrange, filterPrompt } from './arrange.ts';
import type { Context } from './context.ts';
import type { Outcome } from './outcome.ts';
import { type CategoryPlace, categoryView } from './place.ts';
import { reducePosts } from './posts.ts';
import { categoryShape } from './shapes.ts';

function neighbour(place: CategoryPlace, step: number, context: Context): Outcome<CategoryPlace> {
  const { noNextCategory, noPreviousCategory } = context.messages;
  const stay = { place, notice: step > 0 ? noNextCategory : noPreviousCategory };
  if (place.view.of === 'tag') return stay;
  const shape = categoryShape(context.categories());
  const at = shape.find(place.view.name);
  const next = Math.max(0, Math.min(at + step, shape.length - 1));
  if (next === at) return stay;
  const { sort, reverse } = place.view;
  const view = { ...categoryView(shape.key(next)), sort, reverse };
  return { place, go: { to: 'list', view, stepped: true } };
}

/** The reducer of the list of a category or a tag. */
export function reduceCategory(
  place: CategoryPlace,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<CategoryPlace> {
  switch (action) {
    case 'next-sibling':
      return neighbour(place, count ?? 1, context);
    case 'previous-sibling':
      return neighbour(place, -(count ?? 1), context);
    case 'escape':
      if (place.view.filter !== '') return { place: arrange(place, { filter: '' }) };
      return { place, go: { to: 'up' } };
    case 'back':
    case 'close':
      return { place, go: { to: 'up' } };
    case 'filter':
      return { place, overlay: filterPrompt(place) };
    case 'sort':
      return { place, overlay: { kind: 'sort' } };
    case 'reverse':
      return { place: arrange(place, { reverse: !place.view.reverse }) };
    default: {
      const outcome = reducePosts(place, place.view, place.list, action, count, context);
      if (outcome === undefined) return { place };
      const { list, open, ...rest } = outcome;
      const next = { ...place, list };
      if (open === undefined) return { place: next, ...rest };
      return { place: next, go: { to: 'article', post: open, list: place.view } };
    }
  }
}

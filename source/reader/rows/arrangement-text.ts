import { cleanField } from '../../article/sanitise.ts';
import type { Context } from '../state/context.ts';
import type { Arrangement, PostView } from '../state/place.ts';
import { categoryName } from './category-name.ts';

/** What people call a list: the category's label, `#tag`, or the words of a search. */
export function viewName({ of, name }: Pick<PostView, 'of' | 'name'>, context: Context): string {
  if (of === 'category') return categoryName(name, context);
  return of === 'tag' ? `#${cleanField(name)}` : name;
}

/** How a list differs from all of its posts, newest first: `& 渔  by title`; empty if it does not. */
export function arrangementText(arrangement: Arrangement, { messages }: Context): string {
  const { filter, sort, reverse } = arrangement;
  const order = { date: '', title: messages.byTitle, category: messages.byCategory }[sort];
  const parts = [filter === '' ? '' : `& ${filter}`, order, reverse ? messages.reversed : ''];
  return parts.filter(part => part !== '').join('  ');
}

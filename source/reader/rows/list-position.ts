import type { Context } from '../state/context.ts';
import { listHeight } from '../state/geometry.ts';
import { settleList } from '../state/list.ts';
import type { ListState, PostView } from '../state/place.ts';
import { shapeOf } from '../state/posts.ts';
import { theme } from '../theme.ts';
import { grouped } from './format.ts';
import { type Row, span } from './row.ts';

/** Where a list of posts stands: `3/45`; nothing for an empty one. */
export function listPosition(view: PostView, list: ListState, context: Context): readonly Row[] {
  const made = context.posts(view);
  const { length } = made.posts;
  if (length === 0) return [];
  const { cursor } = settleList(shapeOf(made, view), list, listHeight(context));
  return [[span(`${grouped(cursor + 1)}/${grouped(length)}`, theme.faint)]];
}

import { grouped } from '../rows/format.ts';
import { type Row, span } from '../rows/row.ts';
import type { Context } from '../state/context.ts';
import { listHeight } from '../state/geometry.ts';
import { settleList } from '../state/list.ts';
import type { ListState } from '../state/place.ts';
import { postShape } from '../state/shapes.ts';
import { theme } from '../theme.ts';

/** Where a list of posts stands: `3/45`; nothing for an empty one. */
export function listPosition(slug: string, list: ListState, context: Context): readonly Row[] {
  const posts = context.posts(slug);
  if (posts.length === 0) return [];
  const { cursor } = settleList(postShape(posts), list, listHeight(context));
  const text = `${grouped(cursor + 1)}/${grouped(posts.length)}`;
  return [[span(text, theme.faint)]];
}

/** What stands in the place of a list without posts. */
export function emptyRows(label: string, context: Context): readonly Row[] {
  const { library, messages } = context;
  return [[span(library.loaded() ? messages.noPosts(label) : messages.stillReading, theme.faint)]];
}

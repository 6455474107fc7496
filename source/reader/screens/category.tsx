import { categoryName } from '../rows/category-name.ts';
import { postRows } from '../rows/post-rows.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { listHeight } from '../state/geometry.ts';
import type { CategoryPlace } from '../state/place.ts';
import { ListFrame } from './list-frame.tsx';
import { emptyRows, listPosition } from './list-status.ts';

type Props = {
  readonly context: Context;
  readonly place: CategoryPlace;
  readonly interruption: Interruption;
};

/** The posts of one category. */
export function CategoryScreen({ context, place, interruption }: Props) {
  const { slug, list } = place;
  const label = categoryName(slug, context);
  const posts = context.posts(slug);
  const rows =
    posts.length === 0
      ? emptyRows(label, context)
      : postRows(posts, list, slug, context.columns, listHeight(context), 'here', context);
  const numbers = listPosition(slug, list, context);
  return (
    <ListFrame
      context={context}
      title={label}
      slug={slug}
      rows={rows}
      status={statusRow('category', interruption, [], numbers, context)}
    />
  );
}

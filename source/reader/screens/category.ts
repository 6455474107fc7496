import { arrangementText, viewName } from '../rows/arrangement-text.ts';
import { emptyRows } from '../rows/empty-rows.ts';
import { listPosition } from '../rows/list-position.ts';
import { postRows } from '../rows/post-rows.ts';
import type { Screen } from '../rows/screen.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { listHeight } from '../state/geometry.ts';
import type { CategoryPlace } from '../state/place.ts';
import { listFrame } from './list-frame.ts';

/** The posts of one category or tag. */
export function categoryScreen(
  context: Context,
  place: CategoryPlace,
  interruption: Interruption,
): Screen {
  const { view, list } = place;
  const { columns } = context;
  const isEmpty = context.posts(view).posts.length === 0;
  const rows = isEmpty
    ? emptyRows(view, columns, context)
    : postRows(list, view, columns, listHeight(context), 'here', context);
  return listFrame(context, {
    title: viewName(view, context),
    detail: arrangementText(view, context),
    view,
    rows,
    status: statusRow('category', interruption, [], listPosition(view, list, context), context),
  });
}

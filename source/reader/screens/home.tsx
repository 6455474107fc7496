import { categoryName } from '../rows/category-name.ts';
import { categoryRows } from '../rows/category-rows.ts';
import { postRows } from '../rows/post-rows.ts';
import { fitRow, type Row, span } from '../rows/row.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { isWide, listHeight } from '../state/geometry.ts';
import { chosenSlug } from '../state/home.ts';
import { ALL_POSTS, type HomePlace } from '../state/place.ts';
import { theme } from '../theme.ts';
import { ListFrame } from './list-frame.tsx';
import { emptyRows, listPosition } from './list-status.ts';

type Props = {
  readonly context: Context;
  readonly place: HomePlace;
  readonly interruption: Interruption;
};

/** Cells of the categories where posts stand beside them. */
function categoryCells(columns: number): number {
  return Math.min(40, Math.max(28, Math.floor(columns * 0.26)));
}

function sideBySide(
  left: readonly Row[],
  right: readonly Row[],
  leftCells: number,
  height: number,
  context: Context,
): readonly Row[] {
  const { ambiguous } = context.settings;
  return Array.from({ length: height }, (_, index) => [
    ...fitRow(left[index] ?? [], leftCells, ambiguous),
    span(ambiguous === 1 ? ' │ ' : ' | ', theme.border),
    ...(right[index] ?? []),
  ]);
}

function homeRows(place: HomePlace, slug: string, context: Context): readonly Row[] {
  const { columns } = context;
  const height = listHeight(context);
  const wide = isWide(context);
  const { pane } = place;
  const posts = (width: number): readonly Row[] => {
    const list = context.posts(slug);
    if (list.length === 0) return emptyRows(categoryName(slug, context), context);
    const focus = pane === 'posts' ? 'here' : 'aside';
    return postRows(list, place.posts, slug, width, height, focus, context);
  };
  if (!wide && pane === 'posts') return posts(columns);
  const cells = wide ? categoryCells(columns) : columns;
  const focus = pane === 'categories' ? 'here' : 'aside';
  const categories = categoryRows(place.categories, cells, height, focus, context);
  return wide
    ? sideBySide(categories, posts(columns - cells - 3), cells, height, context)
    : categories;
}

/** Home: the site's name, its categories, and beside them where there is room the chosen one's posts. */
export function HomeScreen({ context, place, interruption }: Props) {
  const slug = chosenSlug(place, context);
  const inPosts = place.pane === 'posts';
  const numbers = inPosts ? listPosition(slug, place.posts, context) : [];
  return (
    <ListFrame
      context={context}
      title={context.library.site.title}
      slug={ALL_POSTS}
      rows={homeRows(place, slug, context)}
      status={statusRow('home', interruption, [], numbers, context)}
    />
  );
}

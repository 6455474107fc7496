import { Frame } from '../components/frame.tsx';
import { grouped } from '../rows/format.ts';
import { blankRow, type Row, span, spreadRow } from '../rows/row.ts';
import type { Context } from '../state/context.ts';
import { ROOMY_ROWS } from '../state/geometry.ts';
import { ALL_POSTS } from '../state/place.ts';
import { theme } from '../theme.ts';

type Props = {
  readonly context: Context;
  /** Name of the site or the category. */
  readonly title: string;
  /** Whose posts the heading counts. */
  readonly slug: string;
  readonly rows: readonly Row[];
  readonly status: Row;
};

function counts(slug: string, context: Context): Row {
  const { library, messages } = context;
  const posts = grouped(context.posts(slug).length);
  const text =
    slug === ALL_POSTS && !library.loaded()
      ? messages.reading(posts)
      : messages.posts(posts, grouped(context.unread(slug)));
  return [span(text, theme.faint)];
}

/** A screen with a heading, rows of a list and a status line. */
export function ListFrame({ context, title, slug, rows, status }: Props) {
  const { columns, rows: height, settings } = context;
  const left = [span(title, theme.siteName)];
  const heading = spreadRow(left, [counts(slug, context)], columns, 12, settings.ambiguous);
  const above = height >= ROOMY_ROWS ? [heading, blankRow] : [heading];
  return <Frame context={context} rows={[...above, ...rows]} status={status} />;
}

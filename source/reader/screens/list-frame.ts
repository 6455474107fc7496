import { grouped } from '../rows/format.ts';
import type { LineWithCursor } from '../rows/prompt-row.ts';
import { blankRow, type Row, span, spreadRow } from '../rows/row.ts';
import { type Screen, statusCursor } from '../rows/screen.ts';
import type { Context } from '../state/context.ts';
import { listTop } from '../state/geometry.ts';
import { ALL_POSTS, type PostView } from '../state/place.ts';
import { theme } from '../theme.ts';

type Listed = {
  /** Name of the site, the category or the tag. */
  readonly title: string;
  /** How its list is arranged; empty for all of it, newest first. */
  readonly detail: string;
  /** Whose posts the heading counts. */
  readonly view: PostView;
  readonly rows: readonly Row[];
  readonly status: LineWithCursor;
};

function counts(view: PostView, context: Context): Row {
  const { library, messages } = context;
  const { posts, done } = context.posts(view);
  const shown = grouped(posts.length);
  const all = (): string => grouped(context.posts({ ...view, filter: '' }).posts.length);
  const text = (): string => {
    if (view.of === 'category' && view.name === ALL_POSTS && !library.loaded()) {
      return messages.reading(shown);
    }
    if (view.filter !== '') return `${shown}${done ? '' : '…'}/${all()}`;
    return done ? messages.posts(shown, grouped(context.unread(view))) : messages.arranging;
  };
  return [span(text(), theme.faint)];
}

/** A screen with a heading, rows of a list and a status line. */
export function listFrame(context: Context, { title, detail, view, rows, status }: Listed): Screen {
  const { columns, settings } = context;
  const left = [span(title, theme.siteName)];
  if (detail !== '') left.push(span(`  ${detail}`, theme.notice));
  const heading = spreadRow(left, [counts(view, context)], columns, 12, settings.ambiguous);
  const above = listTop(context) > 1 ? [heading, blankRow] : [heading];
  return {
    rows: [...above, ...rows],
    status: status.row,
    cursor: statusCursor(status.cursor, context),
  };
}

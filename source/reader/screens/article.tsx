import { Frame } from '../components/frame.tsx';
import { articleRows } from '../rows/article-rows.ts';
import { articleNumbers, articleStatus } from '../rows/article-status.ts';
import { type Row, span } from '../rows/row.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { measureOf, pageHeight } from '../state/geometry.ts';
import type { ArticlePlace } from '../state/place.ts';
import { topRow } from '../state/position.ts';
import { theme } from '../theme.ts';

type Props = {
  readonly context: Context;
  readonly place: ArticlePlace;
  readonly interruption: Interruption;
};

/** A post: its heading and body in a centred measure. */
export function ArticleScreen({ context, place, interruption }: Props) {
  const { columns, settings, messages } = context;
  const { margin } = measureOf(columns, settings.width);
  const opened = context.opened(place.post);
  if (opened.status === 'loading') {
    const rows: readonly Row[] = [
      [span(' '.repeat(margin)), span(place.post.title, theme.title)],
      [],
      [span(' '.repeat(margin)), span(messages.loading, theme.faint)],
    ];
    const status = statusRow('article', interruption, [], [], context);
    return <Frame context={context} rows={rows} status={status} />;
  }
  const { page } = opened;
  const height = pageHeight(context);
  const top = topRow(place, page, height);
  const rows = articleRows(page, place.post, place.focus, top, height, margin, context);
  const own = articleStatus(place, page, top, height, context);
  const numbers = articleNumbers(page, top, height, context);
  const status = statusRow('article', interruption, own, numbers, context);
  return <Frame context={context} rows={rows} status={status} />;
}

import type { Page } from '../data/page.ts';
import { articleRows, type Lights } from '../rows/article-rows.ts';
import { articleNumbers, articleStatus } from '../rows/article-status.ts';
import { type Row, span } from '../rows/row.ts';
import { type Screen, statusCursor } from '../rows/screen.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import { openedAt } from '../state/beginning.ts';
import type { Context } from '../state/context.ts';
import { matchesOf, matchIndex } from '../state/find.ts';
import { measureOf, pageHeight } from '../state/geometry.ts';
import { shownHints } from '../state/hints.ts';
import type { ArticlePlace } from '../state/place.ts';
import { topRow } from '../state/position.ts';
import { theme } from '../theme.ts';

function lightsOf(
  place: ArticlePlace,
  page: Page,
  { overlay }: Interruption,
  context: Context,
): Lights {
  const { focus, find } = place;
  const isHinted = overlay?.kind === 'hints';
  return {
    focus,
    matches: find === null ? [] : matchesOf(page, find.phrases),
    match: matchIndex(place, page),
    hints: isHinted ? shownHints(place, page, context) : new Map(),
    typed: isHinted ? overlay.typed : '',
  };
}

/** A post: its heading and body in a centred measure. */
export function articleScreen(
  context: Context,
  place: ArticlePlace,
  interruption: Interruption,
): Screen {
  const { columns, messages, prefs } = context;
  const { margin } = measureOf(columns, prefs);
  const opened = openedAt(place, context);
  if (opened.status === 'loading') {
    const rows: readonly Row[] = [
      [span(' '.repeat(margin)), span(place.post.title, theme.title)],
      [],
      [span(' '.repeat(margin)), span(messages.loading, theme.faint)],
    ];
    const { row } = statusRow('article', interruption, [], [], context);
    return { rows, status: row };
  }
  const { page } = opened;
  const height = pageHeight(context);
  const top = topRow(place, page, height);
  const lights = lightsOf(place, page, interruption, context);
  const rows = articleRows(page, place.post, lights, top, height, margin, context);
  const own = articleStatus(place, page, top, height, context);
  const numbers = articleNumbers(place, page, top, height, context);
  const { row, cursor } = statusRow('article', interruption, own, numbers, context);
  return { rows, status: row, cursor: statusCursor(cursor, context) };
}

import { freshStart } from '../../library/fresh-start.ts';
import type { SearchHit } from '../../library/library.ts';
import type { Context } from '../state/context.ts';
import { settleList } from '../state/list.ts';
import type { SearchPlace } from '../state/place.ts';
import { shapeOf } from '../state/posts.ts';
import { hitRows, hitsShown, searchView } from '../state/search.ts';
import { theme } from '../theme.ts';
import { postRow } from './post-rows.ts';
import { type Ambiguous, dropCells, type Row, rowWidth, span } from './row.ts';

const INDENT = '    ';

/** The snippet up to its match at `start`, without its first `cells` and what they leave in pieces. */
function cutFront(snippet: string, start: number, cells: number, ambiguous: Ambiguous): string {
  const kept = dropCells([span(snippet.slice(0, start))], cells, ambiguous);
  const length = kept.reduce((sum, { text }) => sum + text.trimStart().length, 0);
  return `…${snippet.slice(freshStart(snippet, start - length, start), start)}`;
}

/** The text around a match, the match lit; its beginning goes where the match would not be seen. */
function snippetRow({ snippet, match }: SearchHit, width: number, context: Context): Row {
  const { ambiguous } = context.settings;
  const [start, end] = match;
  const before = [span(snippet.slice(0, start), theme.faint)];
  const lit = [span(snippet.slice(start, end), theme.match)];
  const room = width - INDENT.length;
  const cells = rowWidth([...before, ...lit], ambiguous);
  // The match stands in the first half, so that what follows it is seen too.
  const over = cells - Math.max(8, Math.floor(room / 2));
  const isLong = rowWidth([span(snippet)], ambiguous) > room;
  const lead =
    over > 0 && isLong
      ? [span(cutFront(snippet, start, over + 1, ambiguous), theme.faint)]
      : before;
  return [span(INDENT), ...lead, ...lit, span(snippet.slice(end), theme.faint)];
}

/** The visible rows of what a search has found: a post, and where there is room the text around the match. */
export function foundRows(place: SearchPlace, width: number, context: Context): readonly Row[] {
  const view = searchView(place);
  const found = context.found(view.name);
  const each = hitRows(context);
  const shown = hitsShown(context);
  const { top, cursor } = settleList(shapeOf(found, view), place.list, shown);
  const phrases = view.name.toLowerCase().split(' ');
  const rows: Row[] = [];
  for (let index = top; index < top + shown; index += 1) {
    const post = found.posts.at(index);
    const hit = found.hit(index);
    if (post === undefined) break;
    rows.push(postRow(post, index === cursor, view, width, 'here', context, phrases));
    if (each > 1 && hit !== undefined) rows.push(snippetRow(hit, width, context));
  }
  return rows;
}

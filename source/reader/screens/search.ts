import { noteRows } from '../rows/empty-rows.ts';
import { grouped } from '../rows/format.ts';
import { foundRows } from '../rows/hit-rows.ts';
import { promptRow } from '../rows/prompt-row.ts';
import { blankRow, type Row, span } from '../rows/row.ts';
import type { Screen } from '../rows/screen.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { listTop } from '../state/geometry.ts';
import { settleList } from '../state/list.ts';
import type { SearchPlace } from '../state/place.ts';
import { shapeOf } from '../state/posts.ts';
import { hitsShown, searchView } from '../state/search.ts';
import { theme } from '../theme.ts';

/** Whether all posts have been searched: until then nobody knows that none holds the words. */
function isOver(words: string, { found, library }: Context): boolean {
  return found(words).done && library.loaded();
}

function listRows(place: SearchPlace, context: Context): readonly Row[] {
  const { columns, messages } = context;
  const words = searchView(place).name;
  const { posts } = context.found(words);
  if (words === '') return noteRows(messages.searchHelp, columns, context);
  if (posts.length > 0) return foundRows(place, columns, context);
  return noteRows(
    isOver(words, context) ? messages.noHits(words) : messages.searching('', 0),
    columns,
    context,
  );
}

function position(place: SearchPlace, context: Context): readonly Row[] {
  const view = searchView(place);
  const found = context.found(view.name);
  if (found.posts.length === 0) return [];
  const { cursor } = settleList(shapeOf(found, view), place.list, hitsShown(context));
  return [[span(`${grouped(cursor + 1)}/${grouped(found.total)}`, theme.faint)]];
}

/** Words sought in titles and bodies, and the posts that hold them with the text around. */
export function searchScreen(
  context: Context,
  place: SearchPlace,
  interruption: Interruption,
): Screen {
  const { columns, messages, settings } = context;
  const words = searchView(place).name;
  const { total, looked } = context.found(words);
  const text = isOver(words, context)
    ? messages.hits(grouped(total))
    : messages.searching(grouped(total), Math.floor(looked * 100));
  const count: readonly Row[] = words === '' ? [] : [[span(text, theme.faint)]];
  const { ambiguous } = settings;
  const { row, cursor } = promptRow(messages.searchFor, place.entry, count, columns, ambiguous);
  const above = listTop(context) > 1 ? [row, blankRow] : [row];
  const screen = place.typing ? 'finder' : 'search';
  const status = statusRow(screen, interruption, [], position(place, context), context);
  const isTyping = place.typing && cursor !== null;
  return {
    rows: [...above, ...listRows(place, context)],
    status: status.row,
    cursor: isTyping ? { x: cursor, y: 0 } : undefined,
  };
}

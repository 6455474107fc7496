import type { ScreenName } from '../keys/actions.ts';
import { filtersPosts } from '../state/arrange.ts';
import type { Context } from '../state/context.ts';
import type { Overlay } from '../state/overlay.ts';
import { theme } from '../theme.ts';
import { type LineWithCursor, promptRow } from './prompt-row.ts';
import { fitRow, type Row, rightEnd, rowWidth, span, spreadRow } from './row.ts';

/** A left part keeps at least these cells before something on the right is dropped. */
const LEAST_LEFT = 12;

/**
 * What the keys of a screen do, as many as fit into `width` cells: `Enter open  ? help`. The key
 * that tells of all others is the last to go.
 */
export function hintRow(screen: ScreenName, width: number, context: Context): Row {
  const { lang, ambiguous } = context.settings;
  const hints = context.keymap.bindings.flatMap(({ action, keys, screens, hint }) => {
    if (hint === undefined || keys[0] === undefined || !screens.includes(screen)) return [];
    const row = [span(keys[0], theme.key), span(` ${hint[lang]}`, theme.faint)];
    return [{ row, cells: rowWidth(row, ambiguous) + 2, isHelp: action === 'help' }];
  });
  // The first hint has no gap before it.
  let room = width + 2 - (hints.find(({ isHelp }) => isHelp)?.cells ?? 0);
  let isFull = false;
  const shown = hints.filter(({ cells, isHelp }) => {
    if (isHelp) return true;
    isFull ||= cells > room;
    if (!isFull) room -= cells;
    return !isFull;
  });
  return shown.flatMap(({ row }, index) => (index === 0 ? row : [span('  '), ...row]));
}

/** What every screen's status line may have to say before its own words. */
export type Interruption = {
  readonly notice: string;
  readonly pending: string;
  readonly overlay: Overlay | null;
};

/** The words of an overlay that takes the status line; undefined if it does not. */
function overlayRow(
  overlay: Overlay | null,
  right: readonly Row[],
  context: Context,
): LineWithCursor | undefined {
  const { columns, messages, settings } = context;
  const { ambiguous } = settings;
  switch (overlay?.kind) {
    case 'prompt': {
      // Names of categories bear no marks.
      const help = overlay.ask === 'filter' && filtersPosts(overlay.before);
      const items = help ? [...right, [span(messages.filterHelp, theme.faint)]] : right;
      return promptRow(messages.prompts[overlay.ask], overlay.entry, items, columns, ambiguous);
    }
    case 'sort': {
      const lead = [span(`${messages.sortBy}  `, theme.notice)];
      const room = columns - rowWidth(lead, ambiguous);
      return { row: [...lead, ...hintRow('sort', room, context)], cursor: null };
    }
    case 'hints':
      return { row: [span(messages.hintHelp(overlay.typed), theme.notice)], cursor: null };
    case 'confirm': {
      const left = [span(overlay.question, theme.notice)];
      const answer = [[span(messages.yesNo, theme.key)]];
      return { row: spreadRow(left, answer, columns, columns - 6, ambiguous), cursor: null };
    }
    default:
      return undefined;
  }
}

/**
 * The last row of a screen: what an overlay asks, a message or the screen's own words, else hints,
 * at the left; at the right that the folder is gone, then numbers, the most important given first.
 */
export function statusRow(
  screen: ScreenName,
  { notice, pending, overlay }: Interruption,
  own: Row,
  given: readonly Row[],
  context: Context,
): LineWithCursor {
  const { columns, library, messages, settings } = context;
  const numbers = library.gone() ? [[span(messages.folderGone, theme.notice)], ...given] : given;
  const { ambiguous } = settings;
  const asked = overlayRow(overlay, numbers, context);
  if (asked !== undefined) return asked;
  const right = pending === '' ? numbers : [[span(pending, theme.notice)], ...numbers];
  const line = (row: Row): LineWithCursor => ({ row, cursor: null });
  if (notice !== '') {
    return line(spreadRow([span(notice, theme.notice)], right, columns, columns, ambiguous));
  }
  if (own.length > 0) return line(spreadRow(own, right, columns, LEAST_LEFT, ambiguous));
  // Numbers go before the hint that tells of help, the other hints before numbers.
  const helpCells = rowWidth(hintRow(screen, 0, context), ambiguous);
  const end = rightEnd(right, columns - helpCells, ambiguous);
  const room = columns - rowWidth(end, ambiguous);
  return line([...fitRow(hintRow(screen, room, context), room, ambiguous), ...end]);
}

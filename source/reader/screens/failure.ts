import { cleanText } from '../../article/sanitise.ts';
import { keyOf, noteRows } from '../rows/empty-rows.ts';
import { blankRow, type Row, span } from '../rows/row.ts';
import type { Screen } from '../rows/screen.ts';
import { wrapWords } from '../rows/wrap-words.ts';
import type { Context } from '../state/context.ts';
import { theme } from '../theme.ts';

/** What stands in the place of a screen that cannot be drawn, or on which a key failed. */
export function failureScreen(context: Context, failure: unknown): Screen {
  const { columns, messages, settings } = context;
  const { ambiguous } = settings;
  const error = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
  const what = cleanText(error).split('\n');
  const rows: readonly Row[] = [
    [span(messages.failedScreen, theme.notice)],
    blankRow,
    ...what.flatMap(line =>
      wrapWords(line, columns, ambiguous).map(text => [span(text, theme.fault)]),
    ),
    blankRow,
    ...noteRows(
      messages.failedScreenHelp(keyOf('back', 'pager', context), keyOf('quit', 'pager', context)),
      columns,
      context,
    ),
  ];
  return { rows, status: blankRow };
}

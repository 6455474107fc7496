import { Box } from 'ink';
import { cutText } from '../../article/width.ts';
import { LineRow } from '../components/line-row.tsx';
import type { Context } from '../state/context.ts';
import { LEAST_COLUMNS, LEAST_ROWS } from '../state/geometry.ts';

/** What a terminal too small to read in says. */
export function TooSmallScreen({ context }: { readonly context: Context }) {
  const { columns, rows, messages, settings } = context;
  const words = messages.tooSmall(LEAST_COLUMNS, LEAST_ROWS);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      {words.slice(0, rows).map(text => (
        <LineRow key={text} text={cutText(text, columns, settings.ambiguous)} plain={text} />
      ))}
    </Box>
  );
}

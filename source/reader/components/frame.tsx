import { Box } from 'ink';
import { paintRow, type Row } from '../rows/row.ts';
import type { Context } from '../state/context.ts';
import { LineRow } from './line-row.tsx';

type Props = {
  readonly context: Context;
  /** From the top of the screen; what is more than fits above the status line is not shown. */
  readonly rows: readonly Row[];
  readonly status: Row;
};

/** A whole screen: rows from the top, blank ones below them, the status line at the bottom. */
export function Frame({ context, rows, status }: Props) {
  const { columns, rows: height, settings } = context;
  const shown: readonly Row[] = Array.from({ length: height }, (_, index) =>
    index === height - 1 ? status : (rows[index] ?? []),
  );
  return (
    <Box flexDirection="column" width={columns} height={height} overflow="hidden">
      {shown.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place.
        <LineRow key={index} text={paintRow(row, settings.color, settings.ambiguous)} />
      ))}
    </Box>
  );
}

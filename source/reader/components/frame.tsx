import { Box, useCursor } from 'ink';
import { cutRow, paintRow, plainRow, type Row } from '../rows/row.ts';
import type { Context } from '../state/context.ts';
import { shadeOf } from '../theme.ts';
import { LineRow } from './line-row.tsx';

type Props = {
  readonly context: Pick<Context, 'columns' | 'rows' | 'settings'>;
  /** From the top of the screen; what is more than fits above the status line is not shown. */
  readonly rows: readonly Row[];
  readonly status: Row;
  /** Where text is typed: input methods show what they compose there. */
  readonly cursor?: { readonly x: number; readonly y: number } | undefined;
};

/**
 * A whole screen: rows from the top, blank ones below them, the status line at the bottom. A row
 * wider than the screen is cut here, for the terminal would break it over the rows below.
 */
export function Frame({ context, rows, status, cursor }: Props) {
  const { columns, rows: height, settings } = context;
  const { ambiguous } = settings;
  const shade = shadeOf(settings);
  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor);
  const shown = Array.from({ length: height }, (_, place) => ({
    place,
    row: cutRow(place === height - 1 ? status : (rows[place] ?? []), columns, ambiguous),
  }));
  return (
    <Box flexDirection="column" width={columns} height={height}>
      {shown.map(({ place, row }) => (
        <LineRow key={place} text={paintRow(row, shade, ambiguous)} plain={plainRow(row)} />
      ))}
    </Box>
  );
}

/** Where the status line's cursor is on the screen. */
export function statusCursor(cursor: number | null, { rows }: Context): Props['cursor'] {
  return cursor === null ? undefined : { x: cursor, y: rows - 1 };
}

import { Box, useCursor } from 'ink';
import { type Canvas, paintScreen, type Screen } from '../rows/screen.ts';
import { LineRow } from './line-row.tsx';

/** A whole screen, row by row. */
export function Frame({ canvas, screen }: { readonly canvas: Canvas; readonly screen: Screen }) {
  const { columns, rows } = canvas;
  const { setCursorPosition } = useCursor();
  setCursorPosition(screen.cursor);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      {paintScreen(screen, canvas).map(({ text, plain }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <LineRow key={place} text={text} plain={plain} />
      ))}
    </Box>
  );
}

import { Text, Transform } from 'ink';
import { memo } from 'react';

type Props = {
  /** The row as characters for the terminal, cut already. */
  readonly text: string;
  /** Its words alone, for a screen reader. */
  readonly plain: string;
  readonly columns: number;
};

/**
 * One finished row of the screen. Ink lays out blanks of a row's width, and the row takes their
 * place when they are written: measuring its characters over again, as Ink does for each row of
 * every frame, costs more than the rest of the frame.
 */
export const LineRow = memo(function LineRow({ text, plain, columns }: Props) {
  return (
    <Transform transform={() => text} accessibilityLabel={plain}>
      <Text wrap="truncate">{' '.repeat(columns)}</Text>
    </Transform>
  );
});

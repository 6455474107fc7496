import { Text, Transform } from 'ink';
import { memo } from 'react';

type Props = {
  /** The row as characters for the terminal, cut already. */
  readonly text: string;
  /** Its words alone, for a screen reader. */
  readonly plain: string;
};

/** Puts a finished row in the place of what Ink lays out, and tells it so: it need not measure it. */
function finished(text: string): (laidOut: string) => string {
  return Object.assign(() => text, { isFinished: true });
}

/**
 * One finished row of the screen. Ink lays out a blank, and the row takes its place when it is
 * written: measuring its characters over again, as Ink does for each row of every frame, costs more
 * than the rest of the frame.
 */
export const LineRow = memo(function LineRow({ text, plain }: Props) {
  return (
    <Transform transform={finished(text)} accessibilityLabel={plain}>
      <Text> </Text>
    </Transform>
  );
});

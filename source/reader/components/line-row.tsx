import { Text } from 'ink';
import { memo } from 'react';

/** One finished row of the screen. It is cut already: Ink only places it. */
export const LineRow = memo(function LineRow({ text }: { readonly text: string }) {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

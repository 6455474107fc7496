import { createFinder, type Match } from '../library/find-text.ts';

/** Bold, underlined and yellow (ECMA-48, 8.3.117): as the reader lights what a search has found. */
const LIT = '\x1b[1;4;33m';

/**
 * Lights words in a line wherever they occur, case and width aside.
 *
 * @param otherwise what is lit where none of them is found
 */
export function litText(
  text: string,
  words: readonly string[],
  otherwise: readonly Match[] = [],
): string {
  const found = createFinder(text)(words.map(word => word.toLowerCase()));
  let lit = '';
  let at = 0;
  for (const { start, end } of found.length > 0 ? found : otherwise) {
    if (end <= start) continue;
    lit += `${text.slice(at, start)}${LIT}${text.slice(start, end)}\x1b[m`;
    at = end;
  }
  return lit + text.slice(at);
}

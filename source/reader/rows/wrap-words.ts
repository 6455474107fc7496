import { textWidth } from '../../article/width.ts';
import type { Ambiguous } from './row.ts';

/** Pieces that stay whole: a run of Latin letters and its marks, or a character with the marks that may not start a row. */
const PIECES = /[\w“(][\w.,;:!?”)'%-]*|\s+|[“《（]?[^\s\w][，。、；：？！）》」』】〉”’…·]*/gu;

/**
 * A short text of ours broken to rows of at most `width` cells. What breaks articles is not loaded
 * when such texts are first needed.
 */
export function wrapWords(text: string, width: number, ambiguous: Ambiguous): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const [piece] of text.trim().matchAll(PIECES)) {
    if (textWidth(row + piece.trimEnd(), ambiguous) <= width || row === '') {
      row += piece;
      continue;
    }
    rows.push(row.trimEnd());
    row = piece.trimStart();
  }
  return row === '' ? rows : [...rows, row.trimEnd()];
}

/** A leaf as it is shown: its text with image words and link numbers of ours put in. */
import type { Article, Leaf } from './document.ts';
import { insertions, tabs } from './layout-insertions.ts';
import type { LayoutOptions, Segment, SegmentRole } from './line.ts';

/** A stretch of shown text of one look; it ends where the next piece begins. */
type Piece = {
  /** Offset in the shown text. */
  readonly from: number;
  /** Offset in the article's text; for what is ours, of the text it stands before. */
  readonly start: number;
  readonly ours: boolean;
  readonly style: number;
  readonly link: number;
  readonly role: SegmentRole;
};

export type ShownText = {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Pairs of offsets: a line does not break before any character of such a range. */
  readonly glue: readonly number[];
};

/**
 * The text of a leaf as it is shown.
 *
 * @param leaf Part of `article`.
 * @param role Of the leaf's own text.
 * @param style Styles that all of it gets.
 * @param options Say how links and images show.
 */
export function showLeaf(
  leaf: Leaf,
  article: Article,
  role: SegmentRole,
  style: number,
  options: LayoutOptions,
): ShownText {
  const inserted =
    leaf.images.length > 0 || leaf.runs.length > 0 ? insertions(leaf, article, role, options) : [];
  if (leaf.text.includes('\t')) {
    inserted.push(...tabs(leaf, role));
    inserted.sort((one, other) => one.at - other.at);
  }
  if (inserted.length === 0 && leaf.runs.length === 0) {
    const piece = { from: 0, start: leaf.start, ours: false, style, link: 0, role };
    return { text: leaf.text, pieces: [piece], glue: [] };
  }
  const parts: string[] = [];
  const pieces: Piece[] = [];
  const glue: number[] = [];
  let length = 0;
  let done = 0;
  let nextInsertion = 0;
  const put = (text: string, piece: Omit<Piece, 'from'>) => {
    if (text === '') return;
    pieces.push({ from: length, ...piece });
    parts.push(text);
    length += text.length;
  };
  const putText = (to: number, look: number, link: number) => {
    put(leaf.text.slice(done, to), {
      start: leaf.start + done,
      ours: false,
      style: look,
      link,
      role,
    });
    done = Math.max(done, to);
  };
  const putUntil = (to: number, look: number, link: number, including: boolean) => {
    for (; nextInsertion < inserted.length; nextInsertion++) {
      const one = inserted[nextInsertion];
      if (one === undefined || one.at > to || (one.at === to && !including)) break;
      putText(one.at, look, link);
      if (one.role === 'number' && !one.text.startsWith(' ')) {
        glue.push(length, length + one.text.length);
      }
      const start = leaf.start + one.at;
      put(one.text, { start, ours: true, style: 0, link: one.link, role: one.role });
      done = Math.max(done, one.at + one.replaces);
    }
    putText(to, look, link);
  };
  for (const run of leaf.runs) {
    putUntil(run.start, style, 0, true);
    putUntil(run.end, style | run.style, run.link, false);
  }
  putUntil(leaf.text.length, style, 0, true);
  return { text: parts.join(''), pieces, glue };
}

/**
 * Where in the article's text a place of the shown text is.
 *
 * @param at Offset in the shown text.
 */
export function articleOffset(shown: ShownText, at: number): number {
  const { pieces } = shown;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  return piece.ours ? piece.start : piece.start + at - piece.from;
}

/** Shown to no one: soft hyphens, zero width blanks, joiners of words, byte order marks. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/;

/** A text shown piece by piece, in ascending order. */
export type PieceCursor = { piece: number };

/**
 * The segments of one row.
 *
 * @param shown Whose text it is.
 * @param from Start of the row in the shown text; not before the last row asked for.
 * @param to Its end.
 * @param cursor Remembers how far earlier rows came.
 * @param segments Where they are put.
 */
export function pushSegments(
  shown: ShownText,
  from: number,
  to: number,
  cursor: PieceCursor,
  segments: Segment[],
): void {
  const { pieces, text } = shown;
  for (let at = from; at < to; ) {
    let end = pieces[cursor.piece + 1]?.from ?? text.length;
    while (end <= at && cursor.piece < pieces.length - 1) {
      cursor.piece++;
      end = pieces[cursor.piece + 1]?.from ?? text.length;
    }
    const piece = pieces[cursor.piece];
    if (piece === undefined) return;
    const stop = Math.min(end, to);
    const { style, link, role } = piece;
    const start = piece.ours ? piece.start : piece.start + at - piece.from;
    const words = text.slice(at, stop);
    if (!invisible.test(words)) segments.push({ text: words, style, link, role, start });
    else {
      let offset = 0;
      for (const part of words.split(invisible)) {
        const place = piece.ours ? start : start + offset;
        if (part !== '') segments.push({ text: part, style, link, role, start: place });
        offset += part.length + 1;
      }
    }
    at = stop;
  }
}

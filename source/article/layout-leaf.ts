/** A piece of running text, or of code, laid out as rows. */
import type { InlineImage, Leaf, Run } from './document.ts';
import { Edge, edgeTable } from './kinsoku.ts';
import { type Context, emptyLine, extraCells, type Setting, type Steps } from './layout-context.ts';
import { type Indent, makeUnit, nextLines } from './layout-lines.ts';
import { showLeaf } from './layout-text.ts';
import type { SegmentRole } from './line.ts';
import { textWidth } from './width.ts';

export type LeafLook = {
  readonly role: SegmentRole;
  readonly align: 'left' | 'center' | 'right';
  /** Blanks before the first row. */
  readonly indent: number;
};

const noBreakBlanks = '\u00a0\u2007\u202f';

function isBlank(text: string, at: number): boolean {
  const edges = edgeTable[text.charCodeAt(at)] ?? 0;
  return (
    text.charAt(at) === '\n' ||
    (edges & (Edge.blank | Edge.hint)) !== 0 ||
    noBreakBlanks.includes(text.charAt(at))
  );
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text, end - 1)) end--;
  return end;
}

function trimmedStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isBlank(text, start)) start++;
  return start;
}

/** The lines of a leaf, one at a time, each as a leaf of its own. */
function* lineLeaves(leaf: Leaf): Generator<Leaf, void, void> {
  let run = 0;
  let image = 0;
  for (let from = 0; from <= leaf.text.length; ) {
    const feed = leaf.text.indexOf('\n', from);
    const to = feed < 0 ? leaf.text.length : feed;
    if (from === 0 && feed < 0) {
      yield leaf;
      return;
    }
    const runs: Run[] = [];
    for (let at = run; at < leaf.runs.length; at++) {
      const one = leaf.runs[at];
      if (one === undefined || one.start >= to) break;
      if (one.end <= to) run = at + 1;
      const start = Math.max(0, one.start - from);
      const end = Math.min(one.end, to) - from;
      if (end > start) runs.push({ ...one, start, end });
    }
    const images: InlineImage[] = [];
    for (; image < leaf.images.length; image++) {
      const one = leaf.images[image];
      if (one === undefined || one.at > to) break;
      images.push({ ...one, at: Math.max(0, one.at - from) });
    }
    yield { start: leaf.start + from, text: leaf.text.slice(from, to), runs, images };
    from = to + 1;
  }
}

/** Whether markers before the next row leave it too few cells to be of use. */
function leavesNoRoom(context: Context): boolean {
  const extra = extraCells(context);
  return extra > 0 && context.width - extra < Math.min(8, context.width / 2);
}

/**
 * Rows of a leaf, one or more for each of its lines.
 *
 * @param leaf Text of paragraph, heading, term or caption.
 */
export function* leafSteps(setting: Setting, leaf: Leaf, context: Context, look: LeafLook): Steps {
  const { article, options } = setting;
  if (leavesNoRoom(context)) yield emptyLine(context, leaf.start, options);
  let hasRows = false;
  let isApart = false;
  for (const line of lineLeaves(leaf)) {
    const shown = showLeaf(line, article, look.role, context.style, options);
    const cursor = { piece: 0 };
    const { text } = shown;
    for (let from = 0; from <= text.length; ) {
      const feed = text.indexOf('\n', from);
      const to = feed < 0 ? text.length : feed;
      const end = trimmedEnd(text, from, to);
      const start = look.indent > 0 ? trimmedStart(text, from, end) : from;
      if (end > start) {
        if (isApart) yield { gap: context };
        const { align } = look;
        const indent = { first: hasRows ? 0 : look.indent, rest: 0, align, hangs: true };
        const unit = makeUnit(shown, start, end, context, indent, cursor);
        while (unit.at < end) yield* nextLines(setting, unit);
        hasRows = true;
        isApart = false;
      } else isApart = hasRows;
      from = to + 1;
    }
  }
}

/**
 * Rows of code: its lines as they are; one that is too wide goes on below, further right than it
 * began.
 */
export function* codeSteps(setting: Setting, leaf: Leaf, context: Context): Steps {
  const { article, options } = setting;
  if (leavesNoRoom(context)) yield emptyLine(context, leaf.start, options);
  const lastImage = leaf.images.at(-1)?.at ?? -1;
  const lastLine = Math.max(trimmedEnd(leaf.text, 0, leaf.text.length), lastImage + 1);
  for (const line of lineLeaves(leaf)) {
    if (line.start - leaf.start >= lastLine) return;
    const code = showLeaf(line, article, 'code', context.style, options);
    const end = trimmedEnd(code.text, 0, code.text.length);
    const start = trimmedStart(code.text, 0, end);
    if (start === end) yield emptyLine(context, line.start, options);
    else {
      const indent = codeIndent(code.text, start, end, context, options.ambiguous);
      const unit = makeUnit(code, start, end, context, indent, { piece: 0 });
      while (unit.at < end) yield* nextLines(setting, unit);
    }
  }
}

/** The blanks a line of code starts with; fewer if it must go on below. */
function codeIndent(
  code: string,
  start: number,
  end: number,
  context: Context,
  ambiguous: 1 | 2,
): Indent {
  const blanks = textWidth(code.slice(0, start), ambiguous);
  const room = context.width - extraCells(context);
  const deepest = Math.floor(Math.min(room, context.width) / 3);
  const fits = blanks + textWidth(code.slice(start, end), ambiguous) <= room;
  const first = fits ? blanks : Math.min(blanks, deepest);
  return { first, rest: Math.min(first + 2, deepest), align: 'left', hangs: false };
}

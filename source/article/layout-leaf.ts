/** A piece of running text, or of code, laid out as rows. */
import type { Leaf } from './document.ts';
import { Edge, edgeTable } from './kinsoku.ts';
import {
  blankCells,
  type Context,
  emptyLine,
  extraCells,
  hasUnused,
  type Setting,
  type Steps,
  takePrefix,
} from './layout-context.ts';
import {
  articleOffset,
  type PieceCursor,
  pushSegments,
  type ShownText,
  showLeaf,
} from './layout-text.ts';
import type { Line, Segment, SegmentRole } from './line.ts';
import { textWidth } from './width.ts';
import { wrapRows } from './wrap.ts';

export type LeafLook = {
  readonly role: SegmentRole;
  readonly align: 'left' | 'center' | 'right';
  /** Blanks before the first row. */
  readonly indent: number;
};

const noBreakBlanks = '\u00a0\u2007\u202f\u2060\ufeff';

function isBlank(text: string, at: number): boolean {
  const edges = edgeTable[text.charCodeAt(at)] ?? 0;
  return (edges & (Edge.blank | Edge.hint)) !== 0 || noBreakBlanks.includes(text.charAt(at));
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

function lineOf(segments: Segment[], own: number): Line {
  const first = segments[own];
  const last = segments[segments.length - 1];
  const start = first?.start ?? 0;
  if (last === undefined) return { segments, start, end: start };
  const ours = last.role === 'image' || last.role === 'number' || last.role === 'marker';
  return { segments, start, end: ours ? last.start : last.start + last.text.length };
}

/**
 * Rows of a leaf, one or more for each of its lines.
 *
 * @param leaf Text of paragraph, heading, term or caption.
 */
export function* leafSteps(setting: Setting, leaf: Leaf, context: Context, look: LeafLook): Steps {
  const { options } = setting;
  const shown = showLeaf(leaf, setting.article, look.role, context.style, options);
  const cursor = { piece: 0 };
  const { text } = shown;
  const extra = extraCells(context);
  if (extra > 0 && context.width - extra < Math.min(8, context.width / 2)) {
    if (text.trim() !== '') yield emptyLine(context, leaf.start, options);
  }
  let indent = look.indent;
  for (let from = 0; from <= text.length; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 ? text.length : feed;
    const end = trimmedEnd(text, from, to);
    if (look.indent > 0) from = trimmedStart(text, from, end);
    const blanks = { first: indent, rest: 0, align: look.align };
    if (end > from) yield unitSteps(setting, shown, from, end, context, blanks, cursor);
    else if (to > 0 && to < text.length) yield { gap: context };
    indent = 0;
    from = to + 1;
  }
}

/** Blanks left of text: before the first row, and before the others. */
type Indent = {
  readonly first: number;
  readonly rest: number;
  readonly align: 'left' | 'center' | 'right';
};

/** Rows of the shown text `from`…`to`, which holds no line feed. */
function* unitSteps(
  setting: Setting,
  shown: ShownText,
  from: number,
  to: number,
  context: Context,
  indent: Indent,
  cursor: PieceCursor,
): Steps {
  const { ambiguous, hang } = setting.options;
  const rest = Math.max(1, context.width - indent.rest);
  const reach = Number.isFinite(rest) ? blankCells(context) + indent.rest : 0;
  let first = Math.max(1, context.width - extraCells(context) - indent.first);
  let blanks = indent.first;
  for (let at = from; at < to; ) {
    const options = { first, rest, reach, hang, ambiguous, glue: shown.glue };
    const { rows, next, lower } = wrapRows(shown.text, at, to, options);
    if (lower) {
      if (hasUnused(context)) yield emptyLine(context, articleOffset(shown, at), setting.options);
      first = rest;
      blanks = indent.rest;
    }
    for (let row = 0; row < rows.length; row += 2) {
      const start = rows[row] ?? at;
      const end = rows[row + 1] ?? to;
      const segments: Segment[] = [];
      pushSegments(shown, start, end, cursor, segments);
      if (end < to && shown.text.charCodeAt(end - 1) === 0xad) segments.push(hyphen(segments));
      const isAligned = indent.align !== 'left' && Number.isFinite(rest);
      const free =
        reach > 0 || isAligned ? first - textWidth(shown.text.slice(start, end), ambiguous) : 0;
      if (isAligned && free > 0) blanks = indent.align === 'right' ? free : free >> 1;
      yield withPrefix(context, segments, blanks, -free);
      first = rest;
      blanks = indent.rest;
    }
    at = next;
  }
}

function hyphen(segments: readonly Segment[]): Segment {
  const last = segments[segments.length - 1];
  const { style, link, start, text } = last ?? { style: 0, link: 0, start: 0, text: '' };
  return { text: '-', style, link, role: 'marker', start: start + text.length };
}

/** A row; text that takes `over` cells too many stands as much further left, if blanks allow. */
function withPrefix(context: Context, segments: Segment[], blanks: number, over: number): Line {
  const start = segments[0]?.start ?? 0;
  if (context.parts.length === 0 && blanks === 0) return lineOf(segments, 0);
  const prefix = takePrefix(context, start);
  if (blanks > 0) {
    prefix.push({ text: ' '.repeat(blanks), style: 0, link: 0, role: 'marker', start });
  }
  for (let left = over; left > 0; ) {
    const last = prefix.at(-1);
    if (last === undefined || last.text.trim() !== '') break;
    prefix.pop();
    if (last.text.length > left) prefix.push({ ...last, text: last.text.slice(left) });
    left -= last.text.length;
  }
  return lineOf([...prefix, ...segments], prefix.length);
}

/**
 * Rows of code: its lines as they are; one that is too wide goes on below, further right than it
 * began.
 */
export function* codeSteps(setting: Setting, leaf: Leaf, context: Context): Steps {
  const { options } = setting;
  const code = showLeaf(leaf, setting.article, 'code', context.style, options);
  const cursor = { piece: 0 };
  const lastLine = trimmedEnd(code.text.replaceAll('\n', ' '), 0, code.text.length);
  for (let from = 0; from < lastLine; ) {
    const feed = code.text.indexOf('\n', from);
    const to = feed < 0 ? code.text.length : feed;
    yield codeLineSteps(setting, code, from, to, context, cursor);
    from = to + 1;
  }
}

function* codeLineSteps(
  setting: Setting,
  code: ShownText,
  from: number,
  to: number,
  context: Context,
  cursor: PieceCursor,
): Steps {
  const { ambiguous } = setting.options;
  const end = trimmedEnd(code.text, from, to);
  const start = trimmedStart(code.text, from, end);
  if (start === end) {
    yield emptyLine(context, articleOffset(code, from), setting.options);
    return;
  }
  const before = textWidth(code.text.slice(from, start), ambiguous);
  const room = context.width - extraCells(context);
  const deepest = Math.floor(Math.min(room, context.width) / 3);
  const fits = before + textWidth(code.text.slice(start, end), ambiguous) <= room;
  const blanks = fits ? before : Math.min(before, deepest);
  const hanging = Math.min(blanks + 2, deepest);
  const indent = { first: blanks, rest: hanging, align: 'left' } as const;
  yield unitSteps(setting, code, start, end, context, indent, cursor);
}

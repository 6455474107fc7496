/** A piece of running text, or of code, laid out as rows. */
import type { Leaf } from './document.ts';
import { Edge, edgeTable } from './kinsoku.ts';
import {
  type Context,
  emptyLine,
  extraCells,
  type Setting,
  type Steps,
  takePrefix,
} from './layout-context.ts';
import { articleOffset, pushSegments, type ShownText, showLeaf } from './layout-text.ts';
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
    if (end > from) yield unitSteps(setting, shown, from, end, context, look, indent, cursor);
    else if (to > 0 && to < text.length) yield { gap: context };
    indent = 0;
    from = to + 1;
  }
}

/** Rows of the shown text `from`…`to`, which holds no line feed. */
function* unitSteps(
  setting: Setting,
  shown: ShownText,
  from: number,
  to: number,
  context: Context,
  look: LeafLook,
  indent: number,
  cursor: { piece: number },
): Steps {
  const { ambiguous, hang } = setting.options;
  const { width } = context;
  let first = Math.max(1, width - extraCells(context) - indent);
  let blanks = indent;
  for (let at = from; at < to; ) {
    const options = { first, rest: Math.max(1, width), hang, ambiguous, glue: shown.glue };
    const { rows, next } = wrapRows(shown.text, at, to, options);
    for (let row = 0; row < rows.length; row += 2) {
      const start = rows[row] ?? at;
      const end = rows[row + 1] ?? to;
      const segments: Segment[] = [];
      pushSegments(shown, start, end, cursor, segments);
      if (end < to && shown.text.charCodeAt(end - 1) === 0xad) segments.push(hyphen(segments));
      if (look.align !== 'left' && width < Number.POSITIVE_INFINITY) {
        const free = first - textWidth(shown.text.slice(start, end), ambiguous);
        blanks = Math.max(0, look.align === 'right' ? free : Math.floor(free / 2));
      }
      yield withPrefix(context, segments, blanks);
      first = width;
      blanks = 0;
    }
    at = next;
  }
}

function hyphen(segments: readonly Segment[]): Segment {
  const last = segments[segments.length - 1];
  const { style, link, start, text } = last ?? { style: 0, link: 0, start: 0, text: '' };
  return { text: '-', style, link, role: 'marker', start: start + text.length };
}

function withPrefix(context: Context, segments: Segment[], blanks: number): Line {
  const start = segments[0]?.start ?? 0;
  if (context.parts.length === 0 && blanks === 0) return lineOf(segments, 0);
  const prefix = takePrefix(context, start);
  if (blanks > 0) {
    prefix.push({ text: ' '.repeat(blanks), style: 0, link: 0, role: 'marker', start });
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
  cursor: { piece: number },
): Steps {
  const { ambiguous, hang } = setting.options;
  const end = trimmedEnd(code.text, from, to);
  const start = trimmedStart(code.text, from, end);
  if (start === end) {
    yield emptyLine(context, articleOffset(code, from), setting.options);
    return;
  }
  const before = textWidth(code.text.slice(from, start), ambiguous);
  const room = context.width - extraCells(context);
  const deepest = Math.floor(Math.min(room, context.width) / 2);
  const blanks = Math.min(before, deepest);
  const hanging = Math.min(blanks + 2, deepest);
  let first = Math.max(1, room - blanks);
  const rest = Math.max(1, context.width - hanging);
  let indent = blanks;
  for (let at = start; at < end; ) {
    const options = { first, rest, hang, ambiguous, glue: code.glue };
    const { rows, next } = wrapRows(code.text, at, end, options);
    for (let row = 0; row < rows.length; row += 2) {
      const segments: Segment[] = [];
      pushSegments(code, rows[row] ?? at, rows[row + 1] ?? end, cursor, segments);
      yield withPrefix(context, segments, indent);
      indent = hanging;
    }
    first = rest;
    at = next;
  }
}

/** A piece of running text, or of code, laid out as rows. */
import type { InlineImage, Leaf, Run } from './document.ts';
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

function lineOf(segments: Segment[], own: number): Line {
  const first = segments[own];
  const last = segments[segments.length - 1];
  const start = first?.start ?? 0;
  if (last === undefined) return { segments, start, end: start };
  const ours = last.role === 'image' || last.role === 'number' || last.role === 'marker';
  return { segments, start, end: ours ? last.start : last.start + last.text.length };
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

/**
 * Rows of a leaf, one or more for each of its lines.
 *
 * @param leaf Text of paragraph, heading, term or caption.
 */
export function* leafSteps(setting: Setting, leaf: Leaf, context: Context, look: LeafLook): Steps {
  const { article, options } = setting;
  const extra = extraCells(context);
  if (extra > 0 && context.width - extra < Math.min(8, context.width / 2)) {
    yield emptyLine(context, leaf.start, options);
  }
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
        const indent = { first: hasRows ? 0 : look.indent, rest: 0, align: look.align };
        const unit = makeUnit(shown, start, end, context, indent, cursor);
        while (unit.at < end) yield* nextLines(setting, unit);
        hasRows = true;
        isApart = false;
      } else isApart = hasRows;
      from = to + 1;
    }
  }
}

/** Blanks left of text: before the first row, and before the others. */
type Indent = {
  readonly first: number;
  readonly rest: number;
  readonly align: 'left' | 'center' | 'right';
};

/** A line of shown text on its way into rows. */
type Unit = {
  readonly shown: ShownText;
  readonly to: number;
  readonly context: Context;
  readonly indent: Indent;
  readonly cursor: PieceCursor;
  /** Where the next row starts, the cells it has, the blanks before it. */
  at: number;
  room: number;
  blanks: number;
};

function makeUnit(
  shown: ShownText,
  at: number,
  to: number,
  context: Context,
  indent: Indent,
  cursor: PieceCursor,
): Unit {
  const room = Math.max(1, context.width - extraCells(context) - indent.first);
  return { shown, to, context, indent, cursor, at, room, blanks: indent.first };
}

/** The next rows of a unit, at least one. */
function nextLines(setting: Setting, unit: Unit): Line[] {
  const { ambiguous, hang } = setting.options;
  const { shown, to, context, indent } = unit;
  const rest = Math.max(1, context.width - indent.rest);
  const reach = Number.isFinite(rest) ? blankCells(context) + indent.rest : 0;
  const options = { first: unit.room, rest, reach, hang, ambiguous, glue: shown.glue };
  const { rows, next, lower } = wrapRows(shown.text, unit.at, to, options);
  const lines: Line[] = [];
  if (lower) {
    if (hasUnused(context)) {
      lines.push(emptyLine(context, articleOffset(shown, unit.at), setting.options));
    }
    unit.room = rest;
    unit.blanks = indent.rest;
  }
  const isAligned = indent.align !== 'left' && Number.isFinite(rest);
  for (let row = 0; row < rows.length; row += 2) {
    const start = rows[row] ?? to;
    const end = rows[row + 1] ?? to;
    const segments: Segment[] = [];
    pushSegments(shown, start, end, unit.cursor, segments);
    if (end < to && shown.text.charCodeAt(end - 1) === 0xad) segments.push(hyphen(segments));
    const free =
      reach > 0 || isAligned ? unit.room - textWidth(shown.text.slice(start, end), ambiguous) : 0;
    if (isAligned && free > 0) unit.blanks = indent.align === 'right' ? free : free >> 1;
    lines.push(withPrefix(context, segments, unit.blanks, -free));
    unit.room = rest;
    unit.blanks = indent.rest;
  }
  unit.at = next;
  return lines;
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
  const { article, options } = setting;
  const lastLine = trimmedEnd(leaf.text, 0, leaf.text.length);
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
  return { first, rest: Math.min(first + 2, deepest), align: 'left' };
}

/** A line of shown text on its way into rows. */
import {
  blankCells,
  type Context,
  emptyLine,
  extraCells,
  hasUnused,
  type Setting,
  takePrefix,
} from './layout-context.ts';
import { articleOffset, type PieceCursor, pushSegments, type ShownText } from './layout-text.ts';
import type { Line, Segment } from './line.ts';
import { textWidth } from './width.ts';
import { wrapRows } from './wrap.ts';
import { softHyphen } from './wrap-boxes.ts';

/** Blanks left of text: before the first row, and before the others. */
export type Indent = {
  readonly first: number;
  readonly rest: number;
  readonly align: 'left' | 'center' | 'right';
  /** Whether stops may hang in the margin if the options say so. */
  readonly hangs: boolean;
};

/** A line of shown text on its way into rows. */
export type Unit = {
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

/**
 * A line of shown text before its first row.
 *
 * @param at Where it starts in the shown text.
 * @param to Where it ends.
 * @param cursor Remembers how far rows of the same shown text came.
 */
export function makeUnit(
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

/** The next rows of a unit that is not at its end. */
export function nextLines(setting: Setting, unit: Unit): Line[] {
  const { ambiguous } = setting.options;
  const { shown, to, context, indent } = unit;
  // A cell beside another has no margin.
  const hang = setting.options.hang && indent.hangs && context.tables === 0;
  const rest = Math.max(1, context.width - indent.rest);
  const reach = Number.isFinite(rest) ? blankCells(context, false) + indent.rest : 0;
  const firstReach = Number.isFinite(rest) ? blankCells(context, true) + unit.blanks : 0;
  const { glue } = shown;
  const options = { first: unit.room, rest, reach, firstReach, hang, ambiguous, glue };
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
    if (segments.length === 0) continue;
    const hyphenates = end < to && shown.text.charCodeAt(end - 1) === softHyphen;
    let free = 0;
    if (reach > 0 || firstReach > 0 || isAligned || hyphenates) {
      free = unit.room - textWidth(shown.text.slice(start, end), ambiguous);
    }
    if (hyphenates && free > 0) {
      segments.push(hyphen(segments, articleOffset(shown, end - 1)));
      free--;
    }
    if (isAligned && free > 0) unit.blanks = indent.align === 'right' ? free : free >> 1;
    lines.push(withPrefix(context, segments, unit.blanks, -free));
    unit.room = rest;
    unit.blanks = indent.rest;
  }
  unit.at = next;
  return lines;
}

function hyphen(segments: readonly Segment[], start: number): Segment {
  const { style, link } = segments.at(-1) ?? { style: 0, link: 0 };
  return { text: '-', style, link, role: 'marker', start };
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

function lineOf(segments: Segment[], own: number): Line {
  const first = segments[own];
  const last = segments[segments.length - 1];
  const start = first?.start ?? 0;
  if (last === undefined) return { segments, start, end: start };
  const ours = last.role === 'image' || last.role === 'number' || last.role === 'marker';
  return { segments, start, end: ours ? last.start : last.start + last.text.length };
}

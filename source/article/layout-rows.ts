/** Rows out of steps. */
import { type Context, emptyLine, hasUnused, nowhere, type Steps } from './layout-context.ts';
import type { LayoutOptions, Line } from './line.ts';

function placed(line: Line, offset: number): Line {
  if (line.start !== nowhere) return line;
  const segments = line.segments.map(segment => ({ ...segment, start: offset }));
  return { segments, start: offset, end: offset };
}

/**
 * The rows of steps, one at a time; blank rows only between rows, never two together.
 *
 * @param steps May hold steps of their own to any depth.
 * @param options Those of the layout that the steps belong to.
 * @param from Offset of rows without text that come before any with text.
 */
export function* rowsOf(
  steps: Steps,
  options: LayoutOptions,
  from: number,
): Generator<Line, void, void> {
  const stack = [steps];
  let gap: Context | null = null;
  let end = from;
  let isFirst = true;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { done, value } = top.next();
    if (done === true) stack.pop();
    else if ('gap' in value) {
      if (gap === null || value.gap.parts.length < gap.parts.length) gap = value.gap;
    } else if ('segments' in value) {
      if (gap !== null && !isFirst && !hasUnused(gap)) yield emptyLine(gap, end, options);
      gap = null;
      isFirst = false;
      const line = placed(value, end);
      end = Math.max(end, line.end);
      yield line;
    } else stack.push(value);
  }
}

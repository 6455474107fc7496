/** An article laid out for one width, as far as anyone has asked. */
import type { Article } from './document.ts';
import { blockSteps } from './layout-blocks.ts';
import { outermost } from './layout-context.ts';
import { rowsOf } from './layout-rows.ts';
import type { Layout, LayoutOptions, Line } from './line.ts';

function holds(line: Line, offset: number): boolean {
  return line.segments.some(({ start, text, role }) => {
    const isText = role === 'text' || role === 'heading' || role === 'code';
    return isText && start <= offset && offset < start + text.length;
  });
}

/**
 * The rows of an article, laid out one after the other for whoever needs none of them twice.
 *
 * @param article As `readArticle` gives it: its text is clean.
 * @param options Width in cells and how things show.
 */
export function layoutRows(article: Article, options: LayoutOptions): Generator<Line, void, void> {
  const setting = { article, options, blocks: blockSteps };
  return rowsOf(blockSteps(setting, article.blocks, outermost(options.width)), options, 0);
}

/**
 * Lays an article out for a width. Nothing is laid out before a row is asked for, and then no
 * further than that row.
 *
 * @param article As `readArticle` gives it: its text is clean.
 * @param options Width in cells and how things show.
 */
export function layoutArticle(article: Article, options: LayoutOptions): Layout {
  const rest = layoutRows(article, options);
  const rows: Line[] = [];
  /** Of every row, the furthest end up to it: rows of table cells do not end in order. */
  const reached: number[] = [];
  let isWhole = false;
  const more = () => {
    const { done, value } = rest.next();
    if (done === true) isWhole = true;
    else {
      rows.push(value);
      reached.push(Math.max(value.end, reached.at(-1) ?? 0));
    }
    return !isWhole;
  };
  /** Number of rows laid out that start at or before `offset`. */
  const rowsBefore = (offset: number) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    options,
    lines: (from, to) => {
      while (rows.length < to && more());
      return rows.slice(from, to);
    },
    count: () => {
      while (more());
      return rows.length;
    },
    lineAt: offset => {
      while ((rows.at(-1)?.start ?? -1) <= offset && more());
      const last = Math.max(0, rowsBefore(offset) - 1);
      for (let row = last; row >= 0 && (reached[row] ?? 0) > offset; row--) {
        const line = rows[row];
        if (line !== undefined && holds(line, offset)) return row;
      }
      return last;
    },
  };
}

import type { Article } from '../../article/document.ts';
import type { Layout, Line } from '../../article/line.ts';

/** What a row of a page belongs to; `blank` stands above the heading and below it. */
export type PagePart = 'title' | 'meta' | 'blank' | 'body';

export type PageLine = { readonly line: Line; readonly part: PagePart };

/**
 * A post as it is shown: a blank line, its title and what is known of it, a blank line, the article.
 *
 * Offsets count characters of `Article.text`; the heading's are negative, down to `start`, so that
 * every line of a page has a place that outlives its layout.
 */
export type Page = {
  readonly article: Article;
  /** What stands first below the blank line on top. */
  readonly title: string;
  /** Offset of the page's first line. */
  readonly start: number;
  /** Minutes the whole article takes to read. */
  readonly minutes: number;
  /** Whether more of the article is being read, which goes on where this ends. */
  readonly goesOn?: boolean;
  /** Rows `from`…`to` (the latter excluded), fewer at the end. */
  readonly lines: (from: number, to: number) => readonly PageLine[];
  /** Number of rows; lays out the rest. */
  readonly count: () => number;
  /** The last row that starts at or before `offset`. */
  readonly lineAt: (offset: number) => number;
};

function shift(line: Line, by: number): Line {
  return {
    segments: line.segments.map(segment => ({ ...segment, start: segment.start + by })),
    start: line.start + by,
    end: line.end + by,
  };
}

/**
 * Puts a heading above an article.
 *
 * @param heading layout of a text that starts with the title
 * @param headingLength characters of that text
 * @param minutes see `Page.minutes`
 */
export function joinPage(
  heading: Layout,
  title: string,
  headingLength: number,
  article: Article,
  body: Layout,
  minutes: number,
): Page {
  const by = -headingLength - 1;
  const blank = (at: number): PageLine => ({
    line: { segments: [], start: at, end: at },
    part: 'blank',
  });
  const titled = heading.lines(0, heading.count()).map(
    (line): PageLine => ({
      line: shift(line, by),
      part: line.start < title.length ? 'title' : 'meta',
    }),
  );
  const above = [blank(by - 1), ...titled, blank(-1)];
  return {
    article,
    title,
    start: by - 1,
    minutes,
    lines: (from, to) => [
      ...above.slice(from, to),
      ...body
        .lines(Math.max(0, from - above.length), Math.max(0, to - above.length))
        .map((line): PageLine => ({ line, part: 'body' })),
    ],
    count: () => above.length + body.count(),
    lineAt: offset => {
      if (offset >= 0) return above.length + body.lineAt(offset);
      return above.findLastIndex(({ line }) => line.start <= offset);
    },
  };
}

import type { Article } from '../../article/document.ts';
import type { Page } from '../data/page.ts';

/** A link or an image that can be focused. */
export type Focusable = {
  /** A link's number; images count on after the links. */
  readonly n: number;
  /** Offsets in the article's text; equal where there is only an image. */
  readonly start: number;
  readonly end: number;
  /** Index of the image, -1 for a link. */
  readonly image: number;
};

const kept = new WeakMap<Article, readonly Focusable[]>();

/** All that can be focused in an article, in reading order; an image inside a link is the link. */
export function focusables(article: Article): readonly Focusable[] {
  const known = kept.get(article);
  if (known !== undefined) return known;
  const { links, images } = article;
  const taken = new Set(links.flatMap(({ start, end }) => (start === end ? [start] : [])));
  const all: Focusable[] = links.map(({ n, start, end }) => ({ n, start, end, image: -1 }));
  for (const [image, { start }] of images.entries()) {
    if (taken.has(start)) continue;
    all.push({ n: links.length + image + 1, start, end: start, image });
  }
  all.sort((a, b) => a.start - b.start || a.n - b.n);
  kept.set(article, all);
  return all;
}

/** How many rows above the text after it an image is looked for. */
const FAR = 40;

function imageRow(page: Page, start: number): number {
  const below = page.lineAt(start);
  for (let row = below; row >= Math.max(0, below - FAR); row -= 1) {
    const [shown] = page.lines(row, row + 1);
    if (shown?.line.segments.some(segment => segment.role === 'image' && segment.start === start)) {
      return row;
    }
  }
  return below;
}

/** The rows of a page that a focusable stands on, the last included. */
export function rowsOf(page: Page, { start, end, image }: Focusable): readonly [number, number] {
  if (image >= 0 || start === end) {
    const row = imageRow(page, start);
    return [row, row];
  }
  return [page.lineAt(start), page.lineAt(end - 1)];
}

/** Whether a row of it is among the `height` rows from `top`. */
export function isShown(page: Page, item: Focusable, top: number, height: number): boolean {
  const [first, last] = rowsOf(page, item);
  return last >= top && first < top + height;
}

/** What is focused, if it is on the screen; undefined otherwise. */
export function shownFocus(
  page: Page,
  focus: number,
  top: number,
  height: number,
): Focusable | undefined {
  const item = focusables(page.article).find(({ n }) => n === focus);
  return item !== undefined && isShown(page, item, top, height) ? item : undefined;
}

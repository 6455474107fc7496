import type { Page } from '../data/page.ts';
import type { ArticlePlace, Position } from './place.ts';

function startOf(page: Page, row: number): number | undefined {
  return page.lines(row, row + 1)[0]?.line.start;
}

/** The place of a row, which stays when the page is laid out anew. */
export function positionOfRow(page: Page, row: number): Position {
  const offset = startOf(page, row) ?? page.start;
  return { offset, back: Math.max(0, page.lineAt(offset) - row) };
}

/** The row of a place; null is the top of the page. */
function rowOfPosition(page: Page, position: Position | null): number {
  if (position === null) return 0;
  let row = Math.max(0, page.lineAt(position.offset));
  for (let back = position.back; back > 0 && row > 0; back -= 1) {
    if (startOf(page, row - 1) !== position.offset) break;
    row -= 1;
  }
  return row;
}

/** The row on top of an article's screen. */
export function topRow(place: ArticlePlace, page: Page, height: number): number {
  const anchor = place.anchor === '' ? undefined : page.article.anchors.get(place.anchor);
  if (place.position === null && anchor !== undefined) {
    return lowestTop(page, page.lineAt(anchor), height);
  }
  return rowOfPosition(page, place.position);
}

/** Whether the last row of a page is on a screen of `height` rows whose top is `top`. */
export function isAtEnd(page: Page, top: number, height: number): boolean {
  return page.lines(top + height, top + height + 1).length === 0;
}

/** `row`, or the lowest row that still fills a screen; lays out no further than that screen. */
export function lowestTop(page: Page, row: number, height: number): number {
  const wanted = Math.max(0, row);
  if (page.lines(wanted, wanted + height).length === height) return wanted;
  return Math.min(wanted, Math.max(0, page.count() - height));
}

/** `place` scrolled so that `row` is on the screen, in its upper third if it was not. */
export function showRow(
  place: ArticlePlace,
  page: Page,
  row: number,
  height: number,
): ArticlePlace {
  const top = topRow(place, page, height);
  if (row >= top && row < top + height) return place;
  const wanted = lowestTop(page, row - Math.floor(height / 3), height);
  return { ...place, position: positionOfRow(page, wanted), anchor: '' };
}

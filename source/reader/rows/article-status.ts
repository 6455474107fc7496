import { cleanField } from '../../article/sanitise.ts';
import type { Page } from '../data/page.ts';
import { neighbourPost } from '../state/article.ts';
import type { Context } from '../state/context.ts';
import { matchesOf, matchIndex } from '../state/find.ts';
import { type Focusable, shownFocus } from '../state/focus.ts';
import type { ArticlePlace } from '../state/place.ts';
import { isAtEnd } from '../state/position.ts';
import { theme } from '../theme.ts';
import { keyOf } from './empty-rows.ts';
import { type Row, span } from './row.ts';
import { targetText } from './target-text.ts';

/** Where what is focused leads: a link's target in words, an image's file. */
function focusText(place: ArticlePlace, page: Page, item: Focusable, context: Context): Row {
  const { links, images } = page.article;
  if (item.image >= 0) {
    const src = cleanField(images[item.image]?.src ?? '');
    return [span(`${context.messages.imageWord} `, theme.key), span(src, theme.faint)];
  }
  const href = links[item.n - 1]?.href ?? '';
  const text = targetText(context.target(place.post, item.n), href, context);
  return [span(`[${item.n}] `, theme.key), span(text, theme.faint)];
}

/**
 * The left of an article's status line: that its file has gone; where what is focused leads; where
 * reading stopped; at the end what Space leads to; the title once its heading has gone. Nothing
 * leaves room for the hints.
 */
export function articleStatus(
  place: ArticlePlace,
  page: Page,
  top: number,
  height: number,
  context: Context,
): Row {
  const { messages } = context;
  const item = shownFocus(page, place.focus, top, height);
  if (item !== undefined) return focusText(place, page, item, context);
  if (context.vanished(place.post)) return [span(messages.vanished, theme.notice)];
  if (place.offer !== null && !page.goesOn) {
    const percent = Math.floor((place.offer / Math.max(1, page.article.text.length)) * 100);
    return [span(messages.stoppedAt(percent, keyOf('resume', 'article', context)), theme.notice)];
  }
  if (top > 0 && !page.goesOn && isAtEnd(page, top, height)) {
    const next = neighbourPost(place, 1, context);
    if (next !== undefined) return [span(messages.nextPost(next.title), theme.faint)];
  }
  const first = page.lines(top, top + 1)[0];
  return first !== undefined && first.line.start >= 0 ? [span(place.post.title, theme.faint)] : [];
}

/** Which of the places found is shown: `3/17`, or `0/0` where there is none. */
function matchNumbers(place: ArticlePlace, page: Page): readonly Row[] {
  if (place.find === null) return [];
  const { length } = matchesOf(page, place.find.phrases);
  return [[span(`${matchIndex(place, page) + 1}/${length}`, theme.notice)]];
}

/**
 * The right of an article's status line: the place found, how far, minutes left, number of links;
 * while there is but the beginning, that the rest is being read.
 */
export function articleNumbers(
  place: ArticlePlace,
  page: Page,
  top: number,
  height: number,
  context: Context,
): readonly Row[] {
  const { messages } = context;
  if (page.goesOn) return [[span(messages.reading('').trimEnd(), theme.notice)]];
  const { text, links } = page.article;
  const last = page.lines(top, top + height).at(-1);
  const ended = isAtEnd(page, top, height);
  const read = ended ? text.length : Math.max(0, last?.line.end ?? 0);
  // Of a page that has a heading or a note alone, rows are all there is to count.
  const part = text === '' ? (top + height) / page.count() : read / text.length;
  const share = Math.min(1, part);
  const items: Row[] = [...matchNumbers(place, page)];
  items.push([span(`${Math.floor(share * 100)}%`, theme.faint)]);
  const minutes = Math.ceil(page.minutes * (1 - share));
  if (minutes > 0) items.push([span(messages.minutesLeft(minutes), theme.faint)]);
  if (links.length > 0) items.push([span(messages.linkCount(links.length), theme.faint)]);
  return items;
}

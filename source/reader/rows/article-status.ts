import { cleanField } from '../../article/sanitise.ts';
import type { Target } from '../../library/post.ts';
import type { Page } from '../page.ts';
import { neighbourPost } from '../state/article.ts';
import type { Context } from '../state/context.ts';
import { isLinkShown } from '../state/links.ts';
import type { ArticlePlace } from '../state/place.ts';
import { isAtEnd } from '../state/position.ts';
import { theme } from '../theme.ts';
import { categoryName } from './category-name.ts';
import { type Row, span } from './row.ts';

function targetText(target: Target, href: string, context: Context): string {
  const { messages, library } = context;
  switch (target.kind) {
    case 'home':
      return messages.toHome;
    case 'category':
      return messages.toCategory(categoryName(target.target, context));
    case 'post':
      return messages.toPost(library.post(target.target)?.title ?? cleanField(target.target));
    case 'anchor':
      return messages.toAnchor(cleanField(target.target));
    case 'tag':
      return messages.tag(cleanField(target.target));
    case 'external':
      return messages.external(cleanField(target.target));
    case 'missing':
      return messages.missing(cleanField(href));
  }
}

/**
 * The left of an article's status line: where the focused link leads; at the end what Space leads
 * to; the title once its heading has gone. Nothing leaves room for the hints.
 */
export function articleStatus(
  place: ArticlePlace,
  page: Page,
  top: number,
  height: number,
  context: Context,
): Row {
  const { messages } = context;
  const link = page.article.links[place.focus - 1];
  if (link !== undefined && isLinkShown(page, link, top, height)) {
    const target = context.target(place.post, link.n);
    return [
      span(`[${link.n}] `, theme.key),
      span(targetText(target, link.href, context), theme.faint),
    ];
  }
  if (top > 0 && isAtEnd(page, top, height)) {
    const next = neighbourPost(place, 1, context);
    if (next !== undefined) return [span(messages.nextPost(next.title), theme.faint)];
  }
  const first = page.lines(top, top + 1)[0];
  return first !== undefined && first.line.start >= 0 ? [span(place.post.title, theme.faint)] : [];
}

/** The right of an article's status line: how far, minutes left, number of links. */
export function articleNumbers(
  page: Page,
  top: number,
  height: number,
  context: Context,
): readonly Row[] {
  const { messages } = context;
  const { text, links } = page.article;
  const last = page.lines(top, top + height).at(-1);
  const ended = isAtEnd(page, top, height);
  const read = ended ? text.length : Math.max(0, last?.line.end ?? 0);
  // Of a page that has a heading or a note alone, rows are all there is to count.
  const part = text === '' ? (top + height) / page.count() : read / text.length;
  const share = Math.min(1, part);
  const items: Row[] = [[span(`${Math.floor(share * 100)}%`, theme.faint)]];
  const minutes = Math.ceil(page.minutes * (1 - share));
  if (minutes > 0) items.push([span(messages.minutesLeft(minutes), theme.faint)]);
  if (links.length > 0) items.push([span(messages.linkCount(links.length), theme.faint)]);
  return items;
}

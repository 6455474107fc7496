import type { Action } from '../keys/bindings.ts';
import type { Page } from '../page.ts';
import type { Context } from './context.ts';
import { pageHeight } from './geometry.ts';
import { followFocused, followLink, moveFocus } from './links.ts';
import type { Outcome } from './outcome.ts';
import type { ArticlePlace } from './place.ts';
import { isAtEnd, lowestTop, positionOfRow, topRow } from './position.ts';
import { markAction } from './posts.ts';
import { findUnread } from './unread.ts';

/** The post `step` places further in the list an article was opened from. */
export function neighbourPost(
  place: ArticlePlace,
  step: number,
  context: Context,
): ArticlePlace['post'] | undefined {
  const posts = context.posts(place.list);
  const at = posts.indexOf(place.post.id);
  const to = Math.max(0, Math.min(at + step, posts.length - 1));
  return at < 0 || to === at ? undefined : posts.at(to);
}

type Article = Outcome<ArticlePlace>;

function stepTo(place: ArticlePlace, step: number, context: Context): Article {
  const post = neighbourPost(place, step, context);
  if (post === undefined) {
    const { noNextPost, noPreviousPost } = context.messages;
    return { place, notice: step > 0 ? noNextPost : noPreviousPost };
  }
  return { place, go: { to: 'article', post, list: place.list, stepped: true } };
}

function stepToUnread(place: ArticlePlace, step: 1 | -1, count: number, context: Context): Article {
  const posts = context.posts(place.list);
  const from = posts.indexOf(place.post.id);
  const at = from < 0 ? -1 : findUnread(posts, context.marks.isRead, from, step, count);
  const post = posts.at(at);
  if (post === undefined) {
    const { noNextUnread, noPreviousUnread } = context.messages;
    return { place, notice: step > 0 ? noNextUnread : noPreviousUnread };
  }
  return { place, go: { to: 'article', post, list: place.list, stepped: true } };
}

function scroll(
  place: ArticlePlace,
  page: Page,
  action: Action,
  count: number | null,
  context: Context,
): Article | undefined {
  const height = pageHeight(context);
  const top = topRow(place, page, height);
  const times = count ?? 1;
  const to = (row: number): Article => ({
    place: { ...place, position: positionOfRow(page, row), anchor: '' },
  });
  // A screen that grew may show blank rows below the end: going down never goes up.
  const down = (rows: number): Article => to(Math.max(top, lowestTop(page, top + rows, height)));
  const up = (rows: number): Article => to(Math.max(0, top - rows));
  switch (action) {
    case 'down':
      return down(times);
    case 'up':
      return up(times);
    case 'page-down':
      return down(times * height);
    case 'page-up':
      return up(times * height);
    case 'half-down':
      return down(times * Math.max(1, height >> 1));
    case 'half-up':
      return up(times * Math.max(1, height >> 1));
    case 'first':
      return to(count === null ? 0 : lowestTop(page, count - 1, height));
    case 'last':
      return to(lowestTop(page, count === null ? page.count() : count - 1, height));
    case 'page-on':
      return isAtEnd(page, top, height) ? stepTo(place, 1, context) : down(times * height);
    default:
      return undefined;
  }
}

function reduceReady(
  place: ArticlePlace,
  page: Page,
  action: Action,
  count: number | null,
  context: Context,
): Article {
  const scrolled = scroll(place, page, action, count, context);
  if (scrolled !== undefined) return scrolled;
  switch (action) {
    case 'next-link':
      return moveFocus(place, page, count ?? 1, context);
    case 'previous-link':
      return moveFocus(place, page, -(count ?? 1), context);
    case 'open':
      return followFocused(place, page, context);
    case 'follow-number':
      return followLink(place, page, count ?? 0, context);
    default:
      return { place };
  }
}

/** An article's reducer; while the article loads, only what needs no page is done. */
export function reduceArticle(
  place: ArticlePlace,
  action: Action,
  count: number | null,
  context: Context,
): Article {
  const marked = markAction(action, place.post, context);
  if (marked !== undefined) return { place, effects: [marked] };
  switch (action) {
    case 'back':
    case 'close':
      return { place, go: { to: 'back' } };
    case 'next-sibling':
      return stepTo(place, count ?? 1, context);
    case 'previous-sibling':
      return stepTo(place, -(count ?? 1), context);
    case 'next-unread':
      return stepToUnread(place, 1, count ?? 1, context);
    case 'previous-unread':
      return stepToUnread(place, -1, count ?? 1, context);
    default: {
      const opened = context.opened(place.post);
      if (opened.status === 'loading') return { place };
      return reduceReady(place, opened.page, action, count, context);
    }
  }
}

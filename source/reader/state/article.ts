import type { PostList } from '../../library/library.ts';
import type { Page } from '../data/page.ts';
import type { Action } from '../keys/actions.ts';
import { openedAt } from './beginning.ts';
import type { Context } from './context.ts';
import { emptyEntry } from './entry.ts';
import { moveMatch } from './find.ts';
import { newFinder } from './finder.ts';
import { pageHeight } from './geometry.ts';
import { shownHints } from './hints.ts';
import { focusOutside, followFocused, followLink, moveFocus } from './links.ts';
import type { Outcome } from './outcome.ts';
import { postOutside } from './outside.ts';
import type { ArticlePlace } from './place.ts';
import { isAtEnd, lowestTop, positionOfRow, topRow } from './position.ts';
import { markAction } from './posts.ts';
import { arrangeArticle } from './prefs.ts';
import { findUnread } from './unread.ts';

function listOf(place: ArticlePlace, context: Context): PostList {
  return context.posts(place.list).posts;
}

/** The post `step` places further in the list an article was opened from. */
export function neighbourPost(
  place: ArticlePlace,
  step: number,
  context: Context,
): ArticlePlace['post'] | undefined {
  const posts = listOf(place, context);
  const at = posts.indexOf(place.post.id);
  const to = Math.max(0, Math.min(at + step, posts.length - 1));
  return at < 0 || to === at ? undefined : posts.at(to);
}

type Article = Outcome<ArticlePlace>;

function opening(place: ArticlePlace, post: ArticlePlace['post']): Article {
  const { list, find } = place;
  const go = { to: 'article', post, list, stepped: true } as const;
  // Whoever goes through what a search found wants each post at its match.
  const sought = list.of === 'search' && find !== null ? { phrases: find.phrases } : {};
  return { place, go: { ...go, ...sought } };
}

function stepTo(place: ArticlePlace, step: number, context: Context): Article {
  const post = neighbourPost(place, step, context);
  if (post !== undefined) return opening(place, post);
  const { noNextPost, noPreviousPost } = context.messages;
  return { place, notice: step > 0 ? noNextPost : noPreviousPost };
}

function stepToUnread(place: ArticlePlace, step: 1 | -1, count: number, context: Context): Article {
  const posts = listOf(place, context);
  const from = posts.indexOf(place.post.id);
  const at = from < 0 ? -1 : findUnread(posts, context.marks.isRead, from, step, count);
  const post = posts.at(at);
  if (post !== undefined) return opening(place, post);
  const { noNextUnread, noPreviousUnread } = context.messages;
  return { place, notice: step > 0 ? noNextUnread : noPreviousUnread };
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
    place: { ...place, position: positionOfRow(page, row), anchor: '', offer: null },
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

function resume(place: ArticlePlace, page: Page, context: Context): Article {
  const offset = place.offer ?? context.stopped(place.post);
  if (offset === null) return { place, notice: context.messages.noStop };
  const row = lowestTop(page, page.lineAt(offset), pageHeight(context));
  return { place: { ...place, position: positionOfRow(page, row), anchor: '', offer: null } };
}

function reduceReady(
  place: ArticlePlace,
  page: Page,
  action: Action,
  count: number | null,
  context: Context,
): Article {
  const { messages } = context;
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
    case 'hints':
      if (shownHints(place, page, context).size === 0) {
        return { place, notice: messages.noLinksShown };
      }
      return { place, overlay: { kind: 'hints', typed: '' } };
    case 'links': {
      const { links, images } = page.article;
      if (links.length + images.length === 0) return { place, notice: messages.noLinks };
      return { place, overlay: newFinder('link') };
    }
    case 'headings':
      if (page.article.headings.length === 0) return { place, notice: messages.noHeadings };
      return { place, overlay: newFinder('heading') };
    case 'search': {
      const overlay = { kind: 'prompt', ask: 'find', recalled: 0, typed: '' } as const;
      return { place, overlay: { ...overlay, entry: emptyEntry, before: place } };
    }
    case 'resume':
      return resume(place, page, context);
    case 'next-unread':
      return moveMatch(place, page, count ?? 1, context);
    case 'previous-unread':
      return moveMatch(place, page, -(count ?? 1), context);
    default:
      return (
        focusOutside(place, page, action, context) ?? {
          place,
          ...postOutside(place, place.post, action, context),
        }
      );
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
    case 'escape':
      if (place.find !== null) return { place: { ...place, find: null } };
      return { place, go: { to: 'back' } };
    case 'back':
    case 'close':
      return { place, go: { to: 'back' } };
    case 'next-sibling':
      return stepTo(place, count ?? 1, context);
    case 'previous-sibling':
      return stepTo(place, -(count ?? 1), context);
    case 'mark-all-read':
      return { place, effects: [{ type: 'mark-all', view: place.list }] };
    case 'next-unread':
    case 'previous-unread':
      if (place.find !== null) break;
      return stepToUnread(place, action === 'next-unread' ? 1 : -1, count ?? 1, context);
    case 'layout':
    case 'narrower':
    case 'wider': {
      const { prefs, columns, messages } = context;
      return { place, ...arrangeArticle(prefs, action, count ?? 1, columns, messages) };
    }
  }
  const opened = openedAt(place, context);
  if (opened.status === 'loading') return { place };
  return reduceReady(place, opened.page, action, count, context);
}

import type { ArticleLink } from '../../article/document.ts';
import { cleanField } from '../../article/sanitise.ts';
import type { Page } from '../page.ts';
import type { Context } from './context.ts';
import { pageHeight } from './geometry.ts';
import type { Outcome } from './outcome.ts';
import type { ArticlePlace } from './place.ts';
import { lowestTop, positionOfRow, topRow } from './position.ts';

type Article = Outcome<ArticlePlace>;

/** Whether a row of the link is among the `height` rows from `top`. */
export function isLinkShown(page: Page, link: ArticleLink, top: number, height: number): boolean {
  const first = page.lineAt(link.start);
  const last = page.lineAt(Math.max(link.start, link.end - 1));
  return last >= top && first < top + height;
}

/** Number of the link that follows the focused one; from the screen's edge if that is out of sight. */
function nextFocus(page: Page, focus: number, step: number, top: number, height: number): number {
  const { links } = page.article;
  const focused = links[focus - 1];
  if (focused !== undefined && isLinkShown(page, focused, top, height)) {
    const index = (focus - 1 + step) % links.length;
    return (index < 0 ? index + links.length : index) + 1;
  }
  const shown = page.lines(top, top + height);
  const from = shown[0]?.line.start ?? 0;
  const to = shown.at(-1)?.line.end ?? from;
  if (step > 0) return links.find(link => link.end > from || link.start >= from)?.n ?? 1;
  return links.findLast(link => link.start < to)?.n ?? links.length;
}

/** `place` scrolled so that the character at `offset` is on the screen, in its upper third if it was not. */
function scrollTo(place: ArticlePlace, page: Page, offset: number, context: Context): ArticlePlace {
  const height = pageHeight(context);
  const top = topRow(place, page, height);
  const row = page.lineAt(offset);
  if (row >= top && row < top + height) return place;
  const wanted = lowestTop(page, row - Math.floor(height / 3), height);
  return { ...place, position: positionOfRow(page, wanted), anchor: '' };
}

/** Moves the focus by `step` links, round the ends, and brings it on the screen. */
export function moveFocus(
  place: ArticlePlace,
  page: Page,
  step: number,
  context: Context,
): Article {
  const { links } = page.article;
  if (links.length === 0) return { place, notice: context.messages.noLinks };
  const height = pageHeight(context);
  const focus = nextFocus(page, place.focus, step, topRow(place, page, height), height);
  const link = links[focus - 1];
  const moved = { ...place, focus };
  return { place: link === undefined ? moved : scrollTo(moved, page, link.start, context) };
}

/** Goes where the focused link leads; without one in sight it follows nothing and says so. */
export function followFocused(place: ArticlePlace, page: Page, context: Context): Article {
  const height = pageHeight(context);
  const link = page.article.links[place.focus - 1];
  if (link === undefined || !isLinkShown(page, link, topRow(place, page, height), height)) {
    return { place, notice: context.messages.noFocus };
  }
  return followLink(place, page, place.focus, context);
}

/** Goes where link `n` leads, in sight or not. */
export function followLink(place: ArticlePlace, page: Page, n: number, context: Context): Article {
  const { messages } = context;
  const link = page.article.links[n - 1];
  if (link === undefined) return { place, notice: messages.noSuchLink(n) };
  const focused = { ...place, focus: n };
  const stay = (notice: string): Article => ({
    place: scrollTo(focused, page, link.start, context),
    notice,
  });
  const target = context.target(place.post, n);
  switch (target.kind) {
    case 'home':
      return { place: focused, go: { to: 'home' } };
    case 'category':
      return {
        place: focused,
        go: { to: 'category', slug: target.target, at: place.post.id },
      };
    case 'post': {
      const post = context.library.post(target.target);
      if (post === undefined) break;
      const list = post.categories.includes(place.list) ? place.list : (post.categories[0] ?? '');
      return { place: focused, go: { to: 'article', post, list, anchor: target.anchor } };
    }
    case 'anchor': {
      if (!page.article.anchors.has(target.target)) break;
      const { post, list } = place;
      return { place: focused, go: { to: 'article', post, list, anchor: target.target } };
    }
    case 'external':
      return stay(messages.external(cleanField(target.target)));
    case 'tag':
      return stay(messages.tag(cleanField(target.target)));
    case 'missing':
      break;
  }
  return stay(messages.missing(cleanField(link.href)));
}

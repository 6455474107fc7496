import { cleanField } from '../../article/sanitise.ts';
import type { Post, Target } from '../../library/post.ts';
import type { Page } from '../data/page.ts';
import type { Action } from '../keys/actions.ts';
import type { Context } from './context.ts';
import { type Focusable, focusables, isShown, rowsOf, shownFocus } from './focus.ts';
import { pageHeight } from './geometry.ts';
import type { Outcome } from './outcome.ts';
import { addressOutside, fullAddress, postAddress } from './outside.ts';
import { type ArticlePlace, categoryView, plainArrangement } from './place.ts';
import { showRow, topRow } from './position.ts';

type Article = Outcome<ArticlePlace>;

/** What follows the focused item; the first one on the screen if that is out of sight. */
function nextFocus(
  page: Page,
  focus: number,
  step: number,
  top: number,
  height: number,
): Focusable | undefined {
  const items = focusables(page.article);
  const at = items.findIndex(({ n }) => n === focus);
  const focused = items[at];
  if (focused !== undefined && isShown(page, focused, top, height)) {
    const index = (at + step) % items.length;
    return items[index < 0 ? index + items.length : index];
  }
  const shown = page.lines(top, top + height);
  const from = shown[0]?.line.start ?? 0;
  const to = shown.at(-1)?.line.end ?? from;
  if (step > 0) return items.find(({ start, end }) => end > from || start >= from) ?? items[0];
  return items.findLast(({ start }) => start < to) ?? items.at(-1);
}

/** `place` scrolled so that the item is on the screen, in its upper third if it was not. */
function showItem(
  place: ArticlePlace,
  page: Page,
  item: Focusable,
  context: Context,
): ArticlePlace {
  return showRow(place, page, rowsOf(page, item)[0], pageHeight(context));
}

/** Moves the focus by `step` links or images, round the ends, and brings it on the screen. */
export function moveFocus(
  place: ArticlePlace,
  page: Page,
  step: number,
  context: Context,
): Article {
  const height = pageHeight(context);
  const item = nextFocus(page, place.focus, step, topRow(place, page, height), height);
  if (item === undefined) return { place, notice: context.messages.noLinks };
  return { place: showItem({ ...place, focus: item.n }, page, item, context) };
}

/** What is focused and on the screen. */
function focusedItem(place: ArticlePlace, page: Page, context: Context): Focusable | undefined {
  const height = pageHeight(context);
  return shownFocus(page, place.focus, topRow(place, page, height), height);
}

/** Goes where the focused link leads; without one in sight it follows nothing and says so. */
export function followFocused(place: ArticlePlace, page: Page, context: Context): Article {
  const item = focusedItem(place, page, context);
  if (item === undefined) return { place, notice: context.messages.noFocus };
  return followItem(place, page, item, context);
}

/** Follows a link or opens an image outside. */
export function followItem(
  place: ArticlePlace,
  page: Page,
  item: Focusable,
  context: Context,
): Article {
  if (item.image < 0) return followLink(place, page, item.n, context);
  const focused = showItem({ ...place, focus: item.n }, page, item, context);
  const src = page.article.images[item.image]?.src ?? '';
  const address = fullAddress(src, place.post, context.library.site);
  if (address === undefined) {
    return { place: focused, notice: context.messages.missing(cleanField(src)) };
  }
  return { place: focused, effects: [{ type: 'browse', address }] };
}

/** The address that a target has outside; undefined where nobody can tell. */
function outsideAddress(
  target: Target,
  href: string,
  post: Post,
  { library }: Context,
): string | undefined {
  if (target.kind === 'external') return target.target;
  const other = target.kind === 'post' ? library.post(target.target) : undefined;
  if (other !== undefined) return postAddress(other, library.site);
  return fullAddress(href, post, library.site);
}

/** What `o` and `y` do with what is focused; undefined if nothing is. */
export function focusOutside(
  place: ArticlePlace,
  page: Page,
  action: Action,
  context: Context,
): Article | undefined {
  if (action !== 'browse' && action !== 'copy-address') return undefined;
  const item = focusedItem(place, page, context);
  if (item === undefined) return undefined;
  const { links, images } = page.article;
  const href = item.image < 0 ? links[item.n - 1]?.href : images[item.image]?.src;
  const target = item.image < 0 ? context.target(place.post, item.n) : undefined;
  const address =
    target === undefined
      ? fullAddress(href ?? '', place.post, context.library.site)
      : outsideAddress(target, href ?? '', place.post, context);
  if (address === undefined) return { place, notice: context.messages.noAddress };
  return { place, ...addressOutside(address, action, context) };
}

/** Goes where link `n` leads, in sight or not; one that leads outside is opened there. */
export function followLink(place: ArticlePlace, page: Page, n: number, context: Context): Article {
  const { messages } = context;
  const link = page.article.links[n - 1];
  if (link === undefined) return { place, notice: messages.noSuchLink(n) };
  const focused = { ...place, focus: n };
  const item = { n, start: link.start, end: link.end, image: -1 };
  const target = context.target(place.post, n);
  switch (target.kind) {
    case 'home':
      return { place: focused, go: { to: 'home' } };
    case 'category': {
      const view = categoryView(target.target);
      return { place: focused, go: { to: 'list', view, at: place.post.id } };
    }
    case 'tag': {
      const view = { ...plainArrangement, of: 'tag', name: target.target } as const;
      return { place: focused, go: { to: 'list', view, at: place.post.id } };
    }
    case 'post': {
      const post = context.library.post(target.target);
      if (post === undefined) break;
      const isOfList = context.posts(place.list).posts.indexOf(post.id) >= 0;
      const list = isOfList ? place.list : categoryView(post.categories[0] ?? '');
      return { place: focused, go: { to: 'article', post, list, anchor: target.anchor } };
    }
    case 'anchor': {
      if (!page.article.anchors.has(target.target)) {
        if (page.goesOn) return { place, notice: messages.loading };
        break;
      }
      const { post, list } = place;
      return { place: focused, go: { to: 'article', post, list, anchor: target.target } };
    }
    case 'external':
      return {
        place: showItem(focused, page, item, context),
        effects: [{ type: 'browse', address: target.target }],
      };
    case 'missing':
      break;
  }
  const notice = messages.missing(cleanField(link.href));
  return { place: showItem(focused, page, item, context), notice };
}

import type { Page } from '../data/page.ts';
import type { Action } from '../keys/actions.ts';
import type { Context, Opened } from './context.ts';
import { focusables, shownFocus } from './focus.ts';
import { pageHeight } from './geometry.ts';
import type { ArticlePlace, Place } from './place.ts';
import { isAtEnd, topRow } from './position.ts';

/** Whether a place stands within an article of which there is but the beginning. */
function isWithin(place: ArticlePlace, page: Page, context: Context): boolean {
  const { position, anchor, find } = place;
  if (find !== null) return false;
  const { anchors, text } = page.article;
  if (position !== null) return position.offset < text.length;
  if (anchor === '') return true;
  const at = anchors.get(anchor);
  return at !== undefined && !isAtEnd(page, page.lineAt(at), pageHeight(context));
}

/** The article of a place: still loading where the place stands beyond what has been read of it. */
export function openedAt(place: ArticlePlace, context: Context): Opened {
  const opened = context.opened(place.post);
  if (opened.status !== 'ready' || !opened.page.goesOn) return opened;
  return isWithin(place, opened.page, context) ? opened : { status: 'loading' };
}

/** Whether there is but the beginning of an article. */
export function goesOn(place: ArticlePlace, context: Context): boolean {
  const opened = context.opened(place.post);
  return opened.status === 'ready' && opened.page.goesOn === true;
}

/** What asks for all of an article. */
const ASK_FOR_ALL: ReadonlySet<Action> = new Set<Action>([
  'search',
  'links',
  'headings',
  'hints',
  'resume',
  'copy-text',
  'pipe',
  'write',
]);

/** Whether link `n` leads to a place in an article that has not been read so far. */
function leadsBeyond(n: number, { post }: ArticlePlace, page: Page, context: Context): boolean {
  if (page.article.links[n - 1] === undefined) return true;
  const { kind, target } = context.target(post, n);
  return kind === 'anchor' && !page.article.anchors.has(target);
}

/** Whether the focus has moved to where it would be in the whole article. */
function hasMovedOn(
  before: ArticlePlace,
  after: ArticlePlace,
  isForward: boolean,
  page: Page,
  context: Context,
): boolean {
  const height = pageHeight(context);
  const top = topRow(before, page, height);
  const shown = page.lines(top, top + height);
  const from = shownFocus(page, before.focus, top, height);
  const to = focusables(page.article).find(({ n }) => n === after.focus);
  // Images count on after the links, of which nobody knows yet how many there are.
  if (to === undefined || to.image >= 0) return false;
  return isForward
    ? to.start >= (from?.start ?? shown[0]?.line.start ?? 0)
    : to.start <= (from?.start ?? shown.at(-1)?.line.end ?? 0);
}

/**
 * Whether an action on the beginning of an article has to wait for the whole of it: it goes, or
 * looks, beyond what has been read.
 *
 * @param count the number typed before it
 * @param after the place that the action has led to
 */
export function needsRest(
  before: ArticlePlace,
  action: Action,
  count: number | null,
  after: Place,
  context: Context,
): boolean {
  if (ASK_FOR_ALL.has(action)) return true;
  const opened = openedAt(before, context);
  if (opened.status !== 'ready') return false;
  const { page } = opened;
  if (action === 'open') {
    const height = pageHeight(context);
    const item = shownFocus(page, before.focus, topRow(before, page, height), height);
    return item !== undefined && item.image < 0 && leadsBeyond(item.n, before, page, context);
  }
  if (action === 'follow-number') return leadsBeyond(count ?? 0, before, page, context);
  const isSame = after.screen === 'article' && after.post.id === before.post.id;
  if (!isSame) return action === 'page-on';
  if (action === 'next-link' || action === 'previous-link') {
    const isForward = (action === 'next-link') === (count ?? 1) > 0;
    if (!hasMovedOn(before, after, isForward, page, context)) return true;
  }
  if (after.position === before.position) return false;
  const height = pageHeight(context);
  return isAtEnd(page, topRow(after, page, height), height);
}

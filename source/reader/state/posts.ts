import type { Post } from '../../library/post.ts';
import type { Action } from '../keys/actions.ts';
import type { Context, Posts } from './context.ts';
import type { Effect } from './effect.ts';
import { isWide, listHeight } from './geometry.ts';
import { chooseItem, type ListShape, moveInList, settleList } from './list.ts';
import { postOutside } from './outside.ts';
import type { Overlay } from './overlay.ts';
import type { ListState, Place, PostView } from './place.ts';
import { postShape } from './shapes.ts';
import { findUnread } from './unread.ts';

/** What an action did in a list of posts, for the screens that show one. */
export type PostsOutcome = {
  readonly list: ListState;
  readonly open?: Post;
  readonly effects?: readonly Effect[];
  readonly notice?: string;
  readonly overlay?: Overlay;
};

/** The shape of a list of posts, for its order. */
export function shapeOf({ posts }: Posts, { of, sort }: PostView): ListShape {
  return postShape(posts, of === 'search' ? 'hits' : sort);
}

function toggle(post: Post, what: 'read' | 'star', context: Context): Effect {
  const { marks } = context;
  if (what === 'star') {
    return { type: 'mark', kind: marks.isStarred(post.path) ? 'unstar' : 'star', post };
  }
  return { type: 'mark', kind: marks.isRead(post.path) ? 'unread' : 'read', post };
}

/** What `m` and `*` ask for; undefined for other actions. */
export function markAction(action: Action, post: Post, context: Context): Effect | undefined {
  if (action === 'toggle-read') return toggle(post, 'read', context);
  return action === 'toggle-star' ? toggle(post, 'star', context) : undefined;
}

/**
 * An action in a list of posts; undefined if it is none of the list's.
 *
 * @param place what a prompt goes back to if it is cancelled
 * @param height rows of the list, headings included
 */
export function reducePosts(
  place: Place,
  view: PostView,
  list: ListState,
  action: Action,
  count: number | null,
  context: Context,
  height = listHeight(context),
): PostsOutcome | undefined {
  const { posts } = context.posts(view);
  const shape = shapeOf({ posts, done: true }, view);
  const leaps = place.screen === 'home' && isWide(context);
  const moved = moveInList(shape, list, action, count, height, leaps);
  if (moved !== undefined) return { list: moved };
  const settled = settleList(shape, list, height);
  if (action === 'mark-all-read') return { list: settled, effects: [{ type: 'mark-all', view }] };
  if (action === 'next-unread' || action === 'previous-unread') {
    const step = action === 'next-unread' ? 1 : -1;
    const at = findUnread(posts, context.marks.isRead, settled.cursor, step, count ?? 1);
    if (at >= 0) return { list: chooseItem(shape, settled, at, height) };
    const { noNextUnread, noPreviousUnread } = context.messages;
    return { list: settled, notice: step > 0 ? noNextUnread : noPreviousUnread };
  }
  const post = posts.at(settled.cursor);
  if (post === undefined) return undefined;
  // Whoever opens or marks a post means this one, also if the list grows above it.
  const held = { ...settled, key: post.id };
  if (action === 'open') return { list: held, open: post };
  const effect = markAction(action, post, context);
  if (effect !== undefined) return { list: held, effects: [effect] };
  const outside = postOutside(place, post, action, context);
  return outside === undefined ? undefined : { list: held, ...outside };
}

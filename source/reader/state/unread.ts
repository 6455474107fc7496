import type { PostList } from '../../library/library.ts';

/**
 * Position of the `count`-th unread post after `from` (before it if `step` is -1); the last one
 * found where there are fewer, -1 where there is none.
 */
export function findUnread(
  posts: PostList,
  isRead: (path: string) => boolean,
  from: number,
  step: 1 | -1,
  count: number,
): number {
  let left = count;
  let found = -1;
  for (let at = from + step; at >= 0 && at < posts.length && left > 0; at += step) {
    const post = posts.at(at);
    if (post === undefined || isRead(post.path)) continue;
    found = at;
    left -= 1;
  }
  return found;
}

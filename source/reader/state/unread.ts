import type { Library, PostList } from '../../library/library.ts';
import { ALL_POSTS } from './place.ts';

const BLOCK = 512;

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

/** Number of unread posts by category slug, and of all posts under `ALL_POSTS`; one pass. */
export function countUnread(
  library: Library,
  isRead: (path: string) => boolean,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([[ALL_POSTS, 0]]);
  const posts = library.list({});
  for (let from = 0; from < posts.length; from += BLOCK) {
    for (const post of posts.slice(from, from + BLOCK)) {
      if (isRead(post.path)) continue;
      for (const slug of [ALL_POSTS, ...post.categories]) {
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
      }
    }
  }
  return counts;
}

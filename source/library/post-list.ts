import { DAY, millisecondsOf } from './civil.ts';
import type { PostList, PostQuery } from './library.ts';
import { nameOrder } from './name-order.ts';
import type { Post } from './post.ts';
import { readDate } from './written-date.ts';

/** Newest first, then by path from the end of the alphabet, as Jekyll's own list; undated last. */
function byDate(a: Post, b: Post): number {
  const first = a.date?.time ?? Number.NEGATIVE_INFINITY;
  const second = b.date?.time ?? Number.NEGATIVE_INFINITY;
  if (first !== second) return first > second ? -1 : 1;
  if (a.path === b.path) return 0;
  return a.path > b.path ? -1 : 1;
}

/** How many posts of a list that is in order come before another. */
function countBefore(ordered: readonly Post[], post: Post): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = ordered[middle];
    if (at !== undefined && byDate(at, post) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Merges posts, in any order, into a list that is in order, which stays as it is; gives back the whole. What comes before
 * the first of them is not looked at: a folder is read newest first, and nearly all come last.
 */
export function mergeByDate(ordered: readonly Post[], added: readonly Post[]): readonly Post[] {
  const more = [...added].sort(byDate);
  const [first] = more;
  if (first === undefined) return ordered;
  const before = countBefore(ordered, first);
  const merged = ordered.slice(0, before);
  let at = 0;
  for (const post of ordered.slice(before)) {
    for (let next = more[at]; next !== undefined && byDate(next, post) < 0; next = more[at]) {
      merged.push(next);
      at++;
    }
    merged.push(post);
  }
  return merged.concat(more.slice(at));
}

/** A list over an array that nobody changes. */
export function listOf(posts: readonly Post[]): PostList {
  let positions: Map<string, number> | null = null;
  return {
    length: posts.length,
    at: index => (index < 0 ? undefined : posts[index]),
    slice: (from, to) => posts.slice(Math.max(0, from), Math.max(0, to)),
    indexOf: id => {
      positions ??= new Map(posts.map((post, index) => [post.id, index]));
      return positions.get(id) ?? -1;
    },
  };
}

/** Wall clock in milliseconds at which a day `2022-03-11` begins; undefined for no day. */
export function dayStart(day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const reading = readDate(day);
  return reading.read === 'date' ? millisecondsOf(reading.date.clock) : undefined;
}

function sorted(posts: Post[], query: PostQuery, labelOf: (slug: string) => string): void {
  if (query.sort === 'title') {
    const compare = nameOrder();
    posts.sort((a, b) => compare(a.title, b.title));
  } else if (query.sort === 'category') {
    const label = (post: Post) => labelOf(post.categories[0] ?? '');
    const ranks = new Map(
      [...new Set(posts.map(label))].sort(nameOrder()).map((name, rank) => [name, rank]),
    );
    posts.sort((a, b) => (ranks.get(label(a)) ?? 0) - (ranks.get(label(b)) ?? 0));
  }
}

/**
 * Filters and sorts. In: posts by `byDate`; `slugsOf` gives the slugs that a slug or label stands for.
 * Equal titles and categories stay newest first.
 */
export function selectPosts(
  posts: readonly Post[],
  query: PostQuery,
  names: {
    readonly slugsOf: (name: string) => readonly string[];
    readonly labelOf: (slug: string) => string;
  },
): readonly Post[] {
  const slugs = query.categories && new Set(query.categories.flatMap(name => names.slugsOf(name)));
  const tags = query.tags && new Set(query.tags);
  const since = dayStart(query.since);
  const until = dayStart(query.until);
  const { accept } = query;
  const fits = (post: Post) => {
    if (slugs !== undefined && !post.categories.some(slug => slugs.has(slug))) return false;
    if (tags !== undefined && !post.tags.some(tag => tags.has(tag))) return false;
    if (since !== undefined || until !== undefined) {
      if (post.date === null) return false;
      const wall = post.date.time + post.date.offset * 60_000;
      if (since !== undefined && wall < since) return false;
      if (until !== undefined && wall >= until + DAY) return false;
    }
    return accept === undefined || accept(post);
  };
  const isWhole = !slugs && !tags && since === undefined && until === undefined && !accept;
  const isByDate = query.sort === undefined || query.sort === 'date';
  if (isWhole && isByDate && !query.reverse) return posts;
  const chosen = posts.filter(fits);
  sorted(chosen, query, names.labelOf);
  return query.reverse ? chosen.reverse() : chosen;
}

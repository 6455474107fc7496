import type { Library, PostList, PostQuery } from '../../library/library.ts';
import { nameOrder } from '../../library/name-order.ts';
import type { Post } from '../../library/post.ts';
import { listOf } from '../../library/post-list.ts';
import type { Marks } from '../../marks/open-marks.ts';
import type { Posts } from '../state/context.ts';
import { ALL_POSTS, type PostView, type Sort } from '../state/place.ts';
import { isNarrower, postFilter } from './filter.ts';
import { type Job, runInTurns, sortSteps } from './turns.ts';

const BLOCK = 256;

/** Arranged lists kept for whoever comes back to them. */
const KEPT = 12;

type Source = Pick<PostView, 'of' | 'name'>;

type Made = {
  readonly version: number;
  posts: PostList;
  done: boolean;
};

/** A list the other way round, without making one. */
function reversed(list: PostList): PostList {
  const { length } = list;
  return {
    length,
    at: index => list.at(length - 1 - index),
    slice: (from, to) =>
      [...list.slice(Math.max(0, length - to), Math.max(0, length - Math.max(0, from)))].reverse(),
    indexOf: id => {
      const at = list.indexOf(id);
      return at < 0 ? -1 : length - 1 - at;
    },
  };
}

function* blocks(list: PostList): Generator<readonly Post[], void, void> {
  for (let from = 0; from < list.length; from += BLOCK) yield list.slice(from, from + BLOCK);
}

function queryOf({ of, name }: Source): PostQuery {
  if (of === 'tag') return { tags: [name] };
  return name === ALL_POSTS ? {} : { categories: [name] };
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) break;
    map.delete(oldest);
  }
}

/**
 * Lists of posts as screens ask for them. Sorting and filtering go on in turns between keys:
 * meanwhile a list is what was there before, or as much as has been found. `found` gives what a
 * search has found, `told` is called when a list has more to show.
 */
export function createLists(
  library: Library,
  marks: Marks,
  found: (words: string) => Posts,
  told: () => void,
): (view: PostView) => Posts {
  const bases = new Map<string, PostList>();
  const ordered = new Map<string, Made>();
  const filtered = new Map<string, Made>();
  let version = -1;
  let sorting: { readonly key: string; readonly job: Job } | undefined;
  let filtering: { readonly key: string; readonly job: Job } | undefined;

  const base = (source: Source): Posts => {
    if (source.of === 'search') return found(source.name);
    if (library.version() !== version) {
      version = library.version();
      bases.clear();
    }
    const key = `${source.of} ${source.name}`;
    const known = bases.get(key);
    const posts = known ?? library.list(queryOf(source));
    if (known === undefined) bases.set(key, posts);
    return { posts, done: true };
  };

  function* sorted(list: PostList, sort: Sort, made: Made): Generator<void, void, void> {
    const posts: Post[] = [];
    for (const block of blocks(list)) {
      posts.push(...block);
      yield;
    }
    const compare = nameOrder();
    if (sort === 'title') {
      yield* sortSteps(posts, (a, b) => compare(a.title, b.title));
    } else {
      const labels = library.categories().map(({ slug, label }) => [slug, label] as const);
      labels.sort(([, a], [, b]) => compare(a, b));
      const ranks = new Map(labels.map(([slug], rank) => [slug, rank]));
      const rank = (post: Post): number => ranks.get(post.categories[0] ?? '') ?? -1;
      yield* sortSteps(posts, (a, b) => rank(a) - rank(b));
    }
    made.posts = listOf(posts);
    made.done = true;
  }

  const order = (source: Source, sort: Sort): Posts => {
    const list = base(source);
    if (sort === 'date') return list;
    const key = `${sort} ${source.of} ${source.name}`;
    const known = ordered.get(key);
    const at = library.version();
    // A list that grows is sorted again once the last time is over.
    if (known?.version === at || (known !== undefined && sorting?.key === key && !known.done)) {
      return known;
    }
    if (sorting !== undefined && sorting.key !== key) {
      sorting.job.cancel();
      if (ordered.get(sorting.key)?.done === false) ordered.delete(sorting.key);
    }
    const made: Made = { version: at, posts: known?.posts ?? list.posts, done: false };
    keep(ordered, key, made);
    sorting = { key, job: runInTurns(sorted(list.posts, sort, made), told) };
    return made;
  };

  function* fitting(
    list: PostList,
    filter: string,
    made: Made,
    isShown: boolean,
  ): Generator<void, void, void> {
    const fits = postFilter(filter, library, marks);
    const posts: Post[] = [];
    for (const block of blocks(list)) {
      posts.push(...block.filter(fits));
      if (isShown) made.posts = listOf(posts);
      yield;
    }
    made.posts = listOf(posts);
    made.done = true;
  }

  const filter = (view: PostView): Posts => {
    const whole = order(view, view.sort);
    if (view.filter === '') return whole;
    const group = `${view.sort} ${view.of} ${view.name} & `;
    const key = group + view.filter;
    const at = library.version();
    const known = filtered.get(key);
    if (known?.version === at && known.done) return known;
    if (known !== undefined && filtering?.key === key) return known;
    if (!whole.done) return known ?? { posts: listOf([]), done: false };
    if (filtering !== undefined && filtering.key !== key) {
      filtering.job.cancel();
      if (filtered.get(filtering.key)?.done === false) filtered.delete(filtering.key);
    }
    const wider = [...filtered].findLast(
      ([other, made]) =>
        other.startsWith(group) &&
        made.version === at &&
        made.done &&
        isNarrower(view.filter, other.slice(group.length)),
    );
    const from = wider === undefined ? whole : wider[1];
    const made: Made = { version: at, posts: known?.posts ?? listOf([]), done: false };
    keep(filtered, key, made);
    // A list that was there stays until the new one is whole.
    const steps = fitting(from.posts, view.filter, made, known === undefined);
    const job = runInTurns(steps, () => {
      if (made.done) filtering = undefined;
      told();
    });
    filtering = made.done ? undefined : { key, job };
    return made;
  };

  return view => {
    const { posts, done } = filter(view);
    return { posts: view.reverse ? reversed(posts) : posts, done };
  };
}

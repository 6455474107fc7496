import type { Library, PostList } from '../../library/library.ts';
import type { Post } from '../../library/post.ts';
import type { Marked, Marks } from '../../marks/open-marks.ts';
import { ALL_POSTS, type PostView } from '../state/place.ts';

const BLOCK = 512;

/** While the library grows, more read posts than these are counted at most this often. */
const COUNT_MILLISECONDS = 300;
const FEW_MARKS = 1000;

type Source = Pick<PostView, 'of' | 'name'>;

type ReadCounts = {
  /** Number of read posts by category slug, and of all posts under `ALL_POSTS`. */
  readonly categories: Map<string, number>;
  /** Number of read posts by tag, of tags that have been asked for. */
  readonly tags: Map<string, number>;
  readonly marks: number;
};

function add(counts: Map<string, number>, key: string, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change);
}

/** Read posts of every category in one pass: only what is read is looked at. */
function countRead(library: Library, marks: Marks): ReadCounts {
  const categories = new Map<string, number>();
  let paths = 0;
  for (const path of marks.readPaths()) {
    paths += 1;
    const post = library.postAt(path);
    if (post === undefined) continue;
    for (const slug of [ALL_POSTS, ...post.categories]) add(categories, slug, 1);
  }
  return { categories, tags: new Map(), marks: paths };
}

function countReadOfTag(tag: string, library: Library, marks: Marks): number {
  let count = 0;
  for (const path of marks.readPaths()) {
    if (library.postAt(path)?.tags.includes(tag)) count += 1;
  }
  return count;
}

export type Unread = {
  readonly of: (view: Source) => number;
  /** A mark, after those that others have made meanwhile; the counts follow without counting. */
  readonly mark: (kind: 'read' | 'unread' | 'star' | 'unstar', post: Post) => Marked;
  /** Marks all of these posts read as one action; gives back how many were unread. */
  readonly markRead: (posts: PostList) => { readonly count: number; readonly marked: Marked };
  /** Others have marked: all is counted anew when next asked for. */
  readonly recount: () => void;
};

/** Counts unread posts: those there are at the moment but for the read ones, which are counted. */
export function createUnread(library: Library, marks: Marks, now: () => number): Unread {
  let read: ReadCounts | undefined;
  let counted = { version: -1, time: 0, loaded: false };

  const counts = (): ReadCounts => {
    const loaded = library.loaded();
    const isStale = counted.version !== library.version() || counted.loaded !== loaded;
    const isCheap = loaded || (read?.marks ?? 0) <= FEW_MARKS;
    const isDue = isCheap || now() - counted.time >= COUNT_MILLISECONDS;
    if (read === undefined || (isStale && isDue)) {
      read = countRead(library, marks);
      counted = { version: library.version(), time: now(), loaded };
    }
    return read;
  };

  const postsOf = ({ of, name }: Source): number => {
    if (of === 'tag') return library.list({ tags: [name] }).length;
    return name === ALL_POSTS ? library.list({}).length : (library.category(name)?.posts ?? 0);
  };

  const readOf = ({ of, name }: Source): number => {
    const { categories, tags } = counts();
    if (of !== 'tag') return categories.get(name) ?? 0;
    const known = tags.get(name) ?? countReadOfTag(name, library, marks);
    tags.set(name, known);
    return known;
  };

  return {
    of: source => Math.max(0, postsOf(source) - readOf(source)),
    mark: (kind, post) => {
      if (marks.refresh()) read = undefined;
      const before = counts();
      const wasRead = marks.isRead(post.path);
      const marked = marks.mark(kind, post.path);
      const change = Number(marks.isRead(post.path)) - Number(wasRead);
      // Whoever listens to the marks may have thrown the counts away: these are right in any case.
      read = before;
      if (change === 0) return marked;
      for (const slug of [ALL_POSTS, ...post.categories]) add(before.categories, slug, change);
      for (const tag of new Set(post.tags)) {
        if (before.tags.has(tag)) add(before.tags, tag, change);
      }
      return marked;
    },
    markRead: list => {
      marks.refresh();
      const paths: string[] = [];
      for (let from = 0; from < list.length; from += BLOCK) {
        for (const { path } of list.slice(from, from + BLOCK)) {
          if (!marks.isRead(path)) paths.push(path);
        }
      }
      const marked = marks.markMany('read', paths);
      read = undefined;
      return { count: paths.length, marked };
    },
    recount: () => {
      read = undefined;
    },
  };
}

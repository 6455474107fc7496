import type { Library, PostList } from '../../library/library.ts';
import type { Post } from '../../library/post.ts';
import type { Marked, Marks } from '../../marks/open-marks.ts';
import { ALL_POSTS, type PostView } from '../state/place.ts';

const BLOCK = 512;

/** While the library grows, unread posts are counted at most this often. */
const COUNT_MILLISECONDS = 300;

/** Number of unread posts by category slug, and of all posts under `ALL_POSTS`: only what is read is looked at. */
function countUnread(library: Library, marks: Marks): Map<string, number> {
  const counts = new Map(library.categories().map(({ slug, posts }) => [slug, posts]));
  counts.set(ALL_POSTS, library.list({}).length);
  for (const path of marks.readPaths()) {
    const post = library.postAt(path);
    if (post === undefined) continue;
    for (const slug of [ALL_POSTS, ...post.categories]) {
      counts.set(slug, (counts.get(slug) ?? 0) - 1);
    }
  }
  return counts;
}

export type Unread = {
  readonly of: (view: Pick<PostView, 'of' | 'name'>) => number;
  /** A mark, after those that others have made meanwhile; the counts follow without counting. */
  readonly mark: (kind: 'read' | 'unread' | 'star' | 'unstar', post: Post) => Marked;
  /** Marks all of these posts read as one action; gives back how many were unread. */
  readonly markRead: (posts: PostList) => { readonly count: number; readonly marked: Marked };
  /** Others have marked: all is counted anew when next asked for. */
  readonly recount: () => void;
};

/** Counts unread posts: of all categories in one pass, of a tag when it is asked for. */
export function createUnread(library: Library, marks: Marks, now: () => number): Unread {
  let categories: Map<string, number> | undefined;
  let tags = new Map<string, number>();
  let counted = { version: -1, time: 0, loaded: false };

  const counts = (): Map<string, number> => {
    const loaded = library.loaded();
    const isStale = counted.version !== library.version() || counted.loaded !== loaded;
    const isDue = loaded || now() - counted.time >= COUNT_MILLISECONDS;
    if (categories === undefined || (isStale && isDue)) {
      categories = countUnread(library, marks);
      tags = new Map();
      counted = { version: library.version(), time: now(), loaded };
    }
    return categories;
  };

  const ofTag = (tag: string): number => {
    counts();
    const known = tags.get(tag);
    if (known !== undefined) return known;
    const posts = library.list({ tags: [tag] });
    const unread = posts.slice(0, posts.length).filter(post => !marks.isRead(post.path)).length;
    tags.set(tag, unread);
    return unread;
  };

  return {
    of: ({ of, name }) => (of === 'tag' ? ofTag(name) : (counts().get(name) ?? 0)),
    mark: (kind, post) => {
      if (marks.refresh()) categories = undefined;
      const before = counts();
      const beforeTags = tags;
      const wasRead = marks.isRead(post.path);
      const marked = marks.mark(kind, post.path);
      const change = Number(wasRead) - Number(marks.isRead(post.path));
      // Whoever listens to the marks may have thrown the counts away: these are right in any case.
      categories = before;
      tags = beforeTags;
      if (change === 0) return marked;
      for (const slug of [ALL_POSTS, ...post.categories]) {
        before.set(slug, (before.get(slug) ?? 0) + change);
      }
      for (const tag of new Set(post.tags)) {
        const known = tags.get(tag);
        if (known !== undefined) tags.set(tag, known + change);
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
      categories = undefined;
      return { count: paths.length, marked };
    },
    recount: () => {
      categories = undefined;
    },
  };
}

import type { Library, PostList } from '../library/library.ts';
import type { Category, Post, Target } from '../library/post.ts';
import type { Marked, Marks } from '../marks/open-marks.ts';
import { createArticles, type Desk } from './articles.ts';
import { type Messages, messagesFor } from './messages.ts';
import type { ReaderSettings } from './settings.ts';
import type { Context, Opened } from './state/context.ts';
import type { Size } from './state/geometry.ts';
import { ALL_POSTS } from './state/place.ts';
import { countUnread } from './state/unread.ts';

/** While the library grows, unread posts are counted at most this often. */
const COUNT_MILLISECONDS = 300;

/** The library, marks and articles as the reader asks for them, each answer kept until it changes. */
export type ReaderData = {
  readonly library: Library;
  readonly marks: Marks;
  readonly settings: ReaderSettings;
  readonly messages: Messages;
  readonly now: () => number;
  readonly posts: (slug: string) => PostList;
  readonly categories: () => readonly Category[];
  readonly unread: (slug: string) => number;
  /** A mark, after those that others have made meanwhile; the unread counts follow. */
  readonly mark: (kind: 'read' | 'unread' | 'star' | 'unstar', post: Post) => Marked;
  /** Others have marked: counts are made anew. */
  readonly recount: () => void;
  /** Reads a post's article unless that is done; true if it needs no more waiting. */
  readonly open: (post: Post) => boolean;
  readonly opened: (post: Post, columns: number) => Opened;
  readonly target: (post: Post, n: number) => Target;
  readonly takeDesk: (desk: Desk) => void;
};

/** Gathers what the reader asks of library and marks. `now`: milliseconds since the epoch. */
export function createData(
  library: Library,
  marks: Marks,
  settings: ReaderSettings,
  now: () => number,
): ReaderData {
  const messages = messagesFor(settings.lang);
  const lists = new Map<string, PostList>();
  const targets = new Map<string, Target>();
  let version = library.version();
  let categories: readonly Category[] | undefined;
  let unread: Map<string, number> | undefined;
  let counted = { version: -1, time: 0, loaded: false };
  const articles = createArticles(library, settings, messages);

  const atVersion = (): void => {
    if (library.version() === version) return;
    version = library.version();
    lists.clear();
    targets.clear();
    categories = undefined;
  };

  const counts = (): Map<string, number> => {
    const loaded = library.loaded();
    const isStale = counted.version !== library.version() || counted.loaded !== loaded;
    const isDue = loaded || now() - counted.time >= COUNT_MILLISECONDS;
    if (unread === undefined || (isStale && isDue)) {
      unread = new Map(countUnread(library, marks.isRead));
      counted = { version: library.version(), time: now(), loaded };
    }
    return unread;
  };

  return {
    library,
    marks,
    settings,
    messages,
    now,
    posts: slug => {
      atVersion();
      const known = lists.get(slug);
      if (known !== undefined) return known;
      const list = library.list(slug === ALL_POSTS ? {} : { categories: [slug] });
      lists.set(slug, list);
      return list;
    },
    categories: () => {
      atVersion();
      categories ??= library.categories();
      return categories;
    },
    unread: slug => counts().get(slug) ?? 0,
    mark: (kind, post) => {
      if (marks.refresh()) unread = undefined;
      const before = counts();
      const wasRead = marks.isRead(post.path);
      const marked = marks.mark(kind, post.path);
      const change = Number(wasRead) - Number(marks.isRead(post.path));
      // Whoever listens to the marks may have thrown the counts away: these are right in any case.
      unread = before;
      if (change !== 0) {
        for (const slug of [ALL_POSTS, ...post.categories]) {
          unread.set(slug, (unread.get(slug) ?? 0) + change);
        }
      }
      return marked;
    },
    recount: () => {
      unread = undefined;
    },
    open: articles.open,
    opened: articles.opened,
    target: (post, n) => {
      atVersion();
      const key = `${n} ${post.id}`;
      const known = targets.get(key);
      if (known !== undefined) return known;
      const href = articles.link(post, n)?.href ?? '';
      const target = library.target(href, post);
      targets.set(key, target);
      return target;
    },
    takeDesk: articles.takeDesk,
  };
}

/** What reducers and screens see of the data, on a screen of the given size. */
export function createContext(data: ReaderData, { columns, rows }: Size): Context {
  const { library, marks, settings, messages, now, posts, categories, unread, target } = data;
  return {
    library,
    marks,
    settings,
    messages,
    columns,
    rows,
    now,
    posts,
    categories,
    unread,
    target,
    opened: post => data.opened(post, columns),
  };
}

import type { Library } from '../../library/library.ts';
import type { Category, Post, Target } from '../../library/post.ts';
import type { Marked, Marks } from '../../marks/open-marks.ts';
import type { Keymap } from '../keys/keymap.ts';
import { grouped } from '../rows/format.ts';
import type { ReaderSettings } from '../settings.ts';
import type { Context, Found, Opened, Posts } from '../state/context.ts';
import type { Size } from '../state/geometry.ts';
import type { PostView } from '../state/place.ts';
import type { Prefs } from '../state/prefs.ts';
import type { Messages } from '../words/messages.ts';
import { messagesFor } from '../words/messages-for.ts';
import { createArticles, type Desk } from './articles.ts';
import { createLists } from './lists.ts';
import { createSearches } from './searches.ts';
import { createTags } from './tags.ts';
import { createUnread } from './unread.ts';

/** The library, marks and articles as the reader asks for them, each answer kept until it changes. */
export type ReaderData = {
  readonly library: Library;
  readonly marks: Marks;
  readonly settings: ReaderSettings;
  readonly keymap: Keymap;
  readonly messages: Messages;
  readonly now: () => number;
  readonly posts: (view: PostView) => Posts;
  readonly categories: () => readonly Category[];
  readonly tags: Context['tags'];
  readonly unread: Context['unread'];
  readonly found: (words: string) => Found;
  /** Seeks words in all posts, for at least so many hits; a search for others is given up. */
  readonly seek: (words: string, hits: number) => void;
  /** A mark, after those that others have made meanwhile; the unread counts follow. */
  readonly mark: (kind: 'read' | 'unread' | 'star' | 'unstar', post: Post) => Marked;
  /** Marks a list read as one action; gives back what to say. */
  readonly markAll: (view: PostView) => string;
  /** Takes back the last action; gives back what to say. */
  readonly undo: () => string;
  /** Others have marked: counts are made anew. */
  readonly recount: () => void;
  /** Reads a post's article unless that is done; true if there is something to show. */
  readonly open: (post: Post) => boolean;
  /** No article is looked at: none is read any further. */
  readonly leave: () => void;
  /** Its file may have changed: the article is read anew when next it is opened. */
  readonly forget: (post: Post) => void;
  /** Title and text of a post, as another program gets it. Rejects where it cannot be read. */
  readonly text: (post: Post) => Promise<string>;
  readonly opened: (post: Post, columns: number, prefs: Prefs) => Opened;
  readonly vanished: (post: Post) => boolean;
  readonly target: (post: Post, n: number) => Target;
  readonly stopped: (post: Post) => number | null;
  /** Articles can be opened from now on; the rest of long ones is read once `drawn` has settled. */
  readonly takeDesk: (desk: Desk, drawn?: Promise<void>) => void;
  /**
   * Calls `told` when work that went on between keys has more to show, and `arrived` when an article
   * has been read that there was but the beginning of, or nothing, or more of it has been.
   */
  readonly listen: (told: () => void, arrived: () => void) => void;
};

export type DataOptions = {
  readonly library: Library;
  readonly marks: Marks;
  readonly settings: ReaderSettings;
  readonly keymap: Keymap;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Where reading a post stopped last time; see `Context.stopped`. */
  readonly stopped?: (post: Post) => number | null;
};

/** Gathers what the reader asks of library and marks. */
export function createData(options: DataOptions): ReaderData {
  const { library, marks, settings, keymap, now, stopped = () => null } = options;
  const messages = messagesFor(settings.lang);
  const targets = new Map<string, Target>();
  const known = new Set<string>();
  let version = library.version();
  let categories: readonly Category[] | undefined;
  let tell = (): void => undefined;
  let arrive = (): void => undefined;
  const told = (): void => tell();
  const articles = createArticles(library, settings, messages, () => arrive());
  const searches = createSearches(library, told);
  const lists = createLists(library, marks, searches.found, told);
  const unread = createUnread(library, marks, now);

  const atVersion = (): void => {
    if (library.version() === version) return;
    version = library.version();
    targets.clear();
    categories = undefined;
  };

  return {
    library,
    marks,
    settings,
    keymap,
    messages,
    now,
    posts: lists,
    categories: () => {
      atVersion();
      categories ??= library.categories();
      return categories;
    },
    tags: createTags(library, told),
    unread: unread.of,
    found: searches.found,
    seek: searches.seek,
    mark: unread.mark,
    markAll: view => {
      const { count, marked } = unread.markRead(lists(view).posts);
      if (!marked.saved) return marked.message;
      return count === 0 ? messages.allRead : messages.markedRead(grouped(count));
    },
    undo: () => {
      const { marks: undone, marked } = marks.undo();
      unread.recount();
      if (!marked.saved) return marked.message;
      return undone.length === 0 ? messages.nothingToUndo : messages.undone(grouped(undone.length));
    },
    recount: unread.recount,
    open: post => {
      if (library.post(post.id) !== undefined) known.add(post.id);
      return articles.open(post);
    },
    leave: articles.leave,
    forget: articles.forget,
    text: articles.text,
    opened: articles.opened,
    vanished: post => library.loaded() && known.has(post.id) && library.post(post.id) === undefined,
    target: (post, n) => {
      atVersion();
      const href = articles.link(post, n)?.href ?? '';
      const key = `${post.id} ${href}`;
      const found = targets.get(key);
      if (found !== undefined) return found;
      const target = library.target(href, post);
      targets.set(key, target);
      return target;
    },
    stopped,
    takeDesk: articles.takeDesk,
    listen: (whenTold, whenArrived) => {
      tell = whenTold;
      arrive = whenArrived;
    },
  };
}

/** What reducers and screens see of the data, on a screen of the given size and layout. */
export function createContext(data: ReaderData, { columns, rows }: Size, prefs: Prefs): Context {
  const { library, marks, settings, keymap, messages, now } = data;
  const { posts, categories, tags, unread, found, vanished, target, stopped } = data;
  return {
    library,
    marks,
    settings,
    keymap,
    messages,
    prefs,
    columns,
    rows,
    now,
    posts,
    categories,
    tags,
    unread,
    found,
    vanished,
    target,
    stopped,
    opened: post => data.opened(post, columns, prefs),
  };
}

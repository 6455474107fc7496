import type { Library, PostList, SearchHit } from '../../library/library.ts';
import type { Category, Post, Target } from '../../library/post.ts';
import type { Marks } from '../../marks/open-marks.ts';
import type { Page } from '../data/page.ts';
import type { Keymap } from '../keys/keymap.ts';
import type { ReaderSettings } from '../settings.ts';
import type { Messages } from '../words/messages.ts';
import type { PostView } from './place.ts';
import type { Prefs } from './prefs.ts';

/** An article as far as it is known: `page` is laid out for the present width. */
export type Opened =
  | { readonly status: 'loading' }
  /** `failed`: the page says why the post cannot be read. */
  | { readonly status: 'ready' | 'failed'; readonly page: Page };

/** A list of posts as far as it is made. */
export type Posts = {
  readonly posts: PostList;
  /** Whether nothing more is to come. */
  readonly done: boolean;
};

/** What a search has found so far, and where in each post. */
export type Found = Posts & {
  readonly hit: (index: number) => SearchHit | undefined;
  /** Hits known of so far; all of them once `done`. */
  readonly total: number;
  /** Share of the posts that have been searched, from 0 to 1. */
  readonly looked: number;
};

export type Tag = { readonly tag: string; readonly posts: number };

/** What reducers and screens may ask. Nothing here changes anything. */
export type Context = {
  readonly library: Library;
  readonly marks: Marks;
  readonly settings: ReaderSettings;
  readonly messages: Messages;
  readonly keymap: Keymap;
  readonly prefs: Prefs;
  readonly columns: number;
  readonly rows: number;
  /** Milliseconds since the epoch: what counts as today. */
  readonly now: () => number;
  readonly categories: () => readonly Category[];
  readonly tags: () => { readonly tags: readonly Tag[]; readonly done: boolean };
  /** The posts of a list as far as it is arranged. */
  readonly posts: (view: PostView) => Posts;
  /** How many posts of a category or tag are unread, whatever its arrangement. */
  readonly unread: (view: Pick<PostView, 'of' | 'name'>) => number;
  readonly found: (words: string) => Found;
  readonly opened: (post: Post) => Opened;
  /** Whether the post's file has gone while the reader was open. */
  readonly vanished: (post: Post) => boolean;
  /** Where link `n` of a ready article leads. */
  readonly target: (post: Post, n: number) => Target;
  /** Where reading a post stopped last time, as an offset of its article; null if nowhere. */
  readonly stopped: (post: Post) => number | null;
};

/** Whether the first posts are still being looked for, so that no list shows any. */
export function isAwaitingPosts({ library }: Context): boolean {
  return !library.loaded() && library.list({}).length === 0;
}

import type { Library, PostList } from '../../library/library.ts';
import type { Category, Post, Target } from '../../library/post.ts';
import type { Marks } from '../../marks/open-marks.ts';
import type { Messages } from '../messages.ts';
import type { Page } from '../page.ts';
import type { ReaderSettings } from '../settings.ts';

/** An article as far as it is known: `page` is laid out for the present width. */
export type Opened =
  | { readonly status: 'loading' }
  /** `failed`: the page says why the post cannot be read. */
  | { readonly status: 'ready' | 'failed'; readonly page: Page };

/** What reducers and screens may ask. Nothing here changes anything. */
export type Context = {
  readonly library: Library;
  readonly marks: Marks;
  readonly settings: ReaderSettings;
  readonly messages: Messages;
  readonly columns: number;
  readonly rows: number;
  /** Milliseconds since the epoch: what counts as today. */
  readonly now: () => number;
  readonly categories: () => readonly Category[];
  /** Posts of a category, all posts for `ALL_POSTS`. */
  readonly posts: (slug: string) => PostList;
  /** How many of them are unread. */
  readonly unread: (slug: string) => number;
  readonly opened: (post: Post) => Opened;
  /** Where link `n` of a ready article leads. */
  readonly target: (post: Post, n: number) => Target;
};

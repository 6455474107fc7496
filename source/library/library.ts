import type { Category, Fault, Post, Target } from './post.ts';
import type { Site } from './site.ts';

export type PostQuery = {
  /** Slugs or labels; a post in any of them fits. */
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  /** First and last calendar day by the post's own wall clock, `2022-03-11`, both included. */
  readonly since?: string;
  readonly until?: string;
  readonly sort?: 'date' | 'title' | 'category';
  readonly reverse?: boolean;
  /** Whatever only the caller knows, such as marks. */
  readonly accept?: (post: Post) => boolean;
};

/** Posts in order, read by position: a list of 100,000 costs what is looked at. */
export type PostList = {
  readonly length: number;
  readonly at: (index: number) => Post | undefined;
  readonly slice: (from: number, to: number) => readonly Post[];
  /** Position of the post with that id, -1 if it is not in the list. */
  readonly indexOf: (id: string) => number;
};

/** What a reference to a post led to: one post, several that fit, or none. */
export type Found =
  | { readonly found: 'one'; readonly post: Post }
  | { readonly found: 'several'; readonly posts: readonly Post[] }
  | { readonly found: 'none' };

/** A post that holds all the words sought. */
export type SearchHit = {
  readonly post: Post;
  /** `title` if the title alone holds all the words. */
  readonly where: 'title' | 'body';
  /** One clean line of the article around the first word in it. */
  readonly snippet: string;
  /** Where in `snippet` that word stands, UTF-16 units, end excluded; `[0, 0]` where it does not. */
  readonly match: readonly [start: number, end: number];
};

/** What a search has found so far. */
export type SearchFound = {
  /** The first hits, at most the limit: hits in titles first, then newest first. */
  readonly hits: readonly SearchHit[];
  /** Whether `hits` will stay as they are. */
  readonly settled: boolean;
  /** Number of all hits found so far; exact once `done`. */
  readonly count: number;
  /** Share of the posts that have been looked into, from 0 to 1. */
  readonly looked: number;
  readonly done: boolean;
};

export type SearchRequest = {
  /** Most hits handed out; 50 unless told. All are counted in any case. */
  readonly limit?: number;
};

/** All posts of a site, indexed. Grows while it loads; `version` changes with every batch. */
export type Library = {
  readonly site: Site;
  readonly version: () => number;
  readonly loaded: () => boolean;
  /** Whether the site's folder has gone while it was followed: the posts are those it held before. */
  readonly gone: () => boolean;
  /** Calls `listener` after every batch; gives back how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads every header; settles when all are known. Calling it again gives the same promise. */
  readonly load: () => Promise<void>;
  /** Newest first unless the query says otherwise, undated last. */
  readonly list: (query: PostQuery) => PostList;
  /** By newest post first. */
  readonly categories: () => readonly Category[];
  /** By slug or label. */
  readonly category: (name: string) => Category | undefined;
  readonly post: (id: string) => Post | undefined;
  /** By the path of its file from the site's root. */
  readonly postAt: (path: string) => Post | undefined;
  /** By path, id, URL, permalink, `latest`, or a beginning of an id that fits one post only. */
  readonly find: (reference: string) => Found;
  /** Where a link in that post leads. */
  readonly target: (href: string, from: Post) => Target;
  /**
   * Searches titles and bodies while somebody types. `words` must all occur in a post's title or
   * text; case and width do not count, a word is found inside others, and blanks within a word are
   * part of it. `listener` is told as soon as the first hits are known, then how the count grows, at
   * last that it is done; never before this returns, and at most some twenty times a second.
   *
   * A new search ends the one before it, whose listener hears nothing more. Words that are blank
   * or none at all find nothing: `done` comes at once. Gives back how to end the search earlier.
   * When the library changes (`version`), search again: hits stay those of the library as it was.
   */
  readonly search: (
    words: readonly string[],
    listener: (found: SearchFound) => void,
    request?: SearchRequest,
  ) => () => void;
};

/** A fault of a file or folder that is no post, or of a post; `path` is relative to the site's root. */
export type FileFault = Fault & { readonly path: string };

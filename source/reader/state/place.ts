import type { Post } from '../../library/post.ts';

/** Where a list stands. Rows are never stored, only what they show. */
export type ListState = {
  /** Position of the chosen item. */
  readonly cursor: number;
  /** Position of the first item on the screen. */
  readonly top: number;
  /** Key of the chosen item, so that a list that grows keeps it; null until someone has moved. */
  readonly key: string | null;
};

/**
 * Which line of a page is on top: the line that starts at `offset`, or where several lines start
 * there (a blank line, an image), `back` lines before the last of them. See `page.ts` for offsets.
 */
export type Position = { readonly offset: number; readonly back: number };

/** Slug of the list that holds every post. */
export const ALL_POSTS = '';

export type HomePlace = {
  readonly screen: 'home';
  readonly pane: 'categories' | 'posts';
  /** Item 0 stands for all posts; keys are slugs. */
  readonly categories: ListState;
  /** The chosen category's posts; keys are ids. */
  readonly posts: ListState;
};

export type CategoryPlace = {
  readonly screen: 'category';
  readonly slug: string;
  readonly list: ListState;
  /** Reached by stepping from a neighbour: going back passes over that neighbour. */
  readonly stepped: boolean;
};

export type ArticlePlace = {
  readonly screen: 'article';
  readonly post: Post;
  /** Slug of the list it was opened from, for next and previous. */
  readonly list: string;
  /** null: the top of the page. */
  readonly position: Position | null;
  /** An anchor to go to once the article is there; empty if none. */
  readonly anchor: string;
  /** Number of the focused link, 0 if none. */
  readonly focus: number;
  readonly stepped: boolean;
  /** Whether the article has been there to be read, if only once. */
  readonly seen: boolean;
};

export type HelpPlace = { readonly screen: 'help'; readonly top: number };

/** A screen and all that must be there again when someone comes back to it. */
export type Place = HomePlace | CategoryPlace | ArticlePlace | HelpPlace;

/** A list nobody has moved in yet. */
export const untouchedList: ListState = { cursor: 0, top: 0, key: null };

/** Home as the reader opens it: all posts chosen. */
export const firstHome: HomePlace = {
  screen: 'home',
  pane: 'categories',
  categories: untouchedList,
  posts: untouchedList,
};

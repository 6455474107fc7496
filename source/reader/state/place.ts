import type { Post } from '../../library/post.ts';
import type { Recalled } from './answers.ts';

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

export type Sort = 'date' | 'title' | 'category';

/** What of a list is shown, and in what order. */
export type Arrangement = {
  /** Words that titles, categories or tags hold; empty shows all. */
  readonly filter: string;
  readonly sort: Sort;
  readonly reverse: boolean;
};

export const plainArrangement: Arrangement = { filter: '', sort: 'date', reverse: false };

/** A list of posts: whose, and how arranged. */
export type PostView = Arrangement & {
  /** `search`: what a search has found, in its order. */
  readonly of: 'category' | 'tag' | 'search';
  /** A category's slug or `ALL_POSTS`, a tag, or the words sought. */
  readonly name: string;
};

/** All posts of a category, newest first. */
export function categoryView(slug: string): PostView {
  return { ...plainArrangement, of: 'category', name: slug };
}

export type HomePlace = {
  readonly screen: 'home';
  readonly pane: 'categories' | 'posts';
  /** What the names of the shown categories hold; empty shows all. */
  readonly find: string;
  /** Item 0 stands for all posts unless `find` asks for names; keys are slugs. */
  readonly categories: ListState;
  /** The chosen category's posts; keys are ids. */
  readonly posts: ListState;
  readonly arrangement: Arrangement;
};

/** The list of a category or a tag. */
export type CategoryPlace = {
  readonly screen: 'category';
  readonly view: PostView;
  readonly list: ListState;
  /** Reached by stepping from a neighbour: going back passes over that neighbour. */
  readonly stepped: boolean;
};

export type SearchPlace = Recalled & {
  readonly screen: 'search';
  /** Whether keys type words; else they act on the list. */
  readonly typing: boolean;
  readonly list: ListState;
};

/** What is sought in a text. */
export type Find = {
  /** Texts sought as one phrase each. */
  readonly phrases: readonly string[];
  /** Offset in the text from which the search began or where the shown match stands. */
  readonly at: number;
};

export type ArticlePlace = {
  readonly screen: 'article';
  readonly post: Post;
  /** The list it was opened from, for next and previous. */
  readonly list: PostView;
  /** null: the top of the page. */
  readonly position: Position | null;
  /** An anchor to go to once the article is there; empty if none. */
  readonly anchor: string;
  /** Number of the focused link, 0 if none; images count on after the links. */
  readonly focus: number;
  readonly stepped: boolean;
  /** Whether the article has been there to be read, if only once. */
  readonly seen: boolean;
  readonly find: Find | null;
  /** Offset at which reading stopped another time, while it is offered; null if it is not. */
  readonly offer: number | null;
};

export type HelpPlace = {
  readonly screen: 'help';
  /** The screen it was asked for on, whose keys come first. */
  readonly from: Exclude<Place['screen'], 'help'>;
  readonly top: number;
  readonly filter: string;
};

/** A text that is no post: what a command has printed. */
export type PagerPlace = {
  readonly screen: 'pager';
  readonly title: string;
  readonly lines: readonly string[];
  /** First line shown. */
  readonly top: number;
  readonly find: string;
};

/** A screen and all that must be there again when someone comes back to it. */
export type Place = HomePlace | CategoryPlace | SearchPlace | ArticlePlace | HelpPlace | PagerPlace;

/** A list nobody has moved in yet. */
export const untouchedList: ListState = { cursor: 0, top: 0, key: null };

/** Home as the reader opens it: all posts chosen. */
export const firstHome: HomePlace = {
  screen: 'home',
  pane: 'categories',
  find: '',
  categories: untouchedList,
  posts: untouchedList,
  arrangement: plainArrangement,
};

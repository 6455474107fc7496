/** What the library knows of a post without its body. */

/** A moment as its author wrote it: shown by its own wall clock, never the machine's. */
export type PostDate = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** Minutes east of UTC of the wall clock it was written by. */
  readonly offset: number;
};

/** Something wrong with a post; `line` counts from 1 in its file. */
export type Fault = {
  readonly fault: string;
  readonly line: number;
  readonly message: string;
};

export type Post = {
  /** The file's name without ending, with as much of the folder before it as makes it unique. */
  readonly id: string;
  /** One clean line; the file's name where the header has none. */
  readonly title: string;
  /** null: undated, listed last. */
  readonly date: PostDate | null;
  /** Slugs, as the site spells them. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Site-relative permalink, as Jekyll gives it. */
  readonly url: string;
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly draft: boolean;
  readonly faults: readonly Fault[];
};

export type Category = {
  readonly slug: string;
  readonly label: string;
  readonly posts: number;
  readonly newest: PostDate | null;
};

export type Target =
  | { readonly kind: 'home'; readonly target: string }
  | { readonly kind: 'category' | 'tag'; readonly target: string }
  | { readonly kind: 'post'; readonly target: string; readonly anchor: string }
  | { readonly kind: 'anchor'; readonly target: string }
  | { readonly kind: 'external' | 'missing'; readonly target: string };

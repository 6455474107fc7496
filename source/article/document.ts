/**
 * What a post says: a tree of blocks whose leaves hold text.
 *
 * Every offset is in UTF-16 units. `Article.text` is the article's words alone (a blank line
 * between blocks); each leaf knows where its own text starts in it, so a place in the article is
 * one number that outlives every layout.
 */

/** Look of a run of text, combined with `|`. */
export const Style = {
  none: 0,
  bold: 1,
  italic: 2,
  code: 4,
  strike: 8,
  underline: 16,
  superscript: 32,
  subscript: 64,
  mark: 128,
} as const;

/** Characters `start`…`end` of a leaf's text that share one look and one link. */
export type Run = {
  readonly start: number;
  readonly end: number;
  /** `Style` values combined. */
  readonly style: number;
  /** Number of the link (1 is `Article.links[0]`), 0 outside links. */
  readonly link: number;
};

/** An image that stands before character `at` of a leaf's text. */
export type InlineImage = {
  readonly at: number;
  /** Index into `Article.images`. */
  readonly image: number;
  /** Number of the link around it, 0 if none. */
  readonly link: number;
};

/** A piece of running text. A LF in `text` is a forced line break. */
export type Leaf = {
  /** Where `text` starts in `Article.text`. */
  readonly start: number;
  readonly text: string;
  /** Sorted, not overlapping; characters outside all runs are plain. */
  readonly runs: readonly Run[];
  /** Sorted by `at`. */
  readonly images: readonly InlineImage[];
};

export type ListItem = {
  /** What stands before the item: `•`, `3.`, `☐`, `☑`. */
  readonly marker: string;
  readonly blocks: readonly Block[];
};

export type TableCell = {
  readonly blocks: readonly Block[];
  readonly header: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly columns: number;
  readonly rows: number;
};

export type Definition = {
  readonly terms: readonly Leaf[];
  readonly descriptions: readonly (readonly Block[])[];
};

export type Block =
  | { readonly kind: 'paragraph'; readonly leaf: Leaf; readonly align: 'left' | 'center' | 'right' }
  | { readonly kind: 'heading'; readonly level: number; readonly leaf: Leaf }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly tight: boolean }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly leaf: Leaf; readonly language: string }
  | {
      readonly kind: 'table';
      readonly caption: Leaf | null;
      /** Each row lists only the cells that start in it; spans say how far they reach. */
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly kind: 'definitions'; readonly definitions: readonly Definition[] }
  /** Footnotes, at the end of the article: the marker is the note's number or name. */
  | { readonly kind: 'notes'; readonly items: readonly ListItem[] }
  | { readonly kind: 'rule' };

export type ArticleLink = {
  /** Its number, from 1, in reading order. */
  readonly n: number;
  readonly text: string;
  /** As written, entities decoded, control characters gone; never resolved here. */
  readonly href: string;
  /** `start`…`end` in `Article.text`; both equal where the link holds only an image. */
  readonly start: number;
  readonly end: number;
};

export type ArticleImage = {
  readonly alt: string;
  readonly src: string;
  /** Offset in `Article.text` before which it stands. */
  readonly start: number;
};

export type ArticleHeading = {
  readonly level: number;
  readonly text: string;
  readonly start: number;
};

export type Article = {
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly links: readonly ArticleLink[];
  readonly images: readonly ArticleImage[];
  readonly headings: readonly ArticleHeading[];
  /** Anchor name (`id`, `name`, footnote) → offset in `text`. */
  readonly anchors: ReadonlyMap<string, number>;
};

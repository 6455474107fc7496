/** One terminal row of an article, cut and styled; whoever shows it measures nothing. */

/** What a segment is, so that a theme can colour it: the article's words, or something of ours. */
export type SegmentRole = 'text' | 'heading' | 'code' | 'marker' | 'number' | 'image' | 'border';

export type Segment = {
  readonly text: string;
  /** `Style` values combined. */
  readonly style: number;
  /** Number of the link it belongs to, 0 if none. */
  readonly link: number;
  readonly role: SegmentRole;
  /** Offset in `Article.text` of its first character; for what is ours, of the text it stands before. */
  readonly start: number;
};

export type Line = {
  readonly segments: readonly Segment[];
  /** Offsets in `Article.text` of the first character of this row and after its last. */
  readonly start: number;
  readonly end: number;
};

export type LayoutOptions = {
  /** Cells in a row; `Infinity` gives one line a paragraph. */
  readonly width: number;
  /** `numbered` puts `[3]` after a link's text, `inline` its target in brackets, `none` nothing. */
  readonly links: 'numbered' | 'inline' | 'none';
  /** Cells of an East Asian Ambiguous character (UAX #11). */
  readonly ambiguous: 1 | 2;
  /** A blank line between paragraphs, or none and a first-line indent of two Han characters. */
  readonly paragraphs: 'spaced' | 'indented';
  /** Whether ，。、 and the like may stand in the margin, up to two cells beyond `width`. */
  readonly hang: boolean;
  /** The word before an image's alternative text: `图`, `image`. */
  readonly imageWord: string;
};

/** An article laid out for one width, as far as anyone has asked. */
export type Layout = {
  readonly options: LayoutOptions;
  /** Rows `from`…`to` (the latter excluded), fewer at the end; lays out no further than needed. */
  readonly lines: (from: number, to: number) => readonly Line[];
  /** Number of rows; lays out the rest. */
  readonly count: () => number;
  /** The row that holds the character at `offset` of `Article.text` (the last row that starts at or before it). */
  readonly lineAt: (offset: number) => number;
};

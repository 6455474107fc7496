/** What the configuration and the environment decide about the reader. */
export type ReaderSettings = {
  /** Words of the interface. */
  readonly lang: 'en' | 'zh';
  /** The measure: cells in a row of an article, less where the terminal is narrower; `Infinity` for all it has. */
  readonly width: number;
  /** Cells of an East Asian Ambiguous character (UAX #11). */
  readonly ambiguous: 1 | 2;
  readonly paragraphs: 'spaced' | 'indented';
  /** Whether ，。、 and the like may stand in the margin. */
  readonly hang: boolean;
  /** What is wrong with the configuration: said first of all. */
  readonly complaints?: readonly string[];
  /** Hues; bold, dim, underlined and inverse cells stay without them. */
  readonly color: boolean;
  /** What the hues are to be read on; where that is not known they are such as show on both. */
  readonly background?: 'light' | 'dark';
  /** A command that opens addresses, instead of the system's. */
  readonly open?: string;
  /** Keys by the names of actions. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** Whether clicks and the wheel are taken; they are unless told otherwise. */
  readonly mouse?: boolean;
  /** Whether to begin where the last session ended. */
  readonly resume?: boolean;
};

/** One option as it is parsed, checked and explained. */
export type OptionEntry = {
  /** One letter or digit; empty for none. */
  readonly short: string;
  /** What its value is called in the help; empty for an option that takes none. */
  readonly takes: string;
  /** The values it takes, where only these will do. */
  readonly choices: readonly string[];
  readonly help: string;
};

function flag(help: string, short = ''): OptionEntry {
  return { short, takes: '', choices: [], help };
}

function value(takes: string, help: string, short = ''): OptionEntry {
  return { short, takes, choices: [], help };
}

function choice<const Choices extends readonly string[]>(choices: Choices, help: string) {
  return { short: '', takes: choices.join('|'), choices, help };
}

/** Every option of every command, in the order the help shows them. */
export const optionTable = {
  posts: value('DIR', 'the site: its root or its folder of posts', 'p'),
  category: value('C', 'only posts of this category, slug or label; repeatable', 'c'),
  tag: value('T', 'only posts with this tag; repeatable', 't'),
  since: value('D', 'from this day on: 2022, 2022-03, 2022-03-11, 7d, today'),
  until: value('D', 'up to and with this day, in the same shapes'),
  unread: flag('only posts not read yet'),
  starred: flag('only starred posts'),
  drafts: flag('drafts too'),
  sort: choice(['date', 'title', 'category'], 'order; default: date'),
  reverse: flag('the other way round'),
  limit: value('N', 'at most N of them', 'n'),
  json: flag('one JSON array'),
  jsonl: flag('one JSON object a line'),
  tsv: flag("one line each, the JSON's fields divided by TAB"),
  format: value('TEMPLATE', "one line each, such as '{date:%Y-%m-%d} {title:40} {id}'"),
  null: flag('end each record with NUL instead of LF', '0'),
  width: value('N', 'cells in a line; 0: one line a paragraph (reader: full width)', 'w'),
  links: choice(['numbered', 'inline', 'none'], 'how links show; default: numbered'),
  body: flag('the body alone: no heading lines, no list of links'),
  color: choice(['auto', 'always', 'never'], 'styles; default: auto, on a terminal'),
  lang: choice(['en', 'zh'], "words of the interface; default: the environment's"),
  help: flag('this help', 'h'),
  version: flag('the version'),
} as const satisfies Record<string, OptionEntry>;

export type OptionName = keyof typeof optionTable;

/** The options of one command line; numbers and days are checked, the rest is as given. */
export type Options = {
  readonly posts: string | undefined;
  readonly category: readonly string[];
  readonly tag: readonly string[];
  /** First and last calendar day, `2022-03-11`. */
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly unread: boolean;
  readonly starred: boolean;
  readonly drafts: boolean;
  readonly sort: 'date' | 'title' | 'category' | undefined;
  readonly reverse: boolean;
  readonly limit: number;
  readonly form: 'lines' | 'json' | 'jsonl' | 'tsv' | 'format';
  readonly format: string | undefined;
  readonly null: boolean;
  /** Cells; `Infinity` for one line a paragraph, `undefined` for the default. */
  readonly width: number | undefined;
  readonly links: 'numbered' | 'inline' | 'none';
  readonly body: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly lang: 'en' | 'zh' | undefined;
  readonly help: boolean;
  readonly version: boolean;
};

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = ['posts', 'color', 'lang', 'help', 'version'];

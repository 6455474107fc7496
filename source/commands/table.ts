import {
  articleFields,
  categoryFields,
  faultFields,
  hitFields,
  linkFields,
  postFields,
} from './fields.ts';
import type { OptionName } from './options.ts';

/** One command as it is parsed, explained and run. */
export type CommandEntry = {
  readonly name: string;
  /** Its operands as the help shows them; empty if it takes none. */
  readonly operands: string;
  readonly summary: string;
  /** What it takes besides the options every command takes. */
  readonly options: readonly OptionName[];
  /** What its records hold, for `--format`; none if it prints none. */
  readonly fields: readonly string[];
  readonly examples: readonly string[];
};

const filters: readonly OptionName[] = ['category', 'tag', 'since', 'until', 'unread', 'starred'];
const order: readonly OptionName[] = ['sort', 'reverse', 'limit'];
const forms: readonly OptionName[] = ['json', 'jsonl', 'tsv', 'format', 'null'];

/** The commands that print or mark; the reader, which is none of them, stands in `readEntry`. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'list',
    operands: '',
    summary: 'posts, newest first: date, title, category, id',
    options: [...filters, 'drafts', ...order, ...forms, 'width'],
    fields: postFields,
    examples: [
      'kanbao list -c quanzhouwanbao --since 7d',
      "kanbao list --json | jq -r '.[].title'",
      "kanbao list --format '{date:%Y-%m-%d} {title:40} {id}' -n 20",
    ],
  },
  {
    name: 'categories',
    operands: '',
    summary: 'categories: number of posts, newest date, label, slug',
    options: ['unread', 'drafts', ...order, ...forms, 'width'],
    fields: categoryFields,
    examples: ['kanbao categories', "kanbao categories --format '{slug}' | fzf"],
  },
  {
    name: 'cat',
    operands: 'POST…',
    summary: 'articles as wrapped plain text; - reads a post from standard input',
    options: ['width', 'links', 'body', 'drafts', ...forms],
    fields: articleFields,
    examples: [
      'kanbao cat latest | less -R',
      'kanbao cat --body --links none -w 0 2022-03-11-10170342',
      "kanbao cat --json latest | jq '.[].words'",
    ],
  },
  {
    name: 'search',
    operands: 'WORDS…',
    summary: 'posts that hold all the words, hits in titles first, with a snippet',
    options: [...filters, 'drafts', 'limit', ...forms, 'width'],
    fields: hitFields,
    examples: ['kanbao search 园区 面谈', 'kanbao search --since 2022 --json GDP'],
  },
  {
    name: 'links',
    operands: 'POST',
    summary: "the article's links: number, kind of target, target, text",
    options: ['drafts', 'limit', ...forms, 'width'],
    fields: linkFields,
    examples: [
      'kanbao links latest',
      'kanbao links latest --jsonl | jq -r \'select(.kind=="missing")\'',
    ],
  },
  {
    name: 'check',
    operands: '[POST…]',
    summary: 'every fault in the folder, or in these posts: path, line, what is wrong',
    options: ['drafts', 'limit', ...forms],
    fields: faultFields,
    examples: [
      'kanbao check',
      'kanbao check --jsonl | jq -r .fault | sort | uniq -c',
      'git diff --cached --name-only --diff-filter=d -z | xargs -0 -r kanbao check',
    ],
  },
  {
    name: 'mark',
    operands: 'read|unread|star|unstar POST…',
    summary: 'set marks; - takes ids from standard input',
    options: ['drafts'],
    fields: [],
    examples: [
      'kanbao mark star latest',
      "kanbao list -c quanzhouwanbao --format '{id}' | kanbao mark read -",
    ],
  },
  {
    name: 'completion',
    operands: 'bash|zsh|fish',
    summary: 'a script that completes commands, options, categories, tags and ids in a shell',
    options: [],
    fields: [],
    examples: [
      'kanbao completion bash > ~/.local/share/bash-completion/completions/kanbao',
      'kanbao completion fish > ~/.config/fish/completions/kanbao.fish',
    ],
  },
];

/** The reader as a command. */
export const readEntry: CommandEntry = {
  name: 'read',
  operands: '[POST]',
  summary: 'the reader; kanbao alone, kanbao DIR and kanbao FILE open it too',
  options: ['drafts', 'width'],
  fields: [],
  examples: ['kanbao', 'kanbao read latest', 'kanbao ~/news'],
};

/** The entry with that name, `undefined` if there is none. */
export function commandNamed(name: string): CommandEntry | undefined {
  return commandTable.find(entry => entry.name === name);
}

/** Names of all commands, the reader's first. */
export const commandNames: readonly string[] = [
  readEntry.name,
  ...commandTable.map(entry => entry.name),
];

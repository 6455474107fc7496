import packageJson from '../../package.json' with { type: 'json' };
import { templateHelp } from '../../source/commands/help.ts';
import { type OptionName, optionTable } from '../../source/commands/options.ts';
import { commandTable, readEntry } from '../../source/commands/table.ts';
import { actions } from '../../source/reader/keys/actions.ts';
import { type KeyRow, keyHeads, keyRows } from '../../source/reader/keys/table.ts';
import { configurationHelp } from '../../source/system/configuration-help.ts';

/** Text as roff reads it: nothing in it is a request, an escape or a typographic sign. */
function literal(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(/^\./gm, '\\&.');
}

const bold = (text: string): string => `\\fB${literal(text)}\\fR`;
const italic = (text: string): string => `\\fI${literal(text)}\\fR`;

/** Prose in which `code` is bold and *operands* are italic. */
function prose(text: string): string {
  return text
    .split(/(`[^`]+`|\*[^*\s]+\*)/)
    .map(part => {
      if (part.startsWith('`')) return bold(part.slice(1, -1));
      if (part.startsWith('*')) return italic(part.slice(1, -1));
      return part.replaceAll('\\', '\\e').replaceAll('--', '\\-\\-').replaceAll("'", '\\(aq');
    })
    .join('');
}

const section = (title: string, ...parts: readonly string[]): string =>
  [`.SH ${title}`, ...parts].join('\n');
const paragraph = (text: string): string => `.PP\n${prose(text)}`;
const item = (term: string, text: string): string => `.TP\n${term}\n${prose(text)}`;
const code = (lines: readonly string[]): string =>
  ['.PP', '.RS 4', '.EX', ...lines.map(literal), '.EE', '.RE'].join('\n');

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function optionTerm(name: OptionName): string {
  const { short, takes } = optionTable[name];
  const long = `${bold(`--${name}`)}${takes === '' ? '' : ` ${italic(takes)}`}`;
  return short === '' ? long : `${bold(`-${short}`)}, ${long}`;
}

function command(entry: Omit<(typeof commandTable)[number], 'load'>): string {
  const { name, operands, summary, options, fields } = entry;
  const takes = options.map(option => `\`--${option}\``).join(', ');
  const has =
    fields.length === 0 ? '' : `\nFields: ${fields.map(name => `\`${name}\``).join(', ')}.`;
  const term = operands === '' ? bold(name) : `${bold(name)} ${italic(operands)}`;
  return item(term, sentence(summary) + (takes === '' ? '' : `\nTakes ${takes}.`) + has);
}

/** What keys mean where, or in one sentence where they mean the same in lists and articles. */
function keyItem({ keys, meanings }: KeyRow): string {
  const [inLists, inArticles] = meanings;
  const places = keyHeads('en');
  const texts = meanings.flatMap((text, at) => (text === '' ? [] : [`${places[at]}: ${text}`]));
  const isSame = inLists === inArticles && texts.length === 2;
  const said = isSame ? [inLists ?? ''] : texts;
  return item(keys.map(bold).join(', '), said.map(sentence).join('\n.br\n'));
}

const entries = [readEntry, ...commandTable];

/** The manual, `kanbao.1`, from the tables that `--help`, the reader and the configuration go by. */
export function manPage(): string {
  const sections = [
    `.\\" Made by npm run documents from the tables of the program; changes belong there.
.TH KANBAO 1 "" "kanbao ${packageJson.version}" "User Commands"
.nh
.ad l`,
    section('NAME', 'kanbao \\- a terminal news reader for a folder of posts'),
    section(
      'SYNOPSIS',
      `${bold('kanbao')} [${italic('COMMAND')}] [${italic('ARGUMENTS')}] [${italic('OPTIONS')}]`,
      '.br',
      `${bold('kanbao')} ${italic('DIR')} | ${italic('FILE')}`,
    ),
    section(
      'DESCRIPTION',
      paragraph(
        `kanbao reads a folder of posts as a newspaper: what Jekyll, Hugo, Hexo, Zola and Astro make a site of, one file a post. It lists the posts by category and date, shows each as wrapped text, and follows the links between them. Posts are never written, and nothing is fetched from a network.`,
      ),
      paragraph(
        `On a terminal \`kanbao\` opens the reader. Where its output goes to a file or a pipe it prints, one line a post, as \`kanbao list\` does; the other commands print what the same posts hold.`,
      ),
    ),
    section(
      'THE SITE',
      paragraph(
        `The posts are those of \`--posts\` *DIR*, else of \`KANBAO_POSTS\`, else of \`posts\` in the configuration file, else of the current folder if it holds \`_config.yml\`, \`_posts/\`, \`posts/\`, \`content/\` or \`source/_posts/\`. *DIR* may be a site's root or its folder of posts, and stands for the site that kanbao finds there without it. A post named by its path brings its own site.`,
      ),
      paragraph(
        `*POST* is a path, an id, a URL or permalink, \`latest\`, or a beginning of an id that fits one post only. Where several fit, they are listed on standard error.`,
      ),
    ),
    section('COMMANDS', ...entries.map(command)),
    section(
      'OPTIONS',
      ...(Object.keys(optionTable) as OptionName[]).map(name =>
        item(optionTerm(name), sentence(optionTable[name].help)),
      ),
    ),
    section(
      'TEMPLATES',
      paragraph(
        'A *TEMPLATE* of `--format` is a line of text with fields in braces, `{FIELD}`; which there are stands with each command, and they are the keys of its JSON too.',
      ),
      ...templateHelp.map(([part, help]) => item(bold(part), sentence(help))),
    ),
    section(
      'KEYS',
      paragraph('A number before a key repeats it: `5j` goes five down.'),
      ...keyRows('en').map(keyItem),
    ),
    section(
      'CONFIGURATION',
      paragraph('The configuration file is YAML, one key a line. It may hold:'),
      ...Object.entries(configurationHelp).map(([key, { takes, help }]) =>
        item(`${bold(`${key}:`)} ${italic(takes)}`, sentence(help.en)),
      ),
      `.PP\nActions, for ${bold('keys')}: ${literal(actions.join(', '))}.`,
      code(['keys:', '  down: [j, Down, z]', '  search: [/]']),
    ),
    section(
      'ENVIRONMENT',
      item(bold('KANBAO_POSTS'), 'The site when `--posts` names none.'),
      item(
        `${bold('NO_COLOR')}, ${bold('FORCE_COLOR')}, ${bold('TERM')}`,
        'Whether output is styled, where `--color` does not say: `NO_COLOR` with any value and `TERM=dumb` switch styles off.',
      ),
      item(
        `${bold('LC_ALL')}, ${bold('LC_MESSAGES')}, ${bold('LANG')}`,
        'The words of the interface, where neither `--lang` nor the configuration says.',
      ),
      item(
        `${bold('XDG_CONFIG_HOME')}, ${bold('XDG_STATE_HOME')}, ${bold('XDG_CACHE_HOME')}`,
        'Where the files below are kept.',
      ),
    ),
    section(
      'FILES',
      item(literal('~/.config/kanbao/config.yml'), 'The configuration.'),
      item(
        literal('~/.local/state/kanbao/SITE/marks/HOST.log'),
        'What was read and starred: text, one line a mark, which only ever grows. Copies of several machines may be merged line by line.',
      ),
      item(literal('~/.cache/kanbao/'), 'What can be made again, and may be removed at any time.'),
    ),
    section(
      'EXIT STATUS',
      item(bold('0'), 'Something was printed or done; also where a pipe was closed early.'),
      item(bold('1'), 'Nothing matched, there is no such post, or faults were found.'),
      item(bold('2'), 'The command line was wrong, or something could not be read at all.'),
    ),
    section('EXAMPLES', code(entries.flatMap(({ examples }) => examples))),
    section(
      'SEE ALSO',
      `.BR fzf (1),\n.BR jq (1),\n.BR less (1)`,
      paragraph('`kanbao` *COMMAND* `--help` tells the options of one command.'),
    ),
  ];
  return `${sections.join('\n')}\n`;
}

import { commonOptions, type OptionName, optionTable } from './options.ts';
import { type CommandEntry, commandTable, readEntry } from './table.ts';

type Row = readonly [name: string, help: string];

function rows(heading: string, table: readonly Row[]): string {
  const width = Math.max(...table.map(([name]) => name.length));
  const lines = table.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`);
  return [heading, ...lines].join('\n');
}

function optionRows(names: readonly OptionName[]): readonly Row[] {
  return (Object.keys(optionTable) as OptionName[])
    .filter(name => names.includes(name))
    .map(name => {
      const { short, takes, help } = optionTable[name];
      const letter = short === '' ? '    ' : `-${short}, `;
      return [`${letter}--${name}${takes === '' ? '' : ` ${takes}`}`, help];
    });
}

/** The text of `kanbao --help`. */
export function generalHelp(): string {
  const commands = [readEntry, ...commandTable].map(
    ({ name, operands, summary }): Row => [`${name} ${operands}`.trim(), summary],
  );
  return [
    'kanbao [COMMAND] [ARGUMENTS] [OPTIONS]',
    'A terminal news reader for a folder of posts.',
    rows('Commands', commands),
    'POST is a path, an id, a URL or permalink, latest, or a beginning of an id that fits one post only.',
    rows('Options of every command', optionRows(commonOptions)),
    'kanbao COMMAND --help tells the options of a command.',
    rows('Exit code', [
      ['0', 'something was printed or done'],
      ['1', 'nothing matched, no such post, or faults found'],
      ['2', 'wrong usage, or something could not be read at all'],
    ]),
  ].join('\n\n');
}

/** Cells of a line of fields. */
const FIELDS_WIDTH = 80;

function fieldLines(fields: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const field of fields) {
    const line = lines.at(-1);
    if (line === undefined || line.length + field.length + 1 > FIELDS_WIDTH)
      lines.push(`  ${field}`);
    else lines[lines.length - 1] = `${line} ${field}`;
  }
  return lines;
}

/** What a template of `--format` may hold besides `{FIELD}`. */
export const templateHelp: readonly (readonly [part: string, help: string])[] = [
  ['{title:40}', 'a field, cut or filled to 40 cells'],
  ['{date:%Y-%m-%d}', "a date by strftime's Y y m d e H M S z F T R"],
  ['\\t \\n \\\\ {{ }}', 'TAB, a new line, a backslash, braces'],
];

function formatRows(fields: readonly string[]): readonly string[] {
  if (fields.length === 0) return [];
  const names = ['Fields of --format and JSON', ...fieldLines(fields)].join('\n');
  return [names, rows('In a TEMPLATE', [['{FIELD}', 'a field as it is'], ...templateHelp])];
}

/** The text of `kanbao COMMAND --help`. */
export function commandHelp(entry: CommandEntry): string {
  const { name, operands, summary, options, fields, examples } = entry;
  return [
    `kanbao ${name} ${operands}`.trim(),
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    rows('Options', optionRows([...options, ...commonOptions])),
    ...formatRows(fields),
    ['Examples', ...examples.map(example => `  ${example}`)].join('\n'),
  ].join('\n\n');
}

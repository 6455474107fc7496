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

/** The text of `kanbao COMMAND --help`. */
export function commandHelp(entry: CommandEntry): string {
  const { name, operands, summary, options, examples } = entry;
  return [
    `kanbao ${name} ${operands}`.trim(),
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    rows('Options', optionRows([...options, ...commonOptions])),
    ['Examples', ...examples.map(example => `  ${example}`)].join('\n'),
  ].join('\n\n');
}

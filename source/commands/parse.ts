import packageJson from '../../package.json' with { type: 'json' };
import { checkOptions, WrongValue } from './check-options.ts';
import { expandArguments } from './expand-arguments.ts';
import { commandHelp, generalHelp } from './help.ts';
import { commonOptions, type OptionName, type Options, optionTable } from './options.ts';
import { type CommandEntry, commandNamed, commandNames, readEntry } from './table.ts';

export type Parsed =
  | {
      readonly ok: true;
      /** `undefined` where the first operand names no command. */
      readonly command: string | undefined;
      /** The operands without the command's name. */
      readonly operands: readonly string[];
      readonly options: Options;
      readonly given: readonly OptionName[];
      /** What `--help` prints, and `--version`. */
      readonly help: () => string;
      readonly version: string;
    }
  | { readonly ok: false; readonly message: string };

/** Options of the command, or without one those of the reader and of `list`, which take turns. */
function allowed(command: string | undefined): readonly OptionName[] {
  const list = commandNamed('list')?.options ?? [];
  if (command === undefined || command === readEntry.name) {
    return [...commonOptions, ...readEntry.options, ...list];
  }
  return [...commonOptions, ...(commandNamed(command)?.options ?? [])];
}

/**
 * The operands, the command's name among them, and what the options say. The parser is told only of
 * the options given, since each costs it time, and not even loaded where there is none.
 */
async function parseArguments(
  argv: readonly string[],
  given: readonly OptionName[],
): Promise<{
  readonly input: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}> {
  if (given.length === 0) return { input: argv.slice(argv.indexOf('--') + 1), flags: {} };
  const { default: meow } = await import('meow');
  const flags = Object.fromEntries(
    given.map(name => [
      name,
      optionTable[name].takes === ''
        ? { type: 'boolean' as const }
        : { type: 'string' as const, isMultiple: true },
    ]),
  );
  return meow({
    importMeta: import.meta,
    pkg: { name: packageJson.name, version: packageJson.version },
    argv: [...argv],
    flags,
    description: false,
    help: false,
    autoHelp: false,
    autoVersion: false,
  });
}

function helpFor(command: string | undefined): string {
  const entry: CommandEntry | undefined =
    command === readEntry.name
      ? readEntry
      : command === undefined
        ? undefined
        : commandNamed(command);
  return entry === undefined ? generalHelp() : commandHelp(entry);
}

/**
 * Reads a command line, without the program's name.
 *
 * @param now Today, for `--since today` and the like.
 * @returns what it asks for, or in one line what is wrong with it.
 */
export async function parseCommandLine(argv: readonly string[], now: Date): Promise<Parsed> {
  const expanded = expandArguments(argv);
  if (!expanded.ok) return expanded;
  const { given } = expanded;
  const first = expanded.argv[expanded.argv.indexOf('--') + 1];
  const command = commandNames.find(name => name === first);
  const taken = allowed(command);
  const misplaced = given.find(name => !taken.includes(name));
  if (misplaced !== undefined && !given.includes('help')) {
    const who = command ?? 'kanbao without a command';
    return { ok: false, message: `${who} takes no --${misplaced}` };
  }
  const { input, flags } = await parseArguments(expanded.argv, given);
  try {
    const options = checkOptions(flags, given, now);
    const operands = command === undefined ? input : input.slice(1);
    const version = packageJson.version;
    const help = () => `${helpFor(command)}\n`;
    return { ok: true, command, operands, options, given, help, version };
  } catch (error) {
    if (error instanceof WrongValue) return { ok: false, message: error.message };
    throw error;
  }
}

import { commonOptions, type OptionEntry, type OptionName, optionTable } from '../options.ts';
import { type CommandEntry, commandTable, readEntry } from '../table.ts';

/** What stands at one place of a command line: words to choose from, or what must be asked for. */
export type Wanted =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'posts' | 'categories' | 'tags' | 'folders' | 'nothing' };

export type OptionModel = {
  readonly long: string;
  /** Without its dash; empty for none. */
  readonly short: string;
  /** What its value is called; empty for an option that takes none. */
  readonly takes: string;
  readonly help: string;
  readonly value: Wanted;
};

export type CommandModel = {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionModel[];
  /** Of its first operand, and of the later ones. */
  readonly first: Wanted;
  readonly later: Wanted;
};

function optionValue(name: OptionName, { choices, takes }: OptionEntry): Wanted {
  if (choices.length > 0) return { kind: 'words', words: choices };
  if (name === 'category') return { kind: 'categories' };
  if (name === 'tag') return { kind: 'tags' };
  return { kind: takes === 'DIR' ? 'folders' : 'nothing' };
}

function optionModel(name: OptionName): OptionModel {
  const entry: OptionEntry = optionTable[name];
  const { short, takes, help } = entry;
  return { long: name, short, takes, help, value: optionValue(name, entry) };
}

/** Reads what the help shows of a command's operands. */
function operandOf(shown: string | undefined): Wanted {
  if (shown?.includes('POST')) return { kind: 'posts' };
  return shown?.includes('|') ? { kind: 'words', words: shown.split('|') } : { kind: 'nothing' };
}

function commandModel(entry: CommandEntry): CommandModel {
  const { name, summary, operands } = entry;
  const [first, second] = operands.split(' ');
  const again = first?.endsWith('…') || first?.endsWith('…]') ? first : undefined;
  const taken = [...entry.options, ...commonOptions];
  const options = (Object.keys(optionTable) as OptionName[])
    .filter(option => taken.includes(option))
    .map(optionModel);
  return { name, summary, options, first: operandOf(first), later: operandOf(second ?? again) };
}

/** All commands as completion needs them, out of the tables that also make the help. */
export function commandModels(): readonly CommandModel[] {
  return [readEntry, ...commandTable].map(commandModel);
}

/** The options of every command, which may stand before any. */
export function commonModels(): readonly OptionModel[] {
  return commonOptions.map(optionModel);
}

/** A text as one word of a POSIX shell, and of zsh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

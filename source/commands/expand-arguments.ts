import { nearestName } from '../system/nearest-name.ts';
import { type OptionEntry, type OptionName, optionTable } from './options.ts';

export type Expanded =
  | {
      readonly ok: true;
      /** Every option in its long form, its value behind `=`; then `--` and the operands. */
      readonly argv: readonly string[];
      /** The options given, in order. */
      readonly given: readonly OptionName[];
    }
  | { readonly ok: false; readonly message: string };

const entries: ReadonlyMap<string, OptionEntry> = new Map(Object.entries(optionTable));
const shorts: ReadonlyMap<string, string> = new Map(
  [...entries].filter(([, entry]) => entry.short !== '').map(([name, { short }]) => [short, name]),
);

function unknown(written: string, name: string): Expanded {
  const near = name.length > 1 ? nearestName(name, entries.keys()) : undefined;
  const hint = near === undefined ? 'kanbao --help lists the options' : `did you mean --${near}?`;
  return { ok: false, message: `unknown option ${written}; ${hint}` };
}

/**
 * Writes every option in one unmistakable form, by POSIX's utility syntax guidelines: `-n5`, `-0n 5`
 * and `--limit 5` alike become `--limit=5`. The parser behind it would drop an option whose value
 * is missing, take `-0` for a number and lose unknown names; this says what is wrong instead.
 */
export function expandArguments(argv: readonly string[]): Expanded {
  const long: string[] = [];
  const operands: string[] = [];
  const given: OptionName[] = [];
  let next = 0;

  const add = (
    name: string,
    written: string,
    attached: string | undefined,
  ): Expanded | undefined => {
    const entry = entries.get(name);
    if (entry === undefined) return unknown(written, name);
    given.push(name as OptionName);
    if (entry.takes === '') {
      if (attached !== undefined) return { ok: false, message: `${written} takes no value` };
      long.push(`--${name}`);
      return undefined;
    }
    const value = attached ?? argv[next++];
    if (value === undefined || value === '') {
      return { ok: false, message: `${written} needs a value: ${entry.takes}` };
    }
    long.push(`--${name}=${value}`);
    return undefined;
  };

  const addLong = (argument: string): Expanded | undefined => {
    const equals = argument.indexOf('=');
    const written = equals < 0 ? argument : argument.slice(0, equals);
    const attached = equals < 0 ? undefined : argument.slice(equals + 1);
    if (written === '--no-color' && attached === undefined) return add('color', written, 'never');
    return add(written.slice(2), written, attached);
  };

  const addShort = (argument: string): Expanded | undefined => {
    for (let at = 1; at < argument.length; at++) {
      const letter = argument.charAt(at);
      const name = shorts.get(letter);
      if (name === undefined) return unknown(`-${letter}`, letter);
      if (entries.get(name)?.takes !== '') {
        const rest = argument.slice(at + 1).replace(/^=/, '');
        return add(name, `-${letter}`, rest === '' ? undefined : rest);
      }
      const fault = add(name, `-${letter}`, undefined);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };

  while (next < argv.length) {
    const argument = argv[next++] ?? '';
    if (argument === '--') {
      operands.push(...argv.slice(next));
      break;
    }
    const isOption = argument.startsWith('-') && argument !== '-';
    if (!isOption) {
      operands.push(argument);
      continue;
    }
    const fault = argument.startsWith('--') ? addLong(argument) : addShort(argument);
    if (fault !== undefined) return fault;
  }
  return { ok: true, argv: [...long, '--', ...operands], given };
}

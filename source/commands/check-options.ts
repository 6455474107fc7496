import { parseDay } from './day-range.ts';
import { type OptionName, type Options, optionTable } from './options.ts';

type Flags = Readonly<Record<string, unknown>>;

/** All values of a repeatable option. */
function all(flags: Flags, name: OptionName): readonly string[] {
  const values = flags[name];
  return Array.isArray(values) ? values.map(String) : [];
}

/** The last value given: an alias of somebody's shell can be overruled behind it. */
function last(flags: Flags, name: OptionName): string | undefined {
  return all(flags, name).at(-1);
}

/** A value that an option does not take; the message says which and what it takes. */
export class WrongValue extends Error {}

function wrong(name: OptionName, value: string, expected: string): never {
  throw new WrongValue(`--${name} takes ${expected}, not ${JSON.stringify(value)}`);
}

function wholeNumber(flags: Flags, name: OptionName): number | undefined {
  const value = last(flags, name);
  if (value === undefined) return undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : wrong(name, value, 'a whole number');
}

function choice<Choice extends string>(
  flags: Flags,
  name: OptionName,
  choices: readonly Choice[],
): Choice | undefined {
  const value = last(flags, name);
  if (value === undefined) return undefined;
  return choices.find(known => known === value) ?? wrong(name, value, choices.join(' or '));
}

function day(flags: Flags, name: 'since' | 'until', now: Date): string | undefined {
  const value = last(flags, name);
  if (value === undefined) return undefined;
  const parsed = parseDay(value, name === 'since' ? 'first' : 'last', now);
  return parsed ?? wrong(name, value, '2022, 2022-03, 2022-03-11, 7d or today');
}

const machineForms = ['json', 'jsonl', 'tsv', 'format'] as const;

function form(given: readonly OptionName[]): Options['form'] {
  const forms = [...new Set(machineForms.filter(name => given.includes(name)))];
  if (forms.length > 1) {
    throw new WrongValue(`--${forms.join(' and --')} exclude each other`);
  }
  return forms[0] ?? 'lines';
}

/**
 * Turns flags as the parser gives them into checked options.
 *
 * @param given The options of the command line, in order.
 * @param now Today, for `--since today` and the like.
 * @throws WrongValue
 */
export function checkOptions(flags: Flags, given: readonly OptionName[], now: Date): Options {
  const width = wholeNumber(flags, 'width');
  return {
    posts: last(flags, 'posts'),
    category: all(flags, 'category'),
    tag: all(flags, 'tag'),
    since: day(flags, 'since', now),
    until: day(flags, 'until', now),
    unread: flags.unread === true,
    starred: flags.starred === true,
    drafts: flags.drafts === true,
    sort: choice(flags, 'sort', optionTable.sort.choices),
    reverse: flags.reverse === true,
    limit: wholeNumber(flags, 'limit') ?? Number.POSITIVE_INFINITY,
    form: form(given),
    format: last(flags, 'format'),
    null: flags.null === true,
    width: width === 0 ? Number.POSITIVE_INFINITY : width,
    links: choice(flags, 'links', optionTable.links.choices) ?? 'numbered',
    body: flags.body === true,
    color: choice(flags, 'color', optionTable.color.choices) ?? 'auto',
    lang: choice(flags, 'lang', optionTable.lang.choices),
    help: flags.help === true,
    version: flags.version === true,
  };
}

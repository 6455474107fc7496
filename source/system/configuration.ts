import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { commandWords } from './command-words.ts';
import { nearestName } from './nearest-name.ts';

/** What the configuration file says; a key that is not there is `undefined`. */
export type Configuration = {
  /** Absolute path of the site. */
  readonly posts?: string;
  /** Cells of the reader's measure. */
  readonly width?: number;
  readonly ambiguous?: 1 | 2;
  readonly lang?: 'en' | 'zh';
  readonly paragraphs?: 'spaced' | 'indented';
  readonly hang?: boolean;
  /** What the terminal's background is: colours are chosen to be read on it. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Keys by the names of the reader's actions; an action with none cannot be done by key. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** The command that opens addresses: words, `%s` for the address. */
  readonly open?: string;
  /** Whether the reader takes the mouse; else the terminal keeps it, to select text. */
  readonly mouse?: boolean;
  /** Whether the reader begins where the last session ended. */
  readonly resume?: boolean;
};

export type ReadConfiguration = {
  readonly configuration: Configuration;
  /** What is wrong with the file, one line each; what is right in it counts all the same. */
  readonly messages: readonly string[];
};

type Key = keyof Configuration;

/** How a value is checked: gives the value to keep, or in words what was expected. */
type Check = (value: unknown, folder: string) => { keep: unknown } | { expected: string };

function oneOf(...choices: readonly (string | number | boolean)[]): Check {
  return value =>
    choices.some(choice => choice === value)
      ? { keep: value }
      : { expected: choices.map(String).join(' or ') };
}

/** One key or several; YAML reads `0` as a number and an empty value as null. */
function keysOf(value: unknown): readonly string[] | undefined {
  if (value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isKey = (key: unknown) => typeof key === 'string' || typeof key === 'number';
  return list.every(isKey) ? list.map(String) : undefined;
}

const checkKeys: Check = value => {
  const expected = 'names of actions with a key or a list of keys, such as "down: [j, Down]"';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { expected };
  const keep = new Map<string, readonly string[]>();
  for (const [action, given] of Object.entries(value)) {
    const list = keysOf(given);
    if (list === undefined) return { expected: `${expected}, not what ${action} is given` };
    keep.set(action, list);
  }
  return { keep: Object.fromEntries(keep) };
};

const keys: Readonly<Record<Key, Check>> = {
  posts: (value, folder) =>
    typeof value === 'string' && value !== '' && !value.includes('\0')
      ? { keep: resolve(folder, value) }
      : { expected: 'a folder' },
  width: value =>
    typeof value === 'number' && Number.isInteger(value) && value >= 20 && value <= 1000
      ? { keep: value }
      : { expected: 'a whole number from 20 to 1000' },
  ambiguous: oneOf(1, 2),
  lang: oneOf('en', 'zh'),
  paragraphs: oneOf('spaced', 'indented'),
  hang: oneOf(true, false),
  theme: oneOf('auto', 'light', 'dark'),
  keys: checkKeys,
  open: value =>
    typeof value === 'string' && commandWords(value).length > 0 && !value.includes('\0')
      ? { keep: value }
      : { expected: 'a command, such as "firefox --new-tab %s"' },
  mouse: oneOf(true, false),
  resume: oneOf(true, false),
};

function expandHome(value: unknown, home: string | undefined): unknown {
  if (typeof value !== 'string' || home === undefined) return value;
  return value === '~' || value.startsWith('~/') ? home + value.slice(1) : value;
}

function check(parsed: object, folder: string, home: string | undefined): ReadConfiguration {
  const kept: Partial<Record<Key, unknown>> = {};
  const messages: string[] = [];
  for (const [name, value] of Object.entries(parsed)) {
    if (!Object.hasOwn(keys, name)) {
      const near = nearestName(name, Object.keys(keys));
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      messages.push(`unknown key ${JSON.stringify(name)}${hint}`);
      continue;
    }
    const key = name as Key;
    const checked = keys[key](key === 'posts' ? expandHome(value, home) : value, folder);
    if ('keep' in checked) kept[key] = checked.keep;
    else messages.push(`${key} takes ${checked.expected}`);
  }
  return { configuration: kept as Configuration, messages };
}

/**
 * Reads the configuration, a YAML mapping; the YAML reader is loaded only if the file exists.
 *
 * @param file Absolute path; a file that does not exist is an empty configuration. Relative
 *   values of `posts` start from its folder.
 * @param home What `~` stands for in `posts`.
 */
export async function readConfiguration(
  file: string,
  home: string | undefined,
): Promise<ReadConfiguration> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { configuration: {}, messages: [] };
    return { configuration: {}, messages: [`cannot be read: ${code}`] };
  }
  const { loadAll } = await import('js-yaml');
  let parsed: unknown;
  try {
    [parsed] = loadAll(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not YAML';
    return { configuration: {}, messages: [reason] };
  }
  if (parsed === undefined || parsed === null) return { configuration: {}, messages: [] };
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    return { configuration: {}, messages: ['should hold lines such as "width: 72"'] };
  }
  return check(parsed, dirname(file), home);
}

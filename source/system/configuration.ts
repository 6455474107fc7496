import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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

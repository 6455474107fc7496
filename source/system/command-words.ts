import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './folders.ts';

const PIECE = /'([^']*)(?:'|$)|"((?:[^"\\]|\\.)*)(?:"|$)|\\(.)|([^\s'"\\]+|\\$)|(\s+)/gsu;

/**
 * The words of a command as people write it in `$EDITOR` or `$BROWSER`: parted by blanks, quoted
 * with `'…'`, `"…"` or a backslash. Nothing else is special: no variable, no pattern, no pipe.
 */
export function commandWords(command: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, single, double, escaped, plain, blank] of command.matchAll(PIECE)) {
    if (blank !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    const inside = double?.replace(/\\(["\\$`])/g, '$1');
    word = (word ?? '') + (single ?? inside ?? escaped ?? plain ?? '');
  }
  if (word !== undefined) words.push(word);
  return words;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Absolute path of the program that `name` starts, sought in `$PATH` unless it holds a slash. */
export function findProgram(name: string, env: Environment): string | undefined {
  if (name === '' || name.includes('\0')) return undefined;
  if (name.includes('/')) {
    const path = resolve(name);
    return isProgram(path) ? path : undefined;
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return folders.map(folder => join(folder, name)).find(isProgram);
}

/** A program by its absolute path and the arguments it gets: never a shell's string. */
export type Command = { readonly program: string; readonly args: readonly string[] };

/**
 * `command` with `argument` in the place of each `%s`, else behind its last word. `undefined` if
 * it is empty or its program does not exist.
 */
export function commandWith(
  command: string,
  argument: string,
  env: Environment,
): Command | undefined {
  const [name, ...words] = commandWords(command);
  const program = name === undefined ? undefined : findProgram(name, env);
  if (program === undefined) return undefined;
  const args = words.map(word => word.replaceAll('%s', () => argument));
  return { program, args: words.some(word => word.includes('%s')) ? args : [...words, argument] };
}

import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { reasonOf } from './error-reason.ts';
import { pathKind } from './path-kind.ts';
import { replaceFile, writeBeside } from './replace-file.ts';

/** What became of a file: `path` is absolute; an existing one is left alone unless it may be replaced. */
export type Written =
  | { readonly what: 'written'; readonly path: string }
  | { readonly what: 'exists'; readonly path: string }
  | { readonly what: 'failed'; readonly path: string; readonly message: string };

/** `~` and `~/…` from `home`, everything else from `cwd`; the shell's `~user` is a name like others. */
export function expandPath(typed: string, cwd: string, home: string | undefined): string {
  const isHome = typed === '~' || typed.startsWith('~/');
  return resolve(cwd, isHome && home !== undefined ? home + typed.slice(1) : typed);
}

/**
 * A file name made of `name`: one part of a path, not hidden, no control characters, at most 200
 * bytes. Never empty.
 */
export function fileNameOf(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cf}/\\:]+/gu, '-').replace(/^[.\s-]+|\s+$/g, '');
  let cut = safe;
  while (Buffer.byteLength(cut) > 200) cut = [...cut].slice(0, -1).join('');
  return cut === '' ? 'article' : cut;
}

/** File systems without hard links, as on memory cards: there a new name is taken by opening it. */
const NO_LINKS = ['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP', 'EMLINK', 'EXDEV'];

function writeByName(path: string, text: string): void {
  const descriptor = openSync(path, 'wx');
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function writeNew(path: string, text: string): void {
  const beside = writeBeside(path, text, 0o666);
  try {
    // Unlike a renaming this fails if somebody has taken the name meanwhile.
    linkSync(beside, path);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    writeByName(path, text);
  } finally {
    rmSync(beside, { force: true });
  }
}

function writeOver(path: string, text: string): void {
  // A symbolic link stays one: its file is what is replaced.
  const real = realpathSync(path);
  replaceFile(real, text, statSync(real).mode & 0o777);
}

function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Writes `text` to a file, whole or not at all. Never throws.
 *
 * @param typed The file as a person named it; a folder, or a name that ends in a slash, means
 *   `name` in that folder, which must exist.
 * @param name A file name for that; see `fileNameOf`.
 * @param from Absolute path that relative ones start from, and what `~` stands for.
 * @param replace Whether the person was asked and a file of that name may be replaced.
 */
export function writeText(
  typed: string,
  name: string,
  text: string,
  from: { readonly cwd: string; readonly home: string | undefined },
  replace = false,
): Written {
  const expanded = expandPath(typed, from.cwd, from.home);
  const isFolder = typed === '' || typed.endsWith('/') || pathKind(expanded) === 'folder';
  const path = isFolder ? join(expanded, fileNameOf(name)) : expanded;
  const failed = (message: string): Written => ({ what: 'failed', path, message });
  try {
    if (!isTaken(path)) {
      writeNew(path, text.toWellFormed());
      return { what: 'written', path };
    }
    const kind = pathKind(path);
    if (kind === 'folder') return failed('it is a folder');
    if (kind === 'other') return failed('it is not a file');
    if (!replace) return { what: 'exists', path };
    writeOver(path, text.toWellFormed());
    return { what: 'written', path };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { what: 'exists', path };
    return failed(reasonOf(error));
  }
}

import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { formatMarkLine, type MarkLine, parseMarkLine } from './mark-line.ts';

/** How far a log has been read; another inode or a smaller file means reading it again. */
export type LogPosition = { readonly inode: bigint; readonly offset: number };

const LF = 0x0a;

/** Absolute path of the log that this host appends to; hosts that share a folder never share a log. */
export function hostLog(folder: string): string {
  const name = hostname().replace(/[^A-Za-z0-9.-]/g, '-') || 'localhost';
  return join(folder, `${name}.log`);
}

/** The logs of all hosts, absolute, in the order of their names; none where the folder is missing. */
export function logFiles(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter(name => name.endsWith('.log'));
    return names.sort().map(name => join(folder, name));
  } catch {
    return [];
  }
}

function readFully(descriptor: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(descriptor, bytes, filled, bytes.length - filled, from + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/**
 * The lines appended to a log since `position`, without damaged ones, and the position after the
 * last whole line. A log that cannot be read has none.
 */
export function readLog(
  file: string,
  position: LogPosition | undefined,
): { readonly lines: readonly MarkLine[]; readonly position: LogPosition | undefined } {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return { lines: [], position };
  }
  try {
    const stat = fstatSync(descriptor, { bigint: true });
    const size = Number(stat.size);
    const sameLog = position?.inode === stat.ino && position.offset <= size;
    const from = sameLog ? position.offset : 0;
    if (from === size) return { lines: [], position: { inode: stat.ino, offset: from } };
    const bytes = readFully(descriptor, from, size);
    const end = bytes.lastIndexOf(LF) + 1;
    const texts = bytes.toString('utf8', 0, end).split(/\r?\n/);
    const lines = texts.map(parseMarkLine).filter(line => line !== undefined);
    return { lines, position: { inode: stat.ino, offset: from + end } };
  } catch {
    return { lines: [], position };
  } finally {
    closeSync(descriptor);
  }
}

function endsWithLineFeed(descriptor: number): boolean {
  const size = fstatSync(descriptor).size;
  if (size === 0) return true;
  return readFully(descriptor, size - 1, size)[0] === LF;
}

/** Makes a folder and those above it. Node's own recursion never ends where none can be made, as in `/proc`. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || existsSync(parent)) throw error;
    makeFolder(parent);
    makeFolder(folder);
  }
}

function openToAppend(file: string): number {
  try {
    return openSync(file, 'a+', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(file));
    return openSync(file, 'a+', 0o600);
  }
}

/**
 * Appends one mark with one `write` on a descriptor opened to append, so that several processes
 * never tear each other's lines and a mark is either in the log when this returns or an error is
 * thrown. A line that somebody left without its end is ended first.
 *
 * @throws what the file system says: no space, read-only, no permission.
 */
export function appendToLog(file: string, mark: MarkLine): void {
  const descriptor = openToAppend(file);
  try {
    const line = formatMarkLine(mark);
    const bytes = Buffer.from(endsWithLineFeed(descriptor) ? line : `\n${line}`);
    if (writeSync(descriptor, bytes) < bytes.length) throw new Error('no space left');
  } finally {
    closeSync(descriptor);
  }
}

/** Text logs that only grow, one of each host in a folder they share; see `appendLines`. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../system/make-folder.ts';

/**
 * How far a log has been read. Another inode, a smaller file or other bytes before that place mean
 * that it is another log by now (merged by git, copied from a backup), to be read again.
 */
export type LogPosition = {
  readonly inode: bigint;
  readonly offset: number;
  /** The last bytes before `offset`. */
  readonly before: Buffer;
};

const LF = 0x0a;

/** Bytes read at once. */
const PIECE = 8 * 1024 * 1024;

/** Bytes that tell a log from another one: more than two lines, and each line has its own time. */
const BEFORE = 256;

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

function isSameLog(descriptor: number, inode: bigint, size: number, position: LogPosition) {
  const { offset, before } = position;
  if (position.inode !== inode || offset > size) return false;
  return readFully(descriptor, offset - before.length, offset).equals(before);
}

/** Calls `take` with every whole line of `from`…`to`; gives back where the last of them ends. */
function takeLines(
  descriptor: number,
  from: number,
  to: number,
  take: (line: string) => void,
): number {
  let end = from;
  let length = PIECE;
  let last = to;
  while (end < last) {
    const bytes = readFully(descriptor, end, Math.min(last, end + length));
    // It has been cut off meanwhile.
    if (bytes.length < Math.min(last - end, length)) last = end + bytes.length;
    const whole = bytes.lastIndexOf(LF) + 1;
    for (const line of bytes.toString('utf8', 0, whole).split(/\r?\n/)) take(line);
    if (whole === 0 && end + bytes.length >= last) break;
    // A line longer than a piece is damage, but what follows it may be whole.
    length = whole === 0 ? length * 2 : PIECE;
    end += whole;
  }
  return end;
}

/**
 * The lines appended to a log since `position`, without those that `parse` does not know, and the
 * position after the last whole line. A log that cannot be read, or is no file, has none.
 */
export function readLog<Entry>(
  file: string,
  position: LogPosition | undefined,
  parse: (line: string) => Entry | undefined,
): { readonly lines: readonly Entry[]; readonly position: LogPosition | undefined } {
  const lines: Entry[] = [];
  let descriptor: number;
  try {
    // A FIFO of that name would otherwise be waited for.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return { lines, position };
  }
  try {
    const stat = fstatSync(descriptor, { bigint: true });
    if (!stat.isFile()) return { lines, position };
    const size = Number(stat.size);
    const isSame = position !== undefined && isSameLog(descriptor, stat.ino, size, position);
    const from = isSame ? position.offset : 0;
    if (isSame && from === size) return { lines, position };
    const end = takeLines(descriptor, from, size, text => {
      const entry = parse(text);
      if (entry !== undefined) lines.push(entry);
    });
    const before = readFully(descriptor, Math.max(0, end - BEFORE), end);
    return { lines, position: { inode: stat.ino, offset: end, before } };
  } catch {
    return { lines, position };
  } finally {
    closeSync(descriptor);
  }
}

function endsWithLineFeed(descriptor: number): boolean {
  const size = fstatSync(descriptor).size;
  if (size === 0) return true;
  return readFully(descriptor, size - 1, size)[0] === LF;
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

/** How many of the lines are in the log, and why the next one is not. */
export type Appended = { readonly count: number; readonly error?: unknown };

/**
 * Appends lines, each with its LF and with one `write` on a descriptor opened to append, so that
 * several processes never tear each other's and each line is either in the log afterwards or
 * reported. A line that somebody left without its end is ended first. Never throws.
 */
export function appendLines(file: string, lines: readonly string[]): Appended {
  let count = 0;
  let descriptor: number | undefined;
  try {
    descriptor = openToAppend(file);
    let isEnded = endsWithLineFeed(descriptor);
    for (const line of lines) {
      const bytes = Buffer.from(isEnded ? line : `\n${line}`);
      if (writeSync(descriptor, bytes) < bytes.length) {
        throw Object.assign(new Error('torn line'), { code: 'ENOSPC' });
      }
      isEnded = true;
      count += 1;
    }
    return { count };
  } catch (error) {
    return { count, error };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

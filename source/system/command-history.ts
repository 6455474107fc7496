import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Lines remembered, and bytes at the end of the file in which they are sought. */
const MOST_LINES = 200;
const MOST_BYTES = 65_536;

function tail(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(size, MOST_BYTES));
    const count = readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    const text = bytes.toString('utf8', 0, count);
    return size > MOST_BYTES ? text.slice(text.indexOf('\n') + 1) : text;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The command lines typed last, the newest first, each once; none where the file cannot be read.
 *
 * @param file See `commandHistoryFile`.
 */
export function readCommandHistory(file: string): readonly string[] {
  try {
    const lines = tail(file)
      .split('\n')
      .filter(line => line !== '');
    return [...new Set(lines.reverse())].slice(0, MOST_LINES);
  } catch {
    return [];
  }
}

/** Adds a command line to the history, which several copies of kanbao may do at once. Never throws. */
export function addToCommandHistory(file: string, line: string): void {
  if (line.trim() === '' || line.includes('\n')) return;
  try {
    makeFolder(dirname(file));
    appendFileSync(file, `${line}\n`, { mode: 0o600 });
  } catch {
    // It is remembered until the reader is closed.
  }
}

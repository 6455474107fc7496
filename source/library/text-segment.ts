/**
 * A file of folded texts of some posts: one line that is the checksum of the second, which tells
 * whose texts follow; then the texts, UTF-16LE, one behind the other. Never changed once it has its name.
 */

import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Whose text it is: the file's path and stamp, and the length of the text in bytes. */
export type TextOf = readonly [path: string, stamp: string, bytes: number];

type Head = {
  /** What the texts were made with: another key, other texts. */
  readonly key: string;
  readonly texts: readonly TextOf[];
  readonly crc: number;
};

export type Segment = {
  readonly name: string;
  readonly texts: readonly TextOf[];
  /** Bytes before the first text; even. */
  readonly start: number;
  /** Bytes of all texts. */
  readonly size: number;
  readonly crc: number;
};

/** Bytes of the beginning of a file that are read for its head at once. */
const FIRST = 262_144;
const NAME = /^text-[0-9a-z-]+$/;

export function isSegmentName(name: string): boolean {
  return NAME.test(name);
}

/** Writes a segment. Gives back its name; null if it cannot be written: then nothing is left of it. */
export function writeSegment(
  folder: string,
  key: string,
  texts: readonly TextOf[],
  content: readonly Buffer[],
): string | null {
  const random = `${process.pid.toString(36)}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const part = join(folder, `new-${random}`);
  try {
    const crc = content.reduce((sum, piece) => crc32(piece, sum), 0);
    const head: Head = { key, texts, crc };
    const json = JSON.stringify(head);
    const line = `${crc32(json)}\n${json}`;
    const first = Buffer.from(`${line}${Buffer.byteLength(line) % 2 === 0 ? ' \n' : '\n'}`);
    const descriptor = openSync(part, 'wx', 0o600);
    try {
      for (const piece of [first, ...content]) {
        for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, join(folder, `text-${random}`));
    return `text-${random}`;
  } catch {
    rmSync(part, { force: true });
    return null;
  }
}

/** Reads whose texts a segment holds; null if it is damaged, or made with another key. */
export function openSegment(folder: string, name: string, key: string): Segment | null {
  let descriptor = -1;
  try {
    descriptor = openSync(join(folder, name), 'r');
    let bytes = Buffer.allocUnsafe(FIRST);
    let length = readSync(descriptor, bytes, 0, FIRST, 0);
    const firstEnd = bytes.indexOf(10);
    let end = bytes.subarray(0, length).indexOf(10, firstEnd + 1);
    while (end === -1 && length === bytes.length) {
      const longer = Buffer.allocUnsafe(bytes.length * 4);
      length = readSync(descriptor, longer, 0, longer.length, 0);
      bytes = longer;
      end = bytes.subarray(0, length).indexOf(10, firstEnd + 1);
    }
    if (end === -1) return null;
    const json = bytes.toString('utf8', firstEnd + 1, end).trimEnd();
    if (bytes.toString('latin1', 0, firstEnd) !== String(crc32(json))) return null;
    const head = JSON.parse(json) as Head;
    if (head.key !== key) return null;
    const size = head.texts.reduce((sum, [, , length]) => sum + length, 0);
    return { name, texts: head.texts, start: end + 1, size, crc: head.crc };
  } catch {
    return null;
  } finally {
    if (descriptor >= 0) closeSync(descriptor);
  }
}

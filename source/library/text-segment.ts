/**
 * A file of texts of some posts: one line that is the checksum of the second, which tells whose
 * texts follow; then the folded texts, UTF-16LE, one behind the other; the texts as they are read,
 * packed; and the signatures of blocks of folded texts. Never changed once it has its name.
 */

import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { blocksOf, signatureBytes, signBlocks } from './text-signature.ts';

/** Whose text it is: the file's path and stamp, and the bytes of the text, folded and packed. */
export type TextOf = readonly [path: string, stamp: string, bytes: number, packed: number];

/** A post's text, to be kept. */
export type KeptText = {
  readonly path: string;
  readonly stamp: string;
  /** UTF-16LE, with a LF at its end. */
  readonly folded: Buffer;
  readonly packed: Buffer;
};

type Head = {
  /** What the texts were made with: another key, other texts. */
  readonly key: string;
  readonly texts: readonly TextOf[];
  /** Checksums of the blocks of folded texts. */
  readonly blocks: readonly number[];
  /** The checksum of the signatures. */
  readonly signature: number;
};

export type Segment = Pick<Head, 'texts' | 'blocks' | 'signature'> & {
  readonly name: string;
  /** Bytes before the first text; even. */
  readonly start: number;
  /** Bytes of all folded texts, and of all packed. */
  readonly size: number;
  readonly packed: number;
};

/** Bytes of the beginning of a file that are read for its head at once. */
const FIRST = 262_144;
const NAME = /^text-[0-9a-z-]+$/;

export function isSegmentName(name: string): boolean {
  return NAME.test(name);
}

/** The folded texts of each block, one behind the other. */
function blockTexts(texts: readonly KeptText[]): readonly Buffer[] {
  const numbers = blocksOf(texts.map(({ folded }) => folded.length));
  const parts: Buffer[][] = [];
  for (const [at, { folded }] of texts.entries()) {
    const number = numbers[at] ?? 0;
    const part = parts[number];
    if (part === undefined) parts.push([folded]);
    else part.push(folded);
  }
  return parts.map(part => Buffer.concat(part));
}

/** Writes a segment. Gives back its name; null if it cannot be written: then nothing is left of it. */
export function writeSegment(
  folder: string,
  key: string,
  texts: readonly KeptText[],
): string | null {
  const random = `${process.pid.toString(36)}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const part = join(folder, `new-${random}`);
  try {
    const blocks = blockTexts(texts);
    const rows = signBlocks(blocks);
    const head: Head = {
      key,
      texts: texts.map(({ path, stamp, folded, packed }) => [
        path,
        stamp,
        folded.length,
        packed.length,
      ]),
      blocks: blocks.map(block => crc32(block)),
      signature: crc32(rows),
    };
    const json = JSON.stringify(head);
    const line = `${crc32(json)}\n${json}`;
    const first = Buffer.from(`${line}${Buffer.byteLength(line) % 2 === 0 ? ' \n' : '\n'}`);
    const descriptor = openSync(part, 'wx', 0o600);
    try {
      const packed = Buffer.concat(texts.map(text => text.packed));
      for (const piece of [first, ...blocks, packed, rows]) {
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
    const { key: made, texts, blocks, signature } = JSON.parse(json) as Head;
    if (made !== key) return null;
    let [size, packed] = [0, 0];
    for (const [, , folded, small] of texts) {
      size += folded;
      packed += small;
    }
    return { name, texts, blocks, signature, start: end + 1, size, packed };
  } catch {
    return null;
  } finally {
    if (descriptor >= 0) closeSync(descriptor);
  }
}

/** Where the signatures of a segment lie in its file, and how many bytes they take. */
export function signaturePlace({ start, size, packed, blocks }: Segment): {
  readonly from: number;
  readonly bytes: number;
} {
  return { from: start + size + packed, bytes: signatureBytes(blocks.length) };
}

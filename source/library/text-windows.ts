/** Reading of text segments in large pieces, and finding words in them. */

import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Segment } from './text-segment.ts';

const PIECE = 1 << 20;

/** The files of segments, open as long as they are searched. */
export type SegmentFiles = {
  /**
   * Whether the words all stand in the text at that place of a segment; null if the segment turns
   * out to be damaged. Quickest when asked of one place after the other.
   */
  readonly holds: (
    segment: Segment,
    offset: number,
    bytes: number,
    words: readonly string[],
  ) => boolean | null;
  readonly close: () => void;
};

type Open = {
  readonly descriptor: number;
  /** What is at hand of the texts, from byte `from` on. */
  piece: Buffer;
  from: number;
  /** The first place of each word in the piece that is not before `from`. */
  next: Map<string, { readonly from: number; readonly at: number }>;
};

/** Whether a file holds the texts that its head says. */
function isWhole(descriptor: number, { start, size, crc }: Segment): boolean {
  const piece = Buffer.allocUnsafeSlow(PIECE);
  let sum = 0;
  let at = 0;
  while (at < size) {
    const read = readSync(descriptor, piece, 0, Math.min(PIECE, size - at), start + at);
    if (read === 0) return false;
    sum = crc32(piece.subarray(0, read), sum);
    at += read;
  }
  return sum === crc;
}

/** Opens the segments of a folder as they are asked for, each proven whole once. */
export function openSegmentFiles(folder: string): SegmentFiles {
  const files = new Map<string, Open | null>();

  const open = (segment: Segment): Open | null => {
    const known = files.get(segment.name);
    if (known !== undefined) return known;
    let opened: Open | null = null;
    try {
      const descriptor = openSync(join(folder, segment.name), 'r');
      if (isWhole(descriptor, segment)) {
        opened = { descriptor, piece: Buffer.alloc(0), from: 0, next: new Map() };
      } else closeSync(descriptor);
    } catch {
      // Counts as damaged.
    }
    files.set(segment.name, opened);
    return opened;
  };
  const load = (file: Open, segment: Segment, offset: number, bytes: number): boolean => {
    if (offset >= file.from && offset + bytes <= file.from + file.piece.length) return true;
    const length = Math.min(Math.max(PIECE, bytes), segment.size - offset);
    const buffer =
      file.piece.buffer.byteLength >= length
        ? Buffer.from(file.piece.buffer, 0, length)
        : Buffer.allocUnsafeSlow(length);
    let read = 0;
    while (read < length) {
      const more = readSync(
        file.descriptor,
        buffer,
        read,
        length - read,
        segment.start + offset + read,
      );
      if (more === 0) return false;
      read += more;
    }
    file.piece = buffer;
    file.from = offset;
    file.next = new Map();
    return true;
  };

  return {
    holds: (segment, offset, bytes, words) => {
      const file = open(segment);
      if (file === null) return null;
      try {
        if (!load(file, segment, offset, bytes)) return null;
      } catch {
        return null;
      }
      const start = offset - file.from;
      const end = start + bytes;
      for (const word of words) {
        let known = file.next.get(word);
        if (known === undefined || start < known.from || known.at < start) {
          const found = file.piece.indexOf(word, start, 'utf16le');
          known = { from: start, at: found === -1 ? Number.POSITIVE_INFINITY : found };
          file.next.set(word, known);
        }
        if (known.at + 2 * word.length > end) return false;
      }
      return true;
    },
    close: () => {
      for (const file of files.values()) {
        if (file !== null) closeSync(file.descriptor);
      }
      files.clear();
    },
  };
}

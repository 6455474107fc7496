/** Reading of text segments in large pieces, and finding words in them. */

import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { unpackText } from './packed-text.ts';
import { type Segment, signaturePlace } from './text-segment.ts';
import { blocksOf, rowBytes, rowsOf } from './text-signature.ts';

const PIECE = 1 << 20;
/** Pieces at hand: of the segments that are read by turns where posts have come and gone. */
const MOST_PIECES = 4;

/** Where a text stands in a segment, in bytes from the first; `block` is the one it lies in. */
export type TextPlace = { readonly block: number; readonly offset: number; readonly bytes: number };

/** A search for the same words in one text after the other. */
export type TextSearch = {
  /**
   * Whether the words of those numbers all stand in the text at that place of a segment; null if the
   * segment turns out to be damaged. Quickest when asked of one place after the other.
   */
  readonly holds: (segment: number, place: TextPlace, words: readonly number[]) => boolean | null;
};

/** The files of segments, open as long as they are searched. */
export type SegmentFiles = {
  /** Takes a segment in; gives back the number it is called by. */
  readonly add: (segment: Segment) => number;
  /** Begins a search for words, folded. */
  readonly search: (words: readonly string[]) => TextSearch;
  /** The text packed into those bytes, counted from the first packed one; null if it is damaged. */
  readonly unpack: (segment: number, offset: number, bytes: number) => string | null;
  readonly close: () => void;
};

type File = Omit<Segment, 'texts'> & {
  /** Where each block begins; at last where all end. */
  readonly starts: Int32Array;
  /** Blocks that have been proven whole. */
  readonly proven: Uint8Array;
  /** null until it is opened; -1 if it cannot be used. */
  descriptor: number | null;
};

/** A part of a segment's folded texts. */
type Piece = {
  file: File;
  /** Place of the first byte, and of the first that is not in it. */
  from: number;
  to: number;
  buffer: Buffer;
  /** For whom `next` was found. */
  search: TextSearch | null;
  /** By word: where it was looked for, and where it stands next. */
  next: { from: number; at: number }[];
};

function fileOf({ texts, ...segment }: Segment): File {
  const numbers = blocksOf(texts.map(([, , bytes]) => bytes));
  const starts = new Int32Array(segment.blocks.length + 1);
  let offset = 0;
  for (const [at, [, , bytes]] of texts.entries()) {
    offset += bytes;
    starts[(numbers[at] ?? 0) + 1] = offset;
  }
  return { ...segment, starts, proven: new Uint8Array(segment.blocks.length), descriptor: null };
}

/** Fills a buffer from a place of a file; false where the file ends before. */
function fill(descriptor: number, buffer: Buffer, position: number): boolean {
  for (let at = 0; at < buffer.length; ) {
    const read = readSync(descriptor, buffer, at, buffer.length - at, position + at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}

/** Takes in the segments of a folder; each is opened, and its signatures proven whole, when it is first asked. */
export function openSegmentFiles(folder: string): SegmentFiles {
  const files: File[] = [];
  let pieces: Piece[] = [];

  const open = (file: File): number => {
    if (file.descriptor !== null) return file.descriptor;
    file.descriptor = -1;
    try {
      const descriptor = openSync(join(folder, file.name), 'r');
      const { from, bytes } = signaturePlace({ ...file, texts: [] });
      const rows = Buffer.allocUnsafe(bytes);
      if (fill(descriptor, rows, from) && crc32(rows) === file.signature)
        file.descriptor = descriptor;
      else closeSync(descriptor);
    } catch {
      // Counts as damaged.
    }
    return file.descriptor;
  };
  /** For every block of a segment a bit: whether it may hold a word. */
  const blocksWith = (file: File, word: string): Uint8Array => {
    const width = rowBytes(file.blocks.length);
    const { from } = signaturePlace({ ...file, texts: [] });
    const may = new Uint8Array(width).fill(255);
    const row = Buffer.alloc(width);
    for (const number of rowsOf(word)) {
      if (!fill(open(file), row, from + number * width)) continue;
      for (let at = 0; at < width; at++) may[at] = (may[at] ?? 0) & (row[at] ?? 0);
    }
    return may;
  };
  const areWhole = (file: File, buffer: Buffer, first: number, end: number): boolean => {
    const begin = file.starts[first] ?? 0;
    for (let block = first; block < end; block++) {
      if (file.proven[block] === 1) continue;
      const text = buffer.subarray(
        (file.starts[block] ?? 0) - begin,
        (file.starts[block + 1] ?? 0) - begin,
      );
      if (crc32(text) !== file.blocks[block]) return false;
      file.proven[block] = 1;
    }
    return true;
  };
  /** The piece that holds a block, read with those behind it that are wanted too; null if it is damaged. */
  const pieceWith = (
    file: File,
    block: number,
    isWanted: (block: number) => boolean,
  ): Piece | null => {
    const from = file.starts[block] ?? 0;
    const known = pieces.find(
      piece => piece.file === file && from >= piece.from && from < piece.to,
    );
    if (known !== undefined) return known;
    let end = block + 1;
    while (end < file.blocks.length && (file.starts[end + 1] ?? 0) - from <= PIECE && isWanted(end))
      end++;
    const to = file.starts[end] ?? 0;
    const last = pieces.length < MOST_PIECES ? undefined : pieces.pop();
    const space = last?.buffer.buffer;
    const buffer =
      space !== undefined && space.byteLength >= to - from
        ? Buffer.from(space, 0, to - from)
        : Buffer.allocUnsafeSlow(Math.max(PIECE, to - from)).subarray(0, to - from);
    if (!fill(open(file), buffer, file.start + from)) return null;
    if (!areWhole(file, buffer, block, end)) return null;
    const piece: Piece = { file, from, to, buffer, search: null, next: [] };
    pieces = [piece, ...pieces];
    return piece;
  };

  const search = (words: readonly string[]): TextSearch => {
    /** By segment and word. */
    const may: Uint8Array[][] = [];
    /** The last block that may not hold the words. */
    let passed: { segment: number; block: number; wanted: readonly number[] } = {
      segment: -1,
      block: -1,
      wanted: [],
    };
    const own: TextSearch = {
      holds: (segment, { block, offset, bytes }, wanted) => {
        const file = files[segment];
        if (file === undefined || open(file) === -1) return null;
        may[segment] ??= [];
        const bits = may[segment];
        const isWanted = (other: number): boolean =>
          wanted.every(word => {
            bits[word] ??= blocksWith(file, words[word] ?? '');
            return ((bits[word]?.[other >> 3] ?? 0) & (1 << (other & 7))) !== 0;
          });
        try {
          // Most blocks hold several posts, and most searches ask for the same words of all.
          if (segment === passed.segment && block === passed.block && wanted === passed.wanted)
            return false;
          if (!isWanted(block)) {
            passed = { segment, block, wanted };
            return false;
          }
          const piece = pieceWith(file, block, isWanted);
          if (piece === null) return null;
          if (piece.search !== own) {
            piece.search = own;
            piece.next = [];
          }
          const start = offset - piece.from;
          const end = start + bytes;
          for (const word of wanted) {
            const text = words[word] ?? '';
            let known = piece.next[word];
            if (known === undefined || start < known.from || known.at < start) {
              const found = piece.buffer.indexOf(text, start, 'utf16le');
              known = { from: start, at: found === -1 ? Number.POSITIVE_INFINITY : found };
              piece.next[word] = known;
            }
            if (known.at + 2 * text.length > end) return false;
          }
          return true;
        } catch {
          return null;
        }
      },
    };
    return own;
  };

  return {
    add: segment => files.push(fileOf(segment)) - 1,
    search,
    unpack: (segment, offset, bytes) => {
      const file = files[segment];
      if (file === undefined || open(file) === -1) return null;
      try {
        const packed = Buffer.allocUnsafe(bytes);
        if (!fill(open(file), packed, file.start + file.size + offset)) return null;
        return unpackText(packed);
      } catch {
        return null;
      }
    },
    close: () => {
      for (const file of files) {
        if (file.descriptor !== null && file.descriptor !== -1) closeSync(file.descriptor);
        file.descriptor = -1;
      }
      pieces = [];
    },
  };
}

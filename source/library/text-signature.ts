/**
 * Which blocks of texts may hold a word: for every block a set of hashed characters and pairs of
 * characters. The sets are kept by hash, one row of bits a hash, so that a word reads a few rows.
 */

/** Bytes of text from which on a block is full: half as much makes a scan shorter and the sets twice as large. */
const BLOCK = 32_768;
/** Hashes; a block of Chinese text has some 10,000 pairs. */
const ROWS = 65_536;

function hashOfOne(code: number): number {
  return Math.imul(code + 1, 0xc2b2ae35) >>> 16;
}

function hashOfPair(first: number, second: number): number {
  return (Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)) >>> 16;
}

/** For every text of that many bytes, in their order, the number of the block it lies in. */
export function blocksOf(lengths: readonly number[]): Int32Array {
  const blocks = new Int32Array(lengths.length);
  let block = 0;
  let size = 0;
  for (const [at, length] of lengths.entries()) {
    if (size >= BLOCK) {
      block++;
      size = 0;
    }
    blocks[at] = block;
    size += length;
  }
  return blocks;
}

/** Bytes of one row of the sets of that many blocks. */
export function rowBytes(blocks: number): number {
  return (blocks + 7) >> 3;
}

/** Bytes of the sets of that many blocks. */
export function signatureBytes(blocks: number): number {
  return ROWS * rowBytes(blocks);
}

/** The sets of blocks; each is the UTF-16LE texts of a block one behind the other. */
export function signBlocks(blocks: readonly Buffer[]): Buffer {
  const width = rowBytes(blocks.length);
  const rows = Buffer.alloc(signatureBytes(blocks.length));
  for (const [number, block] of blocks.entries()) {
    const column = number >> 3;
    const bit = 1 << (number & 7);
    let before = 10;
    for (let at = 0; at + 1 < block.length; at += 2) {
      const code = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
      const one = hashOfOne(code) * width + column;
      const pair = hashOfPair(before, code) * width + column;
      rows[one] = (rows[one] ?? 0) | bit;
      rows[pair] = (rows[pair] ?? 0) | bit;
      before = code;
    }
  }
  return rows;
}

/** The rows in which a word, folded and not empty, must have left its bits. */
export function rowsOf(word: string): ReadonlySet<number> {
  const rows = new Set<number>();
  if (word.length === 1) rows.add(hashOfOne(word.charCodeAt(0)));
  for (let at = 1; at < word.length; at++)
    rows.add(hashOfPair(word.charCodeAt(at - 1), word.charCodeAt(at)));
  return rows;
}

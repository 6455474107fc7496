import { crc32 } from 'node:zlib';

const SUM = 4;

/**
 * A text as it is kept: its checksum, then UTF-8. Not compressed: Node aborts where a thread that is
 * making a compressor is ended, as the one that keeps texts may be at any moment.
 */
export function packText(text: string): Buffer {
  const packed = Buffer.alloc(SUM + Buffer.byteLength(text));
  packed.write(text, SUM);
  packed.writeUInt32BE(crc32(packed.subarray(SUM)));
  return packed;
}

/** The text; null if its bytes are damaged. */
export function unpackText(packed: Buffer): string | null {
  if (packed.length < SUM) return null;
  const bytes = packed.subarray(SUM);
  return packed.readUInt32BE() === crc32(bytes) ? bytes.toString() : null;
}

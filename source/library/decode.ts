/** Bytes to text: UTF-8, else GB18030 where that fits, else UTF-8 with replacement characters. */

import { isUtf8 } from 'node:buffer';

export type Decoded = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' | 'unknown';
};

/** Characters that show a text was not GB18030: private use, controls, replacement characters. */
const UNLIKELY = /[\0-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd]/;

let gb18030: InstanceType<typeof TextDecoder> | null = null;

function decodeGb18030(bytes: Uint8Array): string | null {
  gb18030 ??= new TextDecoder('gb18030', { fatal: true });
  try {
    const text = gb18030.decode(bytes);
    return UNLIKELY.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Decodes a whole file, or the beginning of one that ends at a line end. A BOM is dropped. */
export function decode(bytes: Buffer): Decoded {
  if (
    bytes.length >= 2 &&
    (bytes[0] === 0xff || bytes[0] === 0xfe) &&
    bytes[0] + (bytes[1] ?? 0) === 0x1fd
  ) {
    const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(label).decode(bytes), encoding: 'utf-16' };
  }
  if (isUtf8(bytes)) {
    const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text: bytes.toString('utf8', bom ? 3 : 0), encoding: 'utf-8' };
  }
  const chinese = decodeGb18030(bytes);
  if (chinese !== null) return { text: chinese, encoding: 'gb18030' };
  return { text: bytes.toString('utf8').replace(/^\ufeff/, ''), encoding: 'unknown' };
}

/** The text of a file's last bytes, from the first whole character or line. */
export function decodeTail(bytes: Buffer): string {
  let start = 0;
  while (start < 3 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  const { text, encoding } = decode(bytes.subarray(start));
  if (encoding !== 'unknown') return text;
  const line = bytes.indexOf(10);
  return decode(bytes.subarray(line + 1)).text;
}

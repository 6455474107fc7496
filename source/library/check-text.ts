/** What is wrong with the characters of a file. */

import type { Decoded } from './decode.ts';
import { faultOf } from './fault.ts';
import { countLines } from './header-block.ts';
import type { Fault } from './post.ts';

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
/** Control characters that are named one by one; the others are counted. */
const NAMED = 3;

/** The line, from 1, on which a character of a text stands. */
export function lineAt(text: string, at: number): number {
  return countLines(text, 0, at) + 1;
}

function controlFault(text: string): Fault | null {
  let first = -1;
  let count = 0;
  const codes = new Set<number>();
  for (const match of text.matchAll(CONTROL)) {
    if (first === -1) first = match.index;
    count++;
    codes.add(match[0].charCodeAt(0));
  }
  if (first === -1) return null;
  const names = [...codes]
    .slice(0, NAMED)
    .map(code => `U+${code.toString(16).padStart(4, '0').toUpperCase()}`);
  const more = codes.size > NAMED ? ' and others' : '';
  const many = count === 1 ? 'a control character' : `${count} control characters, the first here`;
  return faultOf('control-character', lineAt(text, first), `${many}: ${names.join(', ')}${more}`);
}

const ENCODINGS = {
  gb18030: 'the file is GB18030, not UTF-8',
  'utf-16': 'the file is UTF-16, not UTF-8',
  unknown: 'the file holds bytes that are not UTF-8',
} as const;

/** What is wrong with a file's encoding; null for UTF-8. `line` is that of the first bad byte. */
export function encodingFault(encoding: Decoded['encoding'], line = 1): Fault | null {
  return encoding === 'utf-8' ? null : faultOf('not-utf-8', line, ENCODINGS[encoding]);
}

/** Faults of a whole file's encoding and of its control characters. */
export function textFaults({ text, encoding }: Decoded): readonly Fault[] {
  const bad = encoding === 'unknown' ? lineAt(text, Math.max(0, text.indexOf('\ufffd'))) : 1;
  return [encodingFault(encoding, bad), controlFault(text)].filter(fault => fault !== null);
}

import { isUtf8 } from 'node:buffer';
import { encodingFault } from './check-text.ts';
import { decode } from './decode.ts';
import { faultOf } from './fault.ts';
import type { FileReader } from './file-read.ts';
import type { Header } from './header.ts';
import { countLines, findHeader, type HeaderBlock } from './header-block.ts';
import { type HeaderSource, readPlainHeader } from './header-read.ts';
import type { Fault } from './post.ts';
import type { ReadHeader } from './post-input.ts';

/** Bytes read of every file; a longer header has the next size read, the last is the longest header. */
const SIZES = [4096, 65_536, 1_048_576];

const NO_HEADER: Header = { fields: new Map(), quoted: new Set(), faults: [] };

export type Head = {
  readonly block: HeaderBlock;
  /** Whether the file holds nothing at all. */
  readonly isEmpty: boolean;
  readonly encoding: ReturnType<typeof decode>['encoding'];
};

/** Cuts bytes after their last line end, so that no character is torn. */
function wholeLines(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(10);
  return end === -1 ? bytes : bytes.subarray(0, end + 1);
}

/** The bytes up to the line that probably closes a YAML header: all there is to decode. */
function probableHeader(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0x2d) return null;
  const close = bytes.indexOf('\n---', 3, 'latin1');
  const end = close === -1 ? -1 : bytes.indexOf(10, close + 1);
  return end === -1 ? null : bytes.subarray(0, end + 1);
}

/**
 * The header of bytes that begin with one as nearly all do: UTF-8, LF, a fence of bare dashes. null
 * for any other, which `findHeader` finds.
 */
function usualHeader(bytes: Buffer): HeaderSource | null {
  if (bytes[0] !== 0x2d || bytes[1] !== 0x2d || bytes[2] !== 0x2d || bytes[3] !== 10) return null;
  let close = 4;
  for (; ; close++) {
    close = bytes.indexOf(10, close);
    if (close === -1) return null;
    const next = bytes[close + 1];
    if (next === 0x2e) return null;
    if (next === 0x2d && bytes[close + 2] === 0x2d && bytes[close + 3] === 0x2d) break;
  }
  if (bytes[close + 4] !== 10) return null;
  const inner = bytes.subarray(4, close);
  // Dots or dashes on its first line could close it there.
  if (inner[0] === 0x2d || inner[0] === 0x2e || inner.includes(13) || !isUtf8(inner)) return null;
  const text = inner.toString();
  return {
    found: 'header',
    language: 'yaml',
    text,
    line: 2,
    body: text.length + 9,
    bodyLine: 4 + countLines(text, 0, text.length),
    word: '',
  };
}

/** Finds a file's header, reading no more of the file than it must. */
export function readHead(reader: Omit<FileReader, 'stats'>): Head {
  for (const size of SIZES) {
    const bytes = reader.head(size);
    const usual = usualHeader(bytes);
    if (usual !== null) return { block: usual, encoding: 'utf-8', isEmpty: false };
    const isWhole = bytes.length < size;
    const probable = probableHeader(bytes);
    if (probable !== null) {
      const { text, encoding } = decode(probable);
      const block = findHeader(text);
      if (block.found === 'header') return { block, encoding, isEmpty: false };
    }
    const { text, encoding } = decode(isWhole ? bytes : wholeLines(bytes));
    const block = findHeader(text);
    if (block.found !== 'unclosed' || isWhole || size === SIZES.at(-1))
      return { block, encoding, isEmpty: bytes.length === 0 };
  }
  return { block: { found: 'none' }, encoding: 'utf-8', isEmpty: true };
}

function headFaults({ block, encoding }: Head): readonly Fault[] {
  const faults: Fault[] = [];
  if (block.found === 'unclosed') {
    faults.push(
      faultOf('header-unclosed', block.line, 'the header is not closed by ---; read as text'),
    );
  }
  const bytes = encodingFault(encoding);
  if (bytes !== null) faults.push(bytes);
  return faults;
}

function lineFinder(block: HeaderSource): (key: string) => number {
  return key => {
    const at = block.text
      .split('\n')
      .findIndex(line => /^["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1] === key);
    return at === -1 ? Math.max(1, block.line - 1) : block.line + at;
  };
}

/**
 * Puts together what was read of a file: its header, as `read` reads it, and what is wrong with
 * the file itself. undefined if `read` gives undefined (no parser at hand).
 */
export function headerOfHead(
  head: Head,
  read: (block: HeaderSource) => Header | undefined = readPlainHeader,
): ReadHeader | undefined {
  const { block } = head;
  const own = headFaults(head);
  if (block.found !== 'header') {
    const meant = block.found === 'unclosed' && block.keyed;
    return { header: { ...NO_HEADER, faults: own }, found: false, meant, lineOf: () => 1 };
  }
  const header = read(block);
  if (header === undefined) return undefined;
  const whole = own.length === 0 ? header : { ...header, faults: [...own, ...header.faults] };
  return { header: whole, found: true, meant: true, lineOf: lineFinder(block) };
}

/** What stands for the header of a file that cannot be read. */
export function unreadableHeader(reason: string): ReadHeader {
  const faults = [faultOf('unreadable', 1, `the file cannot be read: ${reason}`)];
  return { header: { ...NO_HEADER, faults }, found: false, meant: false, lineOf: () => 1 };
}

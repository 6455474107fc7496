import { decode } from './decode.ts';
import { formatOf, readFileName } from './file-name.ts';
import { readWhole, withFile } from './file-read.ts';
import { type HeaderMap, NO_FIELDS } from './header.ts';
import { findHeader } from './header-block.ts';
import { readRoughHeader } from './header-read.ts';
import type { Post } from './post.ts';

export { PostUnreadable } from './file-read.ts';

export type PostText = {
  /** All after the header, as written. */
  readonly body: string;
  readonly format: 'markdown' | 'html' | 'text';
  /** What the header says, as far as it can be read without a parser. */
  readonly fields: HeaderMap;
};

/** Takes the text of a post apart; `name` is its file's, whose ending tells the format. */
export function splitPost(bytes: Buffer, name: string): PostText {
  return splitText(decode(bytes).text, name);
}

/** The same for a text that is decoded already. */
export function splitText(text: string, name: string): PostText {
  const format = formatOf(readFileName(name).ending);
  const block = findHeader(text);
  if (block.found !== 'header') return { body: text, format, fields: NO_FIELDS };
  const fields = readRoughHeader(block);
  return { body: text.slice(block.body), format, fields };
}

/** Reads a post's file. Throws `PostUnreadable`. */
export function readPost(post: Post): PostText {
  return splitPost(readWhole(post.file), post.path);
}

/** Bytes of a post that hold its header, nearly always, and more than a screen of its body. */
const START_BYTES = 65_536;

/**
 * Reads the beginning of a post, whole lines of it; undefined where only the whole of it tells how
 * it is written. Throws `PostUnreadable`.
 */
export function readPostStart({ file, path }: Post): PostText | undefined {
  const text = withFile(file, ({ head }) => {
    const bytes = head(START_BYTES);
    const lines = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
    const { text: decoded, encoding } = decode(lines);
    return encoding === 'utf-8' ? splitText(decoded, path) : undefined;
  });
  const isHeaderCut = text?.fields === NO_FIELDS && /^\s*(?:---|\+\+\+|\{)/.test(text.body);
  return isHeaderCut ? undefined : text;
}

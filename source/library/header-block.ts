/**
 * Where a post's header is. Jekyll's rule (`\A---\s*\n … ^(---|\.\.\.)\s*$`) widened by what real
 * folders hold: a BOM, blank lines before it, CRLF and lone CR, TOML's `+++`, JSON's braces.
 */

export type HeaderLanguage = 'yaml' | 'toml' | 'json' | 'refused';

export type HeaderBlock =
  | {
      readonly found: 'header';
      readonly language: HeaderLanguage;
      /** What stands between the fences, line ends made LF. */
      readonly text: string;
      /** Line of the file, from 1, on which `text` starts. */
      readonly line: number;
      /** Where the body starts, in UTF-16 units, and on which line. */
      readonly body: number;
      readonly bodyLine: number;
      /** The word after the dashes, as in `---json`. */
      readonly word: string;
    }
  /** A header begins on `line` and nothing closes it; `keyed`: a key follows, so that it was meant as one. */
  | { readonly found: 'unclosed'; readonly line: number; readonly keyed: boolean }
  | { readonly found: 'none' };

// A CR before a LF is never a line end by itself: the expression has one way to match, and is linear.
const OPEN = /^(?:[ \t]*(?:\r\n|\n|\r(?!\n)))*(---|\+\+\+)([a-z]*)[ \t]*(?:\r\n|\n|\r)/i;
const OPEN_JSON = /^\s*\{[ \t]*(?:\r\n|\n|\r)\s*"/;
const KEYED = /^\s*[A-Za-z_][\w-]*[ \t]*[:=]/;
const CLOSE_YAML = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
const CLOSE_TOML = /(?:^|\r\n|\n|\r)\+\+\+[ \t]*(?=\r|\n|$)/g;
const CLOSE_JSON = /(?:\n|\r)\}[ \t]*(?=\r|\n|$)/g;

const LANGUAGES: ReadonlyMap<string, HeaderLanguage> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

/** Line ends, LF, CRLF or lone CR, that begin within a part of a text. */
export function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}

function withLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function skipLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return at < text.length ? at + 1 : at;
}

/**
 * Finds the header of a text whose BOM is gone. `---js` and its like are found, so that they are
 * not taken for text, and marked `refused`: no header is ever run.
 */
export function findHeader(text: string): HeaderBlock {
  const open = OPEN.exec(text);
  if (open === null) return OPEN_JSON.test(text) ? findJson(text) : { found: 'none' };
  const [all, fence, word = ''] = open;
  const start = all.length;
  const line = countLines(text, 0, start) + 1;
  const close = fence === '+++' ? CLOSE_TOML : CLOSE_YAML;
  // The line end of the opening fence may be the one before the closing fence.
  close.lastIndex = start - (text.startsWith('\r\n', start - 2) ? 2 : 1);
  const end = close.exec(text);
  if (end === null)
    return { found: 'unclosed', line: line - 1, keyed: KEYED.test(text.slice(start, start + 200)) };
  const body = skipLineEnd(text, end.index + end[0].length);
  return {
    found: 'header',
    language: fence === '+++' ? 'toml' : (LANGUAGES.get(word.toLowerCase()) ?? 'refused'),
    text: withLf(text.slice(start, Math.max(start, end.index))),
    line,
    body,
    bodyLine: line + countLines(text, start, body),
    word,
  };
}

/** Hugo's JSON header: an object from the first character to a `}` that stands at a line's start. */
function findJson(text: string): HeaderBlock {
  const start = text.indexOf('{');
  CLOSE_JSON.lastIndex = start;
  const end = CLOSE_JSON.exec(text);
  if (end === null) return { found: 'none' };
  const body = skipLineEnd(text, end.index + end[0].length);
  const line = countLines(text, 0, start) + 1;
  return {
    found: 'header',
    language: 'json',
    text: withLf(text.slice(start, end.index + 2)),
    line,
    body,
    bodyLine: line + countLines(text, start, body),
    word: '',
  };
}

import { codeBlock } from './html-code.ts';
import { LastPlaces } from './last-places.ts';

const REFERENCE = /^\s*(?:rel)?ref\s+["']?([^"'\s]+)/;
const HIGHLIGHT = /^\s*highlight\s+(\S*)/;

/** What may begin code or a shortcode: a fence at the start of a line, backticks, `{{`, `{%`. */
const OPENING = /^[ \t>]*(`{3,}(?!`|[^`\n]*`)|~{3,})|`+|\{\{|\{%/gm;
const ESCAPED = /\{\{([<%]?)\/\*/y;
const ZOLA = /\{\{-?\s*[\w:]+\(|\{%-?\s*(?:[\w:]+\(|end\s*-?%\})/y;

/** Longest code span that is looked for, so that a flood of backticks stays linear. */
const MAX_SPAN = 2000;

const lastPlaces = new LastPlaces();

type Shown = { readonly shown: string; readonly after: number };

/** Whether a shortcode of Hugo, `{{< name >}}` or `{{% name %}}`, begins at `at`. */
export function isHugo(source: string, at: number): boolean {
  return source.startsWith('{{<', at) || source.startsWith('{{%', at);
}

/**
 * What a shortcode of Hugo that stands at `open`…`end` shows, and where the text goes on: a
 * reference leaves its target, `highlight` a code block as HTML; all others show nothing.
 */
export function readHugo(source: string, open: number, end: number): Shown {
  const inside = source.slice(open + 3, end - 3);
  const shown = REFERENCE.exec(inside)?.[1] ?? '';
  const language = HIGHLIGHT.exec(inside)?.[1];
  const closes = language !== undefined && lastPlaces.of('/highlight', source) >= end;
  const close = closes ? source.indexOf('/highlight', end) : -1;
  const from = close < 0 ? -1 : source.lastIndexOf('{{', close);
  const to = close < 0 ? -1 : source.indexOf('}}', close);
  if (language === undefined || from < end || to < 0) return { shown, after: end };
  return { shown: codeBlock(source.slice(end, from), language), after: to + 2 };
}

/** Where the code that begins with `mark` at `from` ends; `from` if it does not end. */
function codeEnd(source: string, mark: string, fence: boolean, from: number): number {
  if (fence) {
    const closing = new RegExp(`^[ \\t>]*${mark}${mark.charAt(0)}*[ \\t]*$`, 'gm');
    closing.lastIndex = from;
    return closing.test(source) ? closing.lastIndex : source.length;
  }
  const near = source.slice(from, from + MAX_SPAN).split(/\n[ \t]*\n/, 1)[0] ?? '';
  for (const { 0: run, index } of near.matchAll(/`+/g)) {
    if (run.length === mark.length) return from + index + run.length;
  }
  return from;
}

/** Code with the escaped shortcodes in it as they are shown: a comment inside the braces is opened. */
function unescaped(code: string): string {
  return code.replace(/(\{\{[<%]?)\/\*/g, '$1').replace(/\*\/([>%]?\}\})/g, '$1');
}

/** Where the text `mark` ends that closes a shortcode; -1 if it is not closed. */
function endAfter(source: string, mark: string, from: number): number {
  return lastPlaces.of(mark, source) < from ? -1 : source.indexOf(mark, from) + mark.length;
}

function startsAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** What stands in place of the shortcode that begins at `at`; null if none does. */
function readShortcode(source: string, at: number): Shown | null {
  const escaped = startsAt(ESCAPED, source, at);
  if (escaped !== null) {
    const [, sign = ''] = escaped;
    const closing = `*/${sign === '<' ? '>' : sign}}}`;
    const end = endAfter(source, closing, at);
    if (end < 0) return null;
    return { shown: unescaped(source.slice(at, end)), after: end };
  }
  if (isHugo(source, at)) {
    const end = endAfter(source, source[at + 2] === '<' ? '>}}' : '%}}', at + 3);
    return end < 0 ? null : readHugo(source, at, end);
  }
  if (startsAt(ZOLA, source, at) === null) return null;
  const end = endAfter(source, source[at + 1] === '{' ? '}}' : '%}', at);
  return end < 0 ? null : { shown: '', after: end };
}

/**
 * Drops the shortcodes of Hugo and Zola that stand outside code and leaves every other brace as it
 * is. Escaped ones are shown without the marks that escape them. Nothing is run. Linear time.
 */
export function dropShortcodes(source: string): string {
  if (!source.includes('{{') && !source.includes('{%')) return source;
  const parts: string[] = [];
  let copied = 0;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(source); match !== null; match = OPENING.exec(source)) {
    const [written, fence] = match;
    const from = match.index + written.length;
    let found: Shown | null;
    if (written.startsWith('{')) {
      found = readShortcode(source, match.index);
    } else {
      const after = codeEnd(source, fence ?? written, fence !== undefined, from);
      found = { shown: unescaped(source.slice(match.index, after)), after };
    }
    if (found === null) continue;
    parts.push(source.slice(copied, match.index), found.shown);
    copied = found.after;
    OPENING.lastIndex = copied;
  }
  parts.push(source.slice(copied));
  return parts.join('');
}

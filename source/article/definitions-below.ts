import { verbatimBlocks } from './verbatim-blocks.ts';

/** Longest name of a link or a note. */
const MAX_NAME = 300;

/** What may be named elsewhere: no link or image that tells itself where it leads. */
const NAMED = /(?<=\])\[([^[\]]{1,300})\]|\[([^[\]]{1,300})\](?!\()/g;
/** Names are the same whatever their case and blanks (CommonMark, "matches"). */
function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** What may stand before a definition: that of a list or a quote which it stands in. */
const BEFORE = /^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*$/;
const MAX_BEFORE = 40;
/** What only code, or a list further up, has before it. */
const INDENTED = /^(?: {4}| {0,3}\t)/;

/** What stands on the line before the bracket at `open`; undefined if that is text. */
function before(text: string, open: number): string | undefined {
  const first = Math.max(0, open - MAX_BEFORE);
  const near = text.slice(first, open);
  const from = near.lastIndexOf('\n') + 1;
  if (from === 0 && first > 0) return undefined;
  const signs = near.slice(from);
  return BEFORE.test(signs) ? signs : undefined;
}

/** Whether a line is none that goes on with a paragraph, which is where a link can be defined. */
function isApart(text: string, open: number, signs: string, above: number): boolean {
  const from = open - signs.length;
  if (from === 0 || from === above + 1 || /[-+*.)]/.test(signs)) return true;
  return /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, from - MAX_BEFORE), from - 1));
}

/** What is a definition whatever makes the site; kramdown takes any text for a target. */
const TARGET = /^\s*(?:<[^<>\n]*>|[^\s<]\S*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?\s*$/;

/** Where the line ends that `at` is in. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

type Definition = {
  readonly name: string;
  readonly line: string;
  /** Whether it is one, and no code, whatever stands above it, and there to its end. */
  readonly isSure: boolean;
};

/** Lines that say what a name leads to, outside code and comments; linear time. */
function* definitionsIn(text: string, isWhole: boolean): Generator<Definition, void, void> {
  const blocks = verbatimBlocks(text);
  /** Where the definition of a link above ends: another may follow on the next line. */
  let above = -1;
  let block = blocks.next();
  for (let at = text.indexOf(']:'); at >= 0; at = text.indexOf(']:', at + 2)) {
    const first = Math.max(0, at - MAX_NAME);
    const open = first + text.slice(first, at).lastIndexOf('[');
    const signs = open < first ? undefined : before(text, open);
    if (signs === undefined) continue;
    while (!block.done && block.value.end >= 0 && block.value.end <= open) block = blocks.next();
    if (!block.done && block.value.end >= 0 && block.value.start <= open) continue;
    const end = lineEnd(text, at);
    const isBelow = text.slice(at + 2, end).trim() === '';
    const last = isBelow ? lineEnd(text, end + 1) : end;
    const isNote = text[open + 1] === '^';
    const isLink = TARGET.test(text.slice(at + 2, last)) && isApart(text, open, signs, above);
    const isPlain = !INDENTED.test(signs) && !(isBelow && signs !== '');
    const isSure = (isNote || isLink) && isPlain && (isWhole || last < text.length);
    if (isLink && !isNote) above = last;
    yield { name: folded(text.slice(open + 1, at)), line: text.slice(open, last), isSure };
  }
}

/**
 * Finds where a Markdown text says what the links and notes in its beginning lead to, unless the
 * beginning says so itself.
 *
 * @param whole gives the text, if it is needed
 * @param part what may hold `[text][name]`, `[name]` and `[^name]`
 * @returns the first lines that define each of the names, in the order of the text, and nothing
 *   that goes on below them; undefined where a name may be defined or not; linear time
 */
export function definitionsFor(part: string, whole: () => string): string | undefined {
  const wanted = new Set<string>();
  for (const [, second, name] of part.matchAll(NAMED)) wanted.add(folded(second ?? name ?? ''));
  for (const { name, isSure } of definitionsIn(part, false)) if (isSure) wanted.delete(name);
  if (wanted.size === 0) return '';
  const lines: string[] = [];
  for (const { name, line, isSure } of definitionsIn(whole(), true)) {
    if (!wanted.delete(name)) continue;
    if (!isSure) return undefined;
    lines.push(line);
    if (wanted.size === 0) break;
  }
  // Indented code, and lines that go on, would belong to a note above them.
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n\n<!-- -->\n\n`;
}

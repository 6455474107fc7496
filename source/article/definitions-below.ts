/** Longest name of a link or a note, and longest line that says where one leads. */
const MAX_NAME = 300;
const MAX_LINE = 2000;

/** What may be named elsewhere: no link or image that tells itself where it leads. */
const NAMED = /\[([^[\]]{1,300})\](?!\()/g;
/** Names are the same whatever their case and blanks (CommonMark, "matches"). */
function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** Where the line begins whose first word is the bracket at `open`; -1 if it is not. */
function lineStart(text: string, open: number): number {
  for (let at = open; at >= 0 && at >= open - 3; at -= 1) {
    if (at === 0 || text[at - 1] === '\n') return at;
    if (text[at - 1] !== ' ') return -1;
  }
  return -1;
}

/** Where the line ends that `at` is in. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return Math.min(end < 0 ? text.length : end, at + MAX_LINE);
}

/**
 * Finds where a Markdown text says what the links and notes in a part of it lead to.
 *
 * @param whole gives the text, if it is needed
 * @param part what may hold `[text][name]`, `[name]` and `[^name]`
 * @param from where to begin
 * @returns the first lines that define each of the names, in the order of the text, those in code
 *   among them; linear time
 */
export function definitionsFor(part: string, whole: () => string, from: number): string {
  const wanted = new Set<string>();
  for (const [, name = ''] of part.matchAll(NAMED)) wanted.add(folded(name));
  const lines: string[] = [];
  if (wanted.size === 0) return '';
  const text = whole();
  for (let at = text.indexOf(']:', from); at >= 0; at = text.indexOf(']:', at + 2)) {
    const first = Math.max(0, at - MAX_NAME);
    const open = first + text.slice(first, at).lastIndexOf('[');
    const start = open < first ? -1 : lineStart(text, open);
    if (start < 0 || !wanted.delete(folded(text.slice(open + 1, at)))) continue;
    const end = lineEnd(text, at);
    const isBelow = text.slice(at + 2, end).trim() === '';
    lines.push(text.slice(start, isBelow ? lineEnd(text, end + 1) : end));
    if (wanted.size === 0) break;
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

/** A stretch of a text that is not read as Markdown, from the line that opens it. */
export type Stretch = {
  readonly start: number;
  /** After the sign that ends it; -1 if nothing does. */
  readonly end: number;
};

/** Longest line that is taken for one that opens such a block. */
const MAX_LINE = 1000;

/** A line that opens one, in lists and quotes too. */
const OPENING = new RegExp(
  [
    /^(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t])*/,
    /(?:(`{3,})(?=[^`\n]*$)|(~{3,})|(\$\$)|(<!--)|(\{::)(?=(?:comment|nomarkdown|options)\b))/,
  ]
    .map(({ source }) => source)
    .join(''),
  'gm',
);
const FENCE_END = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/gm;
const EXTENSION_END = /^[ \t>]*\{:\/\w*\}[ \t]*$/gm;

function endOfFence(text: string, mark: string, from: number): number {
  FENCE_END.lastIndex = from;
  for (let found = FENCE_END.exec(text); found !== null; found = FENCE_END.exec(text)) {
    if (found[1]?.startsWith(mark)) return found.index + found[0].length;
  }
  return -1;
}

function endOfExtension(text: string, from: number): number {
  const line = text.slice(from, from + MAX_LINE).split('\n', 1)[0] ?? '';
  if (/\/\}\s*$/.test(line)) return from + line.length;
  EXTENSION_END.lastIndex = from;
  const found = EXTENSION_END.exec(text);
  return found === null ? -1 : found.index + found[0].length;
}

function endAfter(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/**
 * Finds the blocks of a Markdown text that only a sign of their own ends, blank lines or not: fenced
 * code, formulas between `$$`, comments, kramdown's extensions. The first that nothing ends is the
 * last that is given. Linear time.
 */
export function* verbatimBlocks(text: string): Generator<Stretch, void, void> {
  for (let at = 0; at >= 0; ) {
    OPENING.lastIndex = at;
    const found = OPENING.exec(text);
    if (found === null) return;
    const [all, ticks, waves, dollars, comment] = found;
    const from = found.index + all.length;
    const fence = ticks ?? waves;
    if (fence !== undefined) at = endOfFence(text, fence, from);
    else if (dollars !== undefined) at = endAfter(text, '$$', from);
    else if (comment !== undefined) at = endAfter(text, '-->', from);
    else at = endOfExtension(text, from);
    yield { start: found.index, end: at };
  }
}

/** A text as far as its last such block, if nothing in it ends that. */
export function beforeOpenBlock(text: string): string {
  for (const { start, end } of verbatimBlocks(text)) if (end < 0) return text.slice(0, start);
  return text;
}

import type { Env, MarkdownIt, StateBlock } from 'markdown-it';
import { startsParagraph } from './html-content.ts';
import { openTagAt, type Piece, readRawHtml } from './kramdown-raw-html.ts';

/** How deep Markdown within HTML within Markdown may go. */
const MAX_DEPTH = 20;

/**
 * What is still allowed, so that no flood costs much: characters copied out of lists and quotes,
 * levels of nesting, and a search for the end of a comment.
 */
type Allowance = { copied: number; depth: number; comments: boolean };

const allowances = new WeakMap<Env, Allowance>();

function allowanceOf(state: StateBlock): Allowance {
  const known = allowances.get(state.env);
  if (known !== undefined) return known;
  const allowance = { copied: 20 * state.src.length + 10_000, depth: MAX_DEPTH, comments: true };
  allowances.set(state.env, allowance);
  return allowance;
}

function startOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Line that holds the character at `offset` of the text. */
function lineAt(state: StateBlock, from: number, offset: number): number {
  let line = from;
  while (line < state.lineMax - 1 && (state.eMarks[line] ?? 0) < offset) line += 1;
  return line;
}

function pushHtml(state: StateBlock, html: string): void {
  state.push('html_block', '', 0).content = `${html}\n`;
}

/** Parses `source` as blocks in the place of what is being read. */
function pushBlocks(state: StateBlock, source: string): void {
  if (source.trim() === '') return;
  const allowance = allowanceOf(state);
  if (allowance.depth === 0) {
    pushHtml(state, source);
    return;
  }
  allowance.depth -= 1;
  state.md.block.parse(source, state.md, state.env, state.tokens);
  allowance.depth += 1;
}

function pushPiece(state: StateBlock, { kind, source }: Piece): void {
  if (kind === 'html') {
    pushHtml(state, source);
  } else if (kind === 'block') {
    pushBlocks(state, source);
  } else {
    const token = state.push('inline', '', 0);
    token.content = source.trim();
    token.children = [];
  }
}

/** A comment; what follows it on its last line is Markdown again. */
function comment(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const allowance = allowanceOf(state);
  if (!allowance.comments) return false;
  const close = state.src.indexOf('-->', startOf(state, line) + 4);
  allowance.comments = close >= 0;
  if (close < 0 || close > (state.eMarks[end - 1] ?? 0)) return false;
  if (silent) return true;
  const last = lineAt(state, line, close);
  pushBlocks(state, state.src.slice(close + 3, state.eMarks[last]));
  state.line = last + 1;
  return true;
}

/** What ends a list item where a line is less indented: another item, an attribute list. */
const TAG = /^<\/?([a-z_][\w.-]*)/i;
const MAX_TAG_NAME = 40;
const NO_LAZY_LINE = /(?:[-+*]|\d+\.)[ \t|]|\{:/y;

/** Whether a line belongs to the list item before it although it is less indented. */
function isLazy(state: StateBlock, line: number): boolean {
  if (state.isEmpty(line - 1)) return false;
  const start = startOf(state, line);
  const tag = TAG.exec(state.src.slice(start, start + MAX_TAG_NAME))?.[1]?.toLowerCase();
  if (tag !== undefined) return startsParagraph(tag) || tag === 'script';
  NO_LAZY_LINE.lastIndex = start;
  return !NO_LAZY_LINE.test(state.src);
}

/** Whether a line that is less indented than the list item above it begins with an end tag. */
function isStrayEnd(state: StateBlock, line: number): boolean {
  const indent = state.sCount[line] ?? 0;
  if (indent < 0 || indent >= state.blkIndent) return false;
  return state.src[startOf(state, line) + 1] === '/' && !isLazy(state, line);
}

/** The last line, excluded, of the list item or quote that `line` stands in. */
function containerEnd(state: StateBlock, line: number, end: number): number {
  const isWithin = (next: number) =>
    state.isEmpty(next) || (state.sCount[next] ?? 0) >= state.blkIndent || isLazy(state, next);
  let next = line + 1;
  while (next < end && isWithin(next)) next += 1;
  return next;
}

function element(state: StateBlock, line: number, end: number): void {
  const start = startOf(state, line);
  if (state.level === 0 && state.blkIndent === 0) {
    const { pieces, end: offset } = readRawHtml(state.src, start, state.eMarks[end - 1] ?? start);
    for (const piece of pieces) pushPiece(state, piece);
    const last = lineAt(state, line, offset);
    pushBlocks(state, state.src.slice(offset, state.eMarks[last]));
    state.line = last + 1;
    return;
  }
  const stop = containerEnd(state, line, end);
  const source = state.getLines(line, stop, state.blkIndent, false);
  allowanceOf(state).copied -= source.length;
  const { pieces, end: offset } = readRawHtml(source, source.indexOf('<'), source.length);
  for (const piece of pieces) pushPiece(state, piece);
  const lines = source.slice(0, offset).split('\n').length;
  const rest = source.slice(offset).split('\n', 1)[0] ?? '';
  pushBlocks(state, rest);
  state.line = line + lines;
}

function htmlBlock(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const start = startOf(state, line);
  if (state.src[start] !== '<') return false;
  if (state.src.startsWith('<!--', start)) return comment(state, line, end, silent);
  const tag = openTagAt(state.src, start);
  if (tag === null) return silent && isStrayEnd(state, line);
  if (startsParagraph(tag.name)) return false;
  if (silent) return tag.name !== 'script';
  if (allowanceOf(state).copied <= 0) return false;
  element(state, line, end);
  return true;
}

/**
 * HTML blocks as kramdown reads them: an element reaches to its end tag, blank lines or not; what
 * is inside is HTML alone unless `markdown="1"`, `"block"` or `"span"` asks for Markdown; what
 * follows the end tag is Markdown again. Elements such as `span` start a paragraph instead.
 */
export function kramdownHtml(md: MarkdownIt): void {
  md.block.ruler.at('html_block', htmlBlock, { alt: ['paragraph', 'reference', 'blockquote'] });
}

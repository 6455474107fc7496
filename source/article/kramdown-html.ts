import type { Env, MarkdownIt, StateBlock } from 'markdown-it';
import { contentModel, isRawElement, isSpanElement, VOID_ELEMENTS } from './html-content.ts';

const OPEN_TAG =
  /^<([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/i;
const OPEN_START = /^<([a-z][a-z0-9-]*)(?=[\s/>]|$)/i;
const MARKDOWN_ATTRIBUTE = /\smarkdown\s*=\s*["']?(0|1|block|span)["']?/i;
const NESTED_MARKDOWN = /<[a-z][^<>]*\smarkdown\s*=\s*["']?(?:1|block|span)["']?[^<>]*>/i;
/** Lines an open tag may span, and how deep Markdown within HTML within Markdown may go. */
const MAX_TAG_LINES = 20;
const MAX_DEPTH = 20;

/** What is spent on elements without an end and on nesting, so that no flood of them costs much. */
type Budget = { lines: number; depth: number; commentsUnclosed: boolean };

const budgets = new WeakMap<Env, Budget>();

function budgetOf(state: StateBlock): Budget {
  const known = budgets.get(state.env);
  if (known !== undefined) return known;
  const budget = { lines: 4 * state.lineMax + 1000, depth: 0, commentsUnclosed: false };
  budgets.set(state.env, budget);
  return budget;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(
    (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0),
    state.eMarks[line] ?? 0,
  );
}

/** The complete open tag that starts on `line`, or null. */
function openTagAt(state: StateBlock, line: number, end: number): RegExpExecArray | null {
  let source = lineOf(state, line);
  if (!OPEN_START.test(source)) return null;
  const limit = Math.min(end, line + MAX_TAG_LINES);
  for (let next = line + 1; next < limit && !source.includes('>'); next += 1) {
    if (state.isEmpty(next)) return null;
    source += `\n${lineOf(state, next)}`;
  }
  return OPEN_TAG.exec(source.slice(0, 4000));
}

/** Matches every tag of one name, so that nested elements of that name can be counted. */
function tagsNamed(name: string): RegExp {
  return new RegExp(`<(/?)${name}(?=[\\s/>]|$)(?:[^<>]*?(/)>)?[^<>]*>?`, 'gi');
}

type Extent = { readonly line: number; readonly column: number };

/** Where the element that opens on `line` is closed: the line, and the column after its end tag. */
function findEnd(state: StateBlock, name: string, line: number, end: number): Extent | null {
  const budget = budgetOf(state);
  if (budget.lines <= 0) return null;
  const tags = tagsNamed(name);
  const raw = isRawElement(name);
  let depth = 0;
  for (let next = line; next < end; next += 1) {
    if (next > line && (state.sCount[next] ?? 0) < state.blkIndent && !state.isEmpty(next)) break;
    for (const match of lineOf(state, next).matchAll(tags)) {
      if (match[1] === '/') depth -= 1;
      else if (match[2] !== '/' && (depth === 0 || !raw)) depth += 1;
      if (depth === 0) return { line: next, column: match.index + match[0].length };
    }
    budget.lines -= next > line + 50 ? 1 : 0;
  }
  budget.lines -= 50;
  return null;
}

function pushHtml(state: StateBlock, html: string): void {
  if (html.trim() !== '') state.push('html_block', '', 0).content = `${html}\n`;
}

/** Parses `source` as blocks in the place of the element's content. */
function pushBlocks(state: StateBlock, source: string): void {
  const budget = budgetOf(state);
  budget.depth += 1;
  state.md.block.parse(source, state.md, state.env, state.tokens);
  budget.depth -= 1;
}

function pushSpan(state: StateBlock, source: string): void {
  const token = state.push('inline', '', 0);
  token.content = source.trim();
  token.children = [];
}

/** Pushes an element whose whole source is `html`, Markdown parsed where it asks for that. */
function pushElement(state: StateBlock, html: string): void {
  let rest = html;
  while (budgetOf(state).depth < MAX_DEPTH) {
    const at = rest.search(NESTED_MARKDOWN);
    const open = at < 0 ? null : OPEN_TAG.exec(rest.slice(at, at + 4000));
    if (open === null) break;
    const [tag, name = '', attributes = ''] = open;
    const from = at + tag.length;
    const to = closeOf(rest, name, at);
    if (to === null) break;
    pushHtml(state, rest.slice(0, at) + tag.replace(MARKDOWN_ATTRIBUTE, ''));
    const inside = rest.slice(from, to.start);
    const asked = MARKDOWN_ATTRIBUTE.exec(attributes)?.[1];
    const model = asked === '1' ? contentModel(name) : asked;
    if (model === 'block') pushBlocks(state, inside);
    else if (model === 'span') pushSpan(state, inside);
    else pushHtml(state, inside);
    pushHtml(state, rest.slice(to.start, to.end));
    rest = rest.slice(to.end);
  }
  pushHtml(state, rest);
}

function closeOf(html: string, name: string, from: number): { start: number; end: number } | null {
  const tags = tagsNamed(name);
  tags.lastIndex = from;
  let depth = 0;
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    if (match[1] === '/') depth -= 1;
    else if (match[2] !== '/') depth += 1;
    if (depth === 0) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** A comment that starts on `line`; what follows it on its last line is Markdown again. */
function comment(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const budget = budgetOf(state);
  if (budget.commentsUnclosed) return false;
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const close = state.src.indexOf('-->', from + 4);
  budget.commentsUnclosed = close < 0;
  if (close < 0 || close > (state.eMarks[end - 1] ?? 0)) return false;
  if (silent) return true;
  let last = line;
  while ((state.eMarks[last] ?? 0) < close) last += 1;
  const rest = state.src.slice(close + 3, state.eMarks[last]);
  if (rest.trim() !== '') pushBlocks(state, rest);
  state.line = last + 1;
  return true;
}

/** An element without end tag: HTML up to the next blank line, as in CommonMark. */
function unclosed(state: StateBlock, line: number, end: number): void {
  let next = line + 1;
  while (next < end && !state.isEmpty(next) && (state.sCount[next] ?? 0) >= state.blkIndent) {
    next += 1;
  }
  pushHtml(state, state.getLines(line, next, state.blkIndent, true));
  state.line = next;
}

function htmlBlock(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const source = lineOf(state, line);
  if (!source.startsWith('<')) return false;
  if (source.startsWith('<!--')) return comment(state, line, end, silent);
  const open = openTagAt(state, line, end);
  const name = open?.[1]?.toLowerCase();
  if (open === null || name === undefined || isSpanElement(name)) return false;
  const known = contentModel(name) !== 'unknown';
  if (silent && !known) return false;
  const alone = VOID_ELEMENTS.has(name) || open[3] === '/';
  const extent = alone ? tagEnd(open[0], line) : findEnd(state, name, line, end);
  if (extent === null && !known) return false;
  if (silent) return true;
  if (extent === null) {
    unclosed(state, line, end);
    return true;
  }
  const last = lineOf(state, extent.line);
  const before = state.getLines(line, extent.line, state.blkIndent, true);
  pushElement(state, before + last.slice(0, extent.column));
  const rest = last.slice(extent.column);
  if (rest.trim() !== '') pushBlocks(state, rest);
  state.line = extent.line + 1;
  return true;
}

/** Where an open tag that starts on `line` ends. */
function tagEnd(tag: string, line: number): Extent {
  const lines = tag.split('\n');
  return { line: line + lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}

/**
 * HTML blocks as kramdown reads them: an element reaches to its end tag, blank lines or not; what
 * is inside is HTML alone unless `markdown="1"`, `"block"` or `"span"` asks for Markdown; what
 * follows the end tag is Markdown again. An element without end tag is left to CommonMark's rule.
 */
export function kramdownHtml(md: MarkdownIt): void {
  md.block.ruler.at('html_block', htmlBlock, { alt: ['paragraph', 'reference', 'blockquote'] });
}

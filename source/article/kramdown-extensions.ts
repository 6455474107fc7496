import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { LastPlaces } from './last-places.ts';

const START_LINE = /^\{::(\w+)(?:\s[^}]*?)?(\/)?\}\s*$/;
const START = /^\{::(\w+)(?:\s[^}]*?)?(\/)?\}/;
const STOP_LINE = /^\{:\/\w*\}\s*$/;
const KNOWN = new Set(['comment', 'nomarkdown', 'options']);
const MAX_TAG = 500;

const lastEnds = new LastPlaces();

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, Math.min(state.eMarks[line] ?? start, start + MAX_TAG));
}

/** The first line from `from` that ends an extension; the end of the text is remembered if none. */
function stopLine(state: StateBlock, from: number, end: number): number {
  if (state.env.extensionsUnclosed === true) return -1;
  for (let line = from; line < end; line += 1) {
    if (STOP_LINE.test(lineOf(state, line))) return line;
  }
  state.env.extensionsUnclosed = true;
  return -1;
}

function extensionBlock(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const source = lineOf(state, line);
  if (!source.startsWith('{:')) return false;
  const [, name = '', closed] = START_LINE.exec(source) ?? [];
  if (!KNOWN.has(name)) return false;
  const stop = closed === undefined ? stopLine(state, line + 1, end) : line;
  if (stop < 0) return false;
  if (silent) return true;
  if (name === 'nomarkdown' && stop > line) {
    const token = state.push('html_block', '', 0);
    token.content = state.getLines(line + 1, stop, state.blkIndent, true);
  }
  state.line = stop + 1;
  return true;
}

function extensionSpan(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith('{::', pos)) return false;
  const [tag = '', name = '', closed] = START.exec(src.slice(pos, pos + MAX_TAG)) ?? [];
  if (!KNOWN.has(name)) return false;
  const from = pos + tag.length;
  if (closed !== undefined) {
    state.pos = from;
    return true;
  }
  if (lastEnds.of('{:/', src) < from) return false;
  const stop = src.indexOf('{:/', from);
  const end = stop < 0 ? -1 : src.indexOf('}', stop);
  if (end < 0 || end >= state.posMax) return false;
  if (!silent && name === 'nomarkdown') {
    state.push('html_inline', '', 0).content = src.slice(from, stop);
  }
  state.pos = end + 1;
  return true;
}

/** A line that holds `^` alone separates blocks and shows nothing. */
function blockEnd(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if (lineOf(state, line).trimEnd() !== '^') return false;
  if ((state.sCount[line] ?? 0) > state.blkIndent) return false;
  if (!silent) state.line = line + 1;
  return true;
}

/** kramdown's `{::comment}`, `{::nomarkdown}` and `{::options}`, and its end of block marker `^`. */
export function kramdownExtensions(md: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  md.block.ruler.before('table', 'kramdown_extension', extensionBlock, { alt });
  md.block.ruler.before('table', 'kramdown_block_end', blockEnd, { alt });
  md.inline.ruler.before('text', 'kramdown_extension', extensionSpan);
}

import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** `$$…$$` within a line: shown as a page without a script for formulas shows it, `\(…\)`. */
function inlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith('$$', pos)) return false;
  const end = src.indexOf('$$', pos + 2);
  if (end < 0 || end + 2 > state.posMax) {
    if (!silent) state.pending += '$$';
    state.pos = pos + 2;
    return true;
  }
  if (!silent) {
    const formula = state.md.utils.escapeHtml(src.slice(pos + 2, end).trim());
    state.push('html_inline', '', 0).content = `\\(${formula}\\)`;
  }
  state.pos = end + 2;
  return true;
}

/** A block between a line that begins with `$$` and one that ends with it. */
function blockMath(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (silent || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  if (!state.src.startsWith('$$', start) || state.env.formulasUnclosed === true) return false;
  const close = state.src.indexOf('$$', start + 2);
  if (close < 0) state.env.formulasUnclosed = true;
  if (close < 0 || close > (state.eMarks[end - 1] ?? 0)) return false;
  let last = line;
  while ((state.eMarks[last] ?? 0) < close) last += 1;
  if (state.src.slice(close + 2, state.eMarks[last]).trim() !== '') return false;
  const formula = state.md.utils.escapeHtml(state.src.slice(start + 2, close).trim());
  state.push('html_block', '', 0).content = `<p>\\[${formula}\\]</p>\n`;
  state.line = last + 1;
  return true;
}

/** Formulas in kramdown's way: their source stays as it is, safe from Markdown. */
export function kramdownMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'kramdown_math', inlineMath);
  md.block.ruler.before('table', 'kramdown_math', blockMath);
}

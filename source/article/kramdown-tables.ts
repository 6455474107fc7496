import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';

const SEPARATOR = /^[|:+\- \t]*-[|:+\- \t]*$/;
const FOOTER = /^[|:+= \t]*=[|:+= \t]*$/;

/** Most cells a row may have and most rows a table may have; a longer one is text. */
const MAX_CELLS = 200;
const MAX_ROWS = 20_000;

type Align = '' | 'left' | 'center' | 'right';

/** Splits a row at `|`, but not at `\|` or within code. */
function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let from = 0;
  let code = false;
  for (let at = 0; at < row.length; at += 1) {
    const sign = row[at];
    if (sign === '\\') at += 1;
    else if (sign === '`') code = !code && row.includes('`', at + 1);
    else if (sign === '|' && !code) {
      cells.push(row.slice(from, at));
      from = at + 1;
    }
  }
  cells.push(row.slice(from));
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  return cells.map(cell => cell.trim().replaceAll('\\|', '|'));
}

function alignmentsOf(separator: string): Align[] {
  return Array.from(separator.matchAll(/(:?)-+(:?)/g), ([, left, right]): Align => {
    if (left === ':') return right === ':' ? 'center' : 'left';
    return right === ':' ? 'right' : '';
  });
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}

/** Pushes one row; those shorter than the table get empty cells. */
function pushRow(state: StateBlock, cells: readonly string[], tag: string, aligns: Align[]): void {
  state.push('tr_open', 'tr', 1);
  cells.forEach((content, column) => {
    const cell: Token = state.push(`${tag}_open`, tag, 1);
    const align = aligns[column];
    if (align) cell.attrSet('style', `text-align:${align}`);
    const inline = state.push('inline', '', 0);
    inline.content = content;
    inline.children = [];
    state.push(`${tag}_close`, tag, -1);
  });
  state.push('tr_close', 'tr', -1);
}

/** A vertical bar at the start of a line, or later without a backslash before it. */
const BAR = /^\s*\||[^\\]\|/;
const ELEMENT = /<([a-z][\w-]*)\b[^<>]*>.*?<\/\1\s*>|<[^<>]*>/gi;
/** Longest line whose elements are looked at; HTML in a longer one makes it text. */
const MAX_LINE = 2000;

/** Whether a line has a bar that stands neither in code nor in an element of HTML. */
function hasBar(line: string): boolean {
  if (!BAR.test(line)) return false;
  if (!line.includes('<') && !line.includes('`')) return true;
  if (line.length > MAX_LINE) return line.startsWith('|');
  return BAR.test(line.replace(/(`+)(?!`).*?\1/g, '').replace(ELEMENT, ''));
}

/** Whether a block may begin at `line` that must not stand right below other text. */
function isApart(state: StateBlock, line: number): boolean {
  return line === 0 || state.isEmpty(line - 1) || state.tokens.at(-1)?.nesting === 1;
}

/** A line that is no table of its own, such as `[a](b) | [c](d)`: its bars are shown as they are. */
function pushLine(state: StateBlock, cells: readonly string[]): void {
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.children = [];
  inline.meta = { cells };
  state.push('paragraph_close', 'p', -1);
}

/** Parses the cells of such lines each by itself: no span reaches over a bar. */
function parseCells({ md, env, tokens, Token }: StateCore): void {
  for (const { type, meta, children } of tokens) {
    const cells = type === 'inline' ? (meta?.cells as readonly string[] | undefined) : undefined;
    if (cells === undefined || children === null) continue;
    for (const [index, cell] of cells.entries()) {
      const bar = new Token('text', '', 0);
      bar.content = ' | ';
      if (index > 0) children.push(bar);
      md.inline.parse(cell, md, env, children);
    }
  }
}

/** Lines that all hold a bar: a table even without the row of dashes that GFM asks for. */
function table(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if (silent || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  if (!hasBar(lineOf(state, line)) || !isApart(state, line)) return false;
  const lines: string[] = [];
  for (let next = line; next < end && !state.isEmpty(next); next += 1) {
    if ((state.sCount[next] ?? 0) < state.blkIndent) break;
    const source = lineOf(state, next);
    if (!hasBar(source) || lines.push(source) > MAX_ROWS) return false;
  }
  const rows = lines.map(cellsOf);
  if (rows.some(cells => cells.length > MAX_CELLS)) return false;
  state.line = line + lines.length;
  const [first = '', ...others] = lines;
  if (others.length === 0 && !first.startsWith('|')) {
    pushLine(state, rows[0] ?? []);
    return true;
  }
  const header = lines.findIndex(source => SEPARATOR.test(source));
  const aligns = header > 0 ? alignmentsOf(lines[header] ?? '') : [];
  state.push('table_open', 'table', 1);
  lines.forEach((source, index) => {
    if (SEPARATOR.test(source) || FOOTER.test(source)) return;
    pushRow(state, rows[index] ?? [], index < header ? 'th' : 'td', aligns);
  });
  state.push('table_close', 'table', -1);
  return true;
}

/** kramdown's tables where GFM sees none: no header row, or one of another number of cells. */
export function kramdownTables(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'kramdown_table', table);
  md.core.ruler.before('inline', 'kramdown_cells', parseCells);
}

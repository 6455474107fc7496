import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

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

/** Lines that all begin with `|`: a table even without the row of dashes that GFM asks for. */
function table(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if (silent || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const lines: string[] = [];
  for (let next = line; next < end && (state.sCount[next] ?? 0) >= state.blkIndent; next += 1) {
    const source = lineOf(state, next);
    if (!source.startsWith('|') || !source.includes('|', 1)) break;
    if (lines.push(source) > MAX_ROWS) return false;
  }
  const after = line + lines.length;
  if (lines.length === 0 || (after < end && !state.isEmpty(after))) return false;
  const rows = lines.map(cellsOf);
  if (rows.some(cells => cells.length > MAX_CELLS)) return false;
  const header = lines.findIndex(source => SEPARATOR.test(source));
  const aligns = header > 0 ? alignmentsOf(lines[header] ?? '') : [];
  state.push('table_open', 'table', 1);
  lines.forEach((source, index) => {
    if (SEPARATOR.test(source) || FOOTER.test(source)) return;
    pushRow(state, rows[index] ?? [], index < header ? 'th' : 'td', aligns);
  });
  state.push('table_close', 'table', -1);
  state.line = after;
  return true;
}

/** kramdown's tables where GFM sees none: no header row, or one of another number of cells. */
export function kramdownTables(md: MarkdownIt): void {
  md.block.ruler.after('table', 'kramdown_table', table);
}

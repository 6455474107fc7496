import type { Env, MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { LastPlaces } from './last-places.ts';

/** Tokens of blocks any body may have, and of spans; and how many more for each of its characters. */
const TOKENS = 60_000;
const TOKENS_PER_CHARACTER = 0.1;

/** Most cells in the first row of a table; a longer one is a line of text. */
const MAX_CELLS = 1000;

type Limits = { blocks: number; spans: number };

const limits = new WeakMap<Env, Limits>();

/** Shows all that is left as it is written, once there are more blocks than anyone reads. */
function writtenRest(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if (state.tokens.length < (limits.get(state.env)?.blocks ?? TOKENS)) return false;
  if (silent) return true;
  const token = state.push('code_block', 'code', 0);
  token.content = state.getLines(line, end, state.blkIndent, true);
  state.line = end;
  return true;
}

/** Text that goes on as it is written, once there are more spans than anyone reads. */
function plainRest(state: StateInline, silent: boolean): boolean {
  const left = limits.get(state.env)?.spans ?? TOKENS;
  if (state.tokens.length < left) return false;
  if (!silent) state.pending += state.src.slice(state.pos, state.posMax);
  state.pos = state.posMax;
  return true;
}

/** Takes the tokens of blocks that have been parsed off what the body may still have. */
export function countBlocks(env: Env, count: number): void {
  const known = limits.get(env);
  if (known !== undefined) known.blocks -= count;
}

/** Takes the spans of a text that has been parsed off what the body may still have. */
export function countSpans(env: Env, count: number): void {
  const known = limits.get(env);
  if (known !== undefined) known.spans -= count;
}

function hasManyCells(state: StateBlock, line: number): boolean {
  const start = state.bMarks[line] ?? 0;
  const end = state.eMarks[line] ?? 0;
  if (end - start <= MAX_CELLS) return false;
  return state.src.slice(start, end).split('|', MAX_CELLS + 2).length > MAX_CELLS + 1;
}

const BRACKETS = /[!^]?\[+/y;

const lastPlaces = new LastPlaces();

/** Brackets that no bracket closes are text, found without looking for the end of each. */
function unclosedBrackets(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (lastPlaces.of(']', src) >= pos) return false;
  BRACKETS.lastIndex = pos;
  const written = BRACKETS.exec(src)?.[0];
  if (written === undefined) return false;
  if (!silent) state.pending += written;
  state.pos += written.length;
  return true;
}

/**
 * Bounds what blocks and spans cost in time and memory. A body of more of them than text could need,
 * such as 250,000 list items in 1 MB, shows its end as it is written: no word of it is lost.
 */
export function markdownLimits(md: MarkdownIt): void {
  const [table] = md.block.ruler.getRules('');
  if (table !== undefined) {
    md.block.ruler.at(
      'table',
      (state, line, end, silent) => !hasManyCells(state, line) && table(state, line, end, silent),
      { alt: ['paragraph', 'reference'] },
    );
  }
  md.core.ruler.before('block', 'block_limit', state => {
    const most = TOKENS + TOKENS_PER_CHARACTER * state.src.length;
    limits.set(state.env, { blocks: most, spans: most });
  });
  md.inline.ruler.before('text', 'span_limit', plainRest);
  md.inline.ruler.before('text', 'unclosed_brackets', unclosedBrackets);
  md.block.ruler.before('table', 'block_limit', writtenRest, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

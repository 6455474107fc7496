import type { Env, MarkdownIt, StateBlock, Token } from 'markdown-it';
import { countBlocks } from './markdown-limits.ts';

/** Tokens a part of a text is made from, at least; a block is never divided. */
const PART = 400;

/** What may name something for the text above it: a link, a note, an attribute list. */
const NAMING = /\]:|\{:[\w-]/;

/** Blocks of a text, and whether they are the last of those that are given away in turn. */
export type Part = { readonly tokens: Token[]; readonly isLast: boolean };

type BlockRule = (state: StateBlock, line: number, end: number, silent: boolean) => boolean;

/** Whether an attribute list ends what has been parsed or comes next: it belongs to its neighbour. */
function isBesideAttributes(state: StateBlock): boolean {
  const start = (state.bMarks[state.line] ?? 0) + (state.tShift[state.line] ?? 0);
  return state.src.startsWith('{:', start) || state.tokens.at(-1)?.type === 'kramdown_attributes';
}

/**
 * Parses a text's blocks, and gives them away in parts of whole blocks. Where something may be named
 * below the place where it is needed, the whole text makes one part, and null stands for a pause.
 */
export function* parseBlocks(md: MarkdownIt, source: string, env: Env): Generator<Part | null> {
  const state = new md.block.State(source, md, env, []);
  const rules: readonly BlockRule[] = md.block.ruler.getRules('');
  const size = NAMING.test(source) ? Number.POSITIVE_INFINITY : PART;
  const end = state.lineMax;
  let pause = PART;
  yield null;
  for (state.line = state.skipEmptyLines(0); state.line < end; ) {
    const { line } = state;
    rules.some(rule => rule(state, line, end, false));
    state.line = state.skipEmptyLines(state.line);
    if (size > PART && state.tokens.length >= pause) {
      pause = state.tokens.length + PART;
      yield null;
    }
    if (state.line >= end || state.tokens.length < size || isBesideAttributes(state)) continue;
    yield { tokens: state.tokens, isLast: false };
    countBlocks(env, state.tokens.length);
    state.tokens = [];
  }
  yield { tokens: state.tokens, isLast: true };
}

/**
 * Divides blocks that were parsed together where one begins that stands in no other. Takes the
 * tokens out of the list as they are given away.
 */
export function* divideBlocks(tokens: Token[]): Generator<Part> {
  let from = 0;
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const { nesting, block } = tokens[at] as Token;
    if (at - from >= PART && depth === 0 && nesting >= 0 && block) {
      yield { tokens: tokens.slice(from, at), isLast: false };
      tokens.fill(tokens[at] as Token, from, at);
      from = at;
    }
    depth += nesting;
  }
  yield { tokens: from === 0 ? tokens : tokens.slice(from), isLast: true };
}

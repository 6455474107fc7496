import type { Env, MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { LastPlaces } from './last-places.ts';

/** Longest run of backticks that may delimit code, so that no flood of ever longer ones costs much. */
const MAX_MARK = 50;
const BACKTICKS = /`+/y;

const lastMarks = new LastPlaces();

/** Code ends where its run of backticks comes again, be it within a longer one. */
function codeSpan(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  BACKTICKS.lastIndex = pos;
  const mark = BACKTICKS.exec(src)?.[0];
  if (mark === undefined) return false;
  const from = pos + mark.length;
  const isAlone = mark === '`' && /\s/.test(src[pos - 1] ?? ' ') && /\s/.test(src[from] ?? '');
  const closes = mark.length <= MAX_MARK && lastMarks.of(mark, src) >= from;
  const end = isAlone || !closes ? -1 : src.indexOf(mark, from);
  if (end < 0 || end + mark.length > state.posMax) {
    if (!silent) state.pending += mark;
    state.pos = from;
    return true;
  }
  if (!silent) {
    const token = state.push('code_inline', 'code', 0);
    const code = src.slice(from, end).replaceAll('\n', ' ');
    token.content = mark === '`' ? code : code.replace(/^ | $/g, '');
    token.markup = mark;
  }
  state.pos = end + mark.length;
  return true;
}

/** Where the search for the end of a fence has failed: for a mark this long, as far as that line. */
type Failed = { readonly length: number; readonly end: number };
const failures = new WeakMap<Env, Map<string, Failed>>();

function startOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** The line that ends a fence which `mark` began at `line`; -1 if there is none. */
function fenceEnd(state: StateBlock, mark: string, line: number, end: number): number {
  const failed = failures.get(state.env) ?? new Map<string, Failed>();
  failures.set(state.env, failed);
  const sign = mark.charAt(0);
  const known = failed.get(sign);
  if (known !== undefined && mark.length >= known.length && end <= known.end) return -1;
  for (let next = line + 1; next < end; next += 1) {
    const start = startOf(state, next);
    const indent = state.sCount[next] ?? 0;
    if (indent < state.blkIndent && !state.isEmpty(next)) break;
    if (indent - state.blkIndent >= 4 || !state.src.startsWith(mark, start)) continue;
    const after = state.skipChars(start, sign.charCodeAt(0));
    if (state.skipSpaces(after) >= (state.eMarks[next] ?? 0)) return next;
  }
  failed.set(sign, { length: mark.length, end });
  return -1;
}

const FENCE = /(`{3,})([^`\n]*)$|(~{3,})(.*)$/my;

function fence(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const indent = state.sCount[line] ?? 0;
  const sign = state.src[startOf(state, line)];
  if (indent - state.blkIndent >= 4 || (sign !== '`' && sign !== '~')) return false;
  FENCE.lastIndex = startOf(state, line);
  const opening = FENCE.exec(state.src);
  const mark = opening?.[1] ?? opening?.[3];
  if (mark === undefined) return false;
  const last = fenceEnd(state, mark, line, end);
  if (last < 0) return false;
  if (silent) return true;
  const token = state.push('fence', 'code', 0);
  token.info = opening?.[2] ?? opening?.[4] ?? '';
  token.content = state.getLines(line + 1, last, indent, true);
  token.markup = mark;
  state.line = last + 1;
  return true;
}

/**
 * Code as kramdown reads it: a backtick ends what a backtick began, however many follow it, and a
 * fence that nothing ends is text.
 */
export function kramdownCode(md: MarkdownIt): void {
  md.inline.ruler.at('backticks', codeSpan);
  md.block.ruler.at('fence', fence, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

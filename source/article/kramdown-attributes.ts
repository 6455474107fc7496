import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

/** What an attribute list `{: #id .class key="value" name}` says. */
export type Attributes = {
  readonly values: readonly (readonly [string, string])[];
  /** Names of attribute lists defined elsewhere, and words such as `toc`. */
  readonly names: readonly string[];
};

const ATTRIBUTE =
  /(?:^|\s)(?:(\w[\w-]*)=(?:"([^"}]*)"|'([^'}]*)')|((?:[#.][^\s.#]+)+)|(\w[\w-]*))(?=\s|$)/g;
const LIST_LINE = /^\{:(?![:/])([^}]+)\}\s*$/;
const DEFINITION_LINE = /^\{:(\w[\w-]*):([^}]+)\}\s*$/;
/** Longest attribute list that is looked at. */
const MAX_LENGTH = 1000;

/** Reads the inside of an attribute list. */
function readAttributes(list: string): Attributes {
  const values: [string, string][] = [];
  const names: string[] = [];
  const classes: string[] = [];
  for (const [, key, double, single, marks, name] of list.matchAll(ATTRIBUTE)) {
    if (key !== undefined) values.push([key, double ?? single ?? '']);
    if (name !== undefined) names.push(name);
    for (const mark of marks?.match(/[#.][^.#]+/g) ?? []) {
      if (mark.startsWith('#')) values.push(['id', mark.slice(1)]);
      else classes.push(mark.slice(1));
    }
  }
  if (classes.length > 0) values.push(['class', classes.join(' ')]);
  return { values, names };
}

/** Attribute lists that the text being parsed defines, `{:name: #id .class}`. */
const definitions = new WeakMap<Env, Map<string, Attributes>>();

function apply(token: Token, { values, names }: Attributes, env: Env): void {
  for (const name of names) {
    const list = definitions.get(env)?.get(name);
    if (list !== undefined) apply(token, { values: list.values, names: [] }, env);
  }
  for (const [key, value] of values) {
    if (key === 'class') token.attrJoin(key, value);
    else token.attrSet(key, value);
  }
  if (names.length > 0) token.meta = { ...token.meta, names: [...names, ...namesOf(token)] };
}

/** The bare words an attribute list gave a block, such as `toc`. */
export function namesOf(token: Token): readonly string[] {
  const names: unknown = token.meta?.names;
  return Array.isArray(names) ? names : [];
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, Math.min(state.eMarks[line] ?? start, start + MAX_LENGTH));
}

function attributeLine(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const source = lineOf(state, line);
  if (!source.startsWith('{:')) return false;
  const definition = DEFINITION_LINE.exec(source);
  const list = definition === null ? LIST_LINE.exec(source) : null;
  if (definition === null && list === null) return false;
  if (silent) return true;
  state.line = line + 1;
  if (definition !== null) {
    const known = definitions.get(state.env) ?? new Map<string, Attributes>();
    definitions.set(state.env, known);
    known.set(definition[1] ?? '', readAttributes(definition[2] ?? ''));
    return true;
  }
  const token = state.push('kramdown_attributes', '', 0);
  token.meta = {
    attributes: readAttributes(list?.[1] ?? ''),
    opensNext: line === 0 || state.isEmpty(line - 1),
  };
  return true;
}

/** Gives each attribute list to the block before it, or after a blank line to the one after it. */
function applyToBlocks(state: StateCore): void {
  const kept: Token[] = [];
  const open: Token[] = [];
  const finished: (Token | undefined)[] = [];
  let waiting: Attributes[] = [];
  for (const token of state.tokens) {
    if (token.type === 'kramdown_attributes') {
      const attributes = token.meta?.attributes as Attributes;
      const before = token.meta?.opensNext === true ? undefined : finished[token.level];
      if (before === undefined) waiting.push(attributes);
      else apply(before, attributes, state.env);
      continue;
    }
    kept.push(token);
    if (token.type === 'inline') continue;
    if (token.nesting === -1) {
      finished[token.level] = open.pop();
      continue;
    }
    for (const attributes of waiting) apply(token, attributes, state.env);
    waiting = [];
    if (token.nesting === 1) {
      open.push(token);
      finished.length = token.level;
    } else {
      finished[token.level] = token;
    }
  }
  state.tokens = kept;
}

/** Whether what stands right before is an element and not text that merely ends here. */
function followsElement(state: StateInline): boolean {
  if (state.pending !== '') return false;
  const last = state.tokens.length - 1;
  const token = state.tokens[last];
  if (token === undefined) return state.pos === 0;
  return token.type !== 'text' || state.delimiters.at(-1)?.token === last;
}

function attributeSpan(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '{' || src[pos + 1] !== ':' || src[pos + 2] === ':') return false;
  const end = src.slice(pos, Math.min(pos + MAX_LENGTH, state.posMax)).indexOf('}');
  if (end < 3 || !followsElement(state)) return false;
  const token = state.tokens.at(-1);
  if (!silent && token !== undefined && token.nesting === 0 && token.type !== 'text') {
    apply(token, readAttributes(src.slice(pos + 2, pos + end)), state.env);
  }
  state.pos = pos + end + 1;
  return true;
}

/** kramdown's attribute lists, `{: #id .class key="value"}`, after blocks and inline elements. */
export function kramdownAttributes(md: MarkdownIt): void {
  md.block.ruler.before('table', 'kramdown_attributes', attributeLine, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.core.ruler.after('block', 'kramdown_attributes', applyToBlocks);
  md.inline.ruler.before('text', 'kramdown_attributes', attributeSpan);
}

import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';

const GIVEN_ID = /[ \t]+\{#([A-Za-z_:][\w:.-]*)\}[ \t]*$/;
/** All but letters, marks, decimal digits, connectors, hyphens and blanks. */
const NOT_IN_ID = /[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(token => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'html_inline' || token.type === 'image') return '';
      return token.content;
    })
    .join('');
}

/** Takes `{#id}` off the end of headings, before their text is parsed. */
function readGivenIds(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const inline = state.tokens[index + 1];
    const match = inline === undefined ? null : GIVEN_ID.exec(inline.content);
    if (inline === undefined || match?.[1] === undefined) return;
    token.attrSet('id', match[1]);
    inline.content = inline.content.slice(0, match.index);
  });
}

/** How often each id occurs in a text, as far as it has been read. */
const taken = new WeakMap<Env, Map<string, number>>();

/** Gives every other heading the id that GitHub and kramdown's GFM parser make from its text. */
function makeIds(state: StateCore): void {
  const seen = taken.get(state.env) ?? new Map<string, number>();
  taken.set(state.env, seen);
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.attrGet('id') !== null) return;
    const text = plainText(state.tokens[index + 1]?.children ?? []);
    const id = text.toLowerCase().replace(NOT_IN_ID, '').replace(/[ \t]/g, '-');
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    token.attrSet('id', times === 0 ? id : `${id}-${times}`);
  });
}

/** Ids of headings: given ones, `## Title {#id}`, and made ones, so that anchors lead somewhere. */
export function kramdownHeadings(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'kramdown_given_ids', readGivenIds);
  md.core.ruler.push('kramdown_heading_ids', makeIds);
}

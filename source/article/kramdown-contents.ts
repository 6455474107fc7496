import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { namesOf } from './kramdown-attributes.ts';
import { keepWhole } from './markdown-parts.ts';

type Entry = { readonly level: number; readonly id: string; readonly html: string };

/** Most entries of a list of contents; a longer one is no help. */
const MAX_ENTRIES = 5000;

/** Inline tokens of a heading without what has no place in a list of contents. */
function labelTokens(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => !/^(?:link_|footnote_)/.test(type));
}

function headingsOf(state: StateCore): Entry[] {
  const { renderer, options } = state.md;
  const entries: Entry[] = [];
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || entries.length === MAX_ENTRIES) return;
    const id = token.attrGet('id');
    const hidden = /(?:^|\s)no_toc(?:\s|$)/.test(String(token.attrGet('class') ?? ''));
    const inline = state.tokens[index + 1]?.children;
    if (id === null || hidden || inline === null || inline === undefined) return;
    const html = renderer.renderInline(labelTokens(inline), options, state.env);
    entries.push({ level: Number(token.tag.slice(1)), id: String(id), html });
  });
  return entries;
}

/** Entries as nested lists; a level that is left out makes no list of its own. */
function render(
  entries: readonly Entry[],
  tag: string,
  escapeHtml: (text: string) => string,
): string {
  const parts: string[] = [`<${tag}>`];
  const levels: number[] = [];
  for (const { level, id, html } of entries) {
    while (levels.length > 1 && (levels.at(-1) ?? 0) > level) {
      levels.pop();
      parts.push(`</li></${tag}>`);
    }
    if (levels.length === 0) levels.push(level);
    else if ((levels.at(-1) ?? 0) < level) {
      levels.push(level);
      parts.push(`<${tag}>`);
    } else {
      parts.push('</li>');
    }
    parts.push(`<li><a href="#${escapeHtml(id)}">${html}</a>`);
  }
  for (const _ of levels) parts.push(`</li></${tag}>`);
  return parts.join('');
}

function hasContents({ tokens }: StateCore): boolean {
  return tokens.some(token => namesOf(token).includes('toc'));
}

/** Puts the list of contents in the place of every list that carries `{:toc}`. */
function placeContents(state: StateCore): void {
  if (!hasContents(state)) return;
  const entries = headingsOf(state);
  const kept: Token[] = [];
  let inside: { readonly level: number; readonly type: string } | null = null;
  for (const token of state.tokens) {
    if (inside !== null) {
      if (token.level === inside.level && token.type === inside.type) inside = null;
      continue;
    }
    if (!/^(?:bullet|ordered)_list_open$/.test(token.type) || !namesOf(token).includes('toc')) {
      kept.push(token);
      continue;
    }
    inside = { level: token.level, type: token.type.replace('open', 'close') };
    if (entries.length === 0) continue;
    const list = new state.Token('html_block', '', 0);
    list.content = render(entries, token.tag, state.md.utils.escapeHtml);
    kept.push(list);
  }
  state.tokens = kept;
}

/** `{:toc}`: kramdown's list of contents, made from the headings. */
export function kramdownContents(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'kramdown_keep_whole', state => {
    if (hasContents(state)) keepWhole(state.env);
  });
  md.core.ruler.push('kramdown_contents', placeContents);
}

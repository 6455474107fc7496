import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { isLastPart } from './markdown-parts.ts';

type Note = { readonly name: string; readonly number: number; readonly use: number };

/** What the plugin keeps of a note that is referred to. */
type NoteEntry = { readonly label?: string; readonly count?: number };

function noteOf(token: Token | undefined): Note {
  const { id, label, subId } = token?.meta ?? {};
  const number = Number(id) + 1;
  const name = typeof label === 'string' ? label : String(number);
  return { name, number, use: Number(subId ?? 0) };
}

function referenceId({ name, use }: Note): string {
  return use === 0 ? `fnref:${name}` : `fnref:${name}:${use}`;
}

function entriesOf(env: Env): readonly NoteEntry[] {
  const { list } = (env.footnotes ?? {}) as { list?: readonly NoteEntry[] };
  return list ?? [];
}

/** What each note of a text holds, by name, as far as it has been read. */
const notes = new WeakMap<Env, Map<string, Token[]>>();

/** Takes the definitions out of the text: tokens by name, the text's own tokens stay in `state`. */
function takeDefinitions(state: StateCore): Map<string, Token[]> {
  const definitions = notes.get(state.env) ?? new Map<string, Token[]>();
  notes.set(state.env, definitions);
  const kept: Token[] = [];
  const open: Token[][] = [];
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      const tokens: Token[] = [];
      definitions.set(String(token.meta?.label), tokens);
      open.push(tokens);
    } else if (token.type === 'footnote_reference_close') {
      open.pop();
    } else {
      (open.at(-1) ?? kept).push(token);
    }
  }
  state.tokens = kept;
  return definitions;
}

/** Puts the notes at the end, each with a way back for every reference to it. */
function placeNotes(state: StateCore): void {
  if (state.env.footnotes === undefined) return;
  const definitions = takeDefinitions(state);
  if (!isLastPart(state.env)) return;
  const entries = entriesOf(state.env);
  if (entries.length === 0) return;
  const { tokens } = state;
  const push = (type: string, nesting: 1 | 0 | -1, meta: Token['meta'] = null): void => {
    const token = new state.Token(type, '', nesting);
    token.meta = meta;
    tokens.push(token);
  };
  push('footnote_block_open', 1);
  entries.forEach(({ label, count = 0 }, id) => {
    push('footnote_open', 1, { id, label });
    const inside = definitions.get(label ?? '') ?? [];
    const last = inside.at(-1)?.type === 'paragraph_close' ? inside.pop() : undefined;
    for (const token of inside) tokens.push(token);
    for (let subId = 0; subId < Math.max(1, count); subId += 1) {
      push('footnote_anchor', 0, { id, subId, label });
    }
    if (last !== undefined) tokens.push(last);
    push('footnote_close', -1);
  });
  push('footnote_block_close', -1);
}

/**
 * Footnotes with the ids and the numbers kramdown gives them, so that links to them lead there. The
 * plugin's own way of gathering the notes takes quadratic time and is replaced. Notes written where they
 * are referred to, `^[…]`, are text: neither kramdown nor GitHub, Hugo, Zola or Astro know them.
 */
export function markdownFootnotes(md: MarkdownIt): void {
  footnote(md);
  md.inline.ruler.disable('footnote_inline');
  md.core.ruler.at('footnote_tail', placeNotes);
  const { escapeHtml } = md.utils;
  const { rules } = md.renderer;
  rules.footnote_ref = (tokens, index) => {
    const note = noteOf(tokens[index]);
    const id = escapeHtml(referenceId(note));
    return `<sup id="${id}"><a href="#fn:${escapeHtml(note.name)}">${note.number}</a></sup>`;
  };
  rules.footnote_block_open = () => '<ol class="footnotes-list">\n';
  rules.footnote_block_close = () => '</ol>\n';
  rules.footnote_open = (tokens, index) => `<li id="fn:${escapeHtml(noteOf(tokens[index]).name)}">`;
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index) => {
    const note = noteOf(tokens[index]);
    const which = note.use === 0 ? '' : `<sup>${note.use + 1}</sup>`;
    return ` <a href="#${escapeHtml(referenceId(note))}">↩${which}</a>`;
  };
}

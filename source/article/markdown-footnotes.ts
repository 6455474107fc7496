import type { MarkdownIt, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';

type Note = { readonly name: string; readonly number: number; readonly use: number };

function noteOf(token: Token | undefined): Note {
  const { id, label, subId } = token?.meta ?? {};
  const number = Number(id) + 1;
  return {
    name: typeof label === 'string' ? label : String(number),
    number,
    use: Number(subId ?? 0),
  };
}

function referenceId({ name, use }: Note): string {
  return use === 0 ? `fnref:${name}` : `fnref:${name}:${use}`;
}

/** Footnotes with the ids and the numbers kramdown gives them, so that links to them lead there. */
export function markdownFootnotes(md: MarkdownIt): void {
  footnote(md);
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
  rules.footnote_anchor = (tokens, index) =>
    ` <a href="#${escapeHtml(referenceId(noteOf(tokens[index])))}">↩</a>`;
}

import type { Env, MarkdownIt, Token } from 'markdown-it';
import { openElements } from './open-elements.ts';

/** Tokens a part of the HTML is made from, at least; a block is never divided. */
const PART = 2000;

/**
 * Has tags written without the line feeds that the package puts between blocks: they say nothing,
 * and each of them would become a node of the HTML read from this.
 */
export function terseTags(md: MarkdownIt): void {
  const { renderer } = md;
  renderer.renderToken = (tokens, index) => {
    const token = tokens[index];
    if (token === undefined || token.hidden) return '';
    if (token.nesting === -1) return `</${token.tag}>`;
    return token.attrs === null ? `<${token.tag}>` : `<${token.tag}${renderer.renderAttrs(token)}>`;
  };
}

/** The raw HTML that a token carries. */
function rawHtml({ type, content, children }: Token): string {
  if (type === 'html_block') return content;
  const inline = children?.filter(child => child.type === 'html_inline') ?? [];
  return inline.map(child => child.content).join('');
}

/**
 * Renders tokens as HTML in parts that each hold whole elements, so that what is read from one is
 * out of memory before the next; HTML of the body's own may be open across blocks, which stay
 * together then. Empties the list of tokens as they are rendered.
 */
export function* renderParts(md: MarkdownIt, tokens: Token[], env: Env): Generator<string> {
  const { renderer, options } = md;
  const raw = openElements();
  const [nothing] = md.parseInline('', {});
  if (nothing === undefined) return;
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (at - from >= PART && startsBlock(token) && raw.none()) {
      const part = tokens.slice(from, at);
      tokens.fill(nothing, from, at);
      from = at;
      yield renderer.render(part, options, env);
    }
    if (token !== undefined) raw.read(rawHtml(token));
  }
  yield renderer.render(tokens.slice(from), options, env);
}

/** Whether a block begins that stands in no other; notes at the end carry no levels. */
function startsBlock(token: Token | undefined): boolean {
  return token?.level === 0 && token.nesting >= 0 && token.block;
}

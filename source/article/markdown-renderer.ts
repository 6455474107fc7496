import type { Env, MarkdownIt, Token } from 'markdown-it';

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

function isRaw({ type, children }: Token): boolean {
  return type === 'html_block' || (children?.some(child => child.type === 'html_inline') ?? false);
}

/**
 * Renders tokens as HTML in parts that each hold whole elements, so that what is read from one is
 * out of memory before the next: in one piece where the body has HTML of its own, which may be open
 * across blocks.
 */
export function* renderParts(md: MarkdownIt, tokens: Token[], env: Env): Generator<string> {
  const { renderer, options } = md;
  if (tokens.length <= PART || tokens.some(isRaw)) {
    yield renderer.render(tokens, options, env);
    return;
  }
  let from = 0;
  for (let to = 1; to <= tokens.length; to += 1) {
    if (to < tokens.length && (to - from < PART || !startsBlock(tokens[to]))) continue;
    yield renderer.render(tokens.slice(from, to), options, env);
    from = to;
  }
}

/** Whether a block begins that stands in no other; notes at the end carry no levels. */
function startsBlock(token: Token | undefined): boolean {
  return token?.level === 0 && token.nesting >= 0 && token.block;
}

import type { MarkdownIt } from 'markdown-it';

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

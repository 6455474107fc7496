import type { Article } from './document.ts';
import { readHtml, readHtmlParts } from './html-article.ts';
import { expandLiquid, type LiquidContext } from './liquid.ts';
import { renderMarkdownParts } from './markdown.ts';
import { dropShortcodes } from './shortcodes.ts';
import { holdYoungSpace } from './young-space.ts';

/** How a body is written: `text` is Markdown too, as Jekyll sites keep it in .txt files. */
export type BodyFormat = 'markdown' | 'html' | 'text';

/** What a body may ask about its own post and site: Liquid's `page`, `site`, `post_url`, `link`. */
export type ArticleContext = LiquidContext & {
  /**
   * What braces in a body mean: Liquid, wherever they stand (the default), or the shortcodes of Hugo
   * and Zola outside code and nothing else.
   */
  readonly templates?: 'liquid' | 'shortcodes';
};

/**
 * Reads a post's body into an article: Liquid, then Markdown unless it is HTML, then HTML to blocks.
 *
 * In: the body without its header. Out: a tree of blocks with text, styles, links, images and
 * anchors; nothing in it is a control character but LF. Linear time; any input is read, none throws.
 */
export function readArticle(body: string, format: BodyFormat, context: ArticleContext): Article {
  holdYoungSpace(body);
  const isJekyll = context.templates !== 'shortcodes';
  const source = isJekyll ? expandLiquid(body, context) : dropShortcodes(body);
  if (format === 'html') return readHtml(source);
  return readHtmlParts(renderMarkdownParts(source, isJekyll ? 'kramdown' : 'site'));
}

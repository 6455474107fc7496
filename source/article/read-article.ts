import { definitionsFor } from './definitions-below.ts';
import type { Article } from './document.ts';
import { readHtmlStart, readHtmlSteps, readLongHtml } from './html-article.ts';
import { expandLiquid, expandLiquidStart, type LiquidContext } from './liquid.ts';
import { renderMarkdownParts } from './markdown.ts';
import { dropShortcodes } from './shortcodes.ts';
import { runSteps } from './steps.ts';
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
 * Reads a post's body into an article, with pauses: Liquid, then Markdown unless it is HTML, then
 * HTML to blocks.
 *
 * In: the body without its header. Out: a tree of blocks with text, styles, links, images and
 * anchors; nothing in it is a control character but LF. Linear time; any input is read, none throws.
 */
export function* readArticleSteps(
  body: string,
  format: BodyFormat,
  context: ArticleContext,
): Generator<void, Article, void> {
  holdYoungSpace(body);
  const isJekyll = context.templates !== 'shortcodes';
  const source = isJekyll ? expandLiquid(body, context) : dropShortcodes(body);
  if (format === 'html') return yield* readLongHtml(source);
  return yield* readHtmlSteps(renderMarkdownParts(source, isJekyll ? 'kramdown' : 'site'));
}

/** Reads a body without a pause; see `readArticleSteps`. */
export function readArticle(body: string, format: BodyFormat, context: ArticleContext): Article {
  return runSteps(readArticleSteps(body, format, context));
}

/** UTF-16 units that are read as the beginning: more where no block ends among fewer. */
const SHORT_START = 4000;
const LONG_START = 64_000;

/** A list of contents tells of all that stands below it. */
const CONTENTS = /\{:[^}\n]*\btoc\b/;

function readStart(
  body: string,
  format: BodyFormat,
  context: ArticleContext,
  enough: number,
  whole: () => string,
): Article | undefined {
  const isJekyll = context.templates !== 'shortcodes';
  const source = isJekyll
    ? expandLiquidStart(body, context, enough)
    : dropShortcodes(body.slice(0, enough));
  if (format === 'html') {
    const end = Math.max(0, source.lastIndexOf('<', enough));
    return readHtmlStart([source.slice(0, end)]);
  }
  const start = source.slice(0, source.lastIndexOf('\n', enough) + 1);
  if (CONTENTS.test(start)) return undefined;
  const below = definitionsFor(start, whole, body.startsWith(start) ? start.length : 0);
  const definitions = isJekyll ? expandLiquid(below, context) : below;
  return readHtmlStart(renderMarkdownParts(definitions + start, isJekyll ? 'kramdown' : 'site'));
}

/**
 * Reads the beginning of a long body, in a time that hardly depends on its length: the first blocks
 * of the article that `readArticleSteps` makes, with the same text, offsets and link numbers.
 *
 * @param part the first `SHORT_START` UTF-16 units at least
 * @param whole gives the whole body, where that cannot be told from a part
 * @returns undefined where the first block goes on for very long, or tells of what stands below
 */
export function readArticleStart(
  part: string,
  format: BodyFormat,
  context: ArticleContext,
  whole: () => string,
): Article | undefined {
  const hasTags = /\{[{%]/.test(part.slice(0, SHORT_START));
  const body = hasTags ? whole() : part;
  const start = readStart(body, format, context, SHORT_START, whole);
  if (start === undefined || start.blocks.length > 0) return start;
  const longer = readStart(whole(), format, context, LONG_START, whole);
  return longer === undefined || longer.blocks.length === 0 ? undefined : longer;
}

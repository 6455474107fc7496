import { definitionsFor } from './definitions-below.ts';
import type { Article } from './document.ts';
import { readHtmlStart, readHtmlSteps, readLongHtml } from './html-article.ts';
import { expandLiquid, expandLiquidStart, type LiquidContext } from './liquid.ts';
import { renderMarkdownParts } from './markdown.ts';
import { dropShortcodes } from './shortcodes.ts';
import { runSteps } from './steps.ts';
import { beforeOpenBlock } from './verbatim-blocks.ts';
import { holdYoungSpace } from './young-space.ts';

export { runSteps } from './steps.ts';

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
): Generator<undefined, Article, void> {
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

/**
 * UTF-16 units that a screen or two are made of, in a time nobody waits for, and those that are read
 * next: somebody who pages on is not to wait for all.
 */
export const SHORT_START = 4000;
export const LONG_START = 64_000;

/** Attribute lists, and the words in them that are neither a key nor a class. */
const ATTRIBUTES = /\{:(?![:/])([^}\n]{1,1000})\}/g;
const NAME = /(?:^|\s)(\w[\w-]*)(?=\s|$)/g;

/**
 * Whether attribute lists in a beginning tell of what stands below it: a list of contents does, and
 * so does the name of a list that is written somewhere else.
 */
function asksBelow(start: string, whole: () => string): boolean {
  const names = new Set<string>();
  for (const [, list = ''] of start.matchAll(ATTRIBUTES)) {
    for (const [, name = ''] of list.matchAll(NAME)) names.add(name);
  }
  return names.has('toc') || [...names].some(name => whole().includes(`{:${name}:`));
}

/**
 * Reads the beginning of a long body, with pauses: the first blocks of the article that
 * `readArticleSteps` makes, with the same text, offsets and link numbers. How long that takes depends
 * on `enough`, and on the length of the body only where names are looked for further down or Liquid
 * has to be expanded. A name that is defined below an element which nothing closes is taken for
 * defined, though it is not in the whole.
 *
 * @param part the first `enough` UTF-16 units at least
 * @param enough how many of them are read
 * @param whole gives the whole body, where a part does not tell
 * @returns undefined where the first block goes on for longer, or what stands below is told of or
 *   may count in a way that is not known before all is read
 */
export function* readArticleStart(
  part: string,
  format: BodyFormat,
  context: ArticleContext,
  enough: number,
  whole: () => string,
): Generator<undefined, Article | undefined, void> {
  const isJekyll = context.templates !== 'shortcodes';
  const body = /\{[{%]/.test(part.slice(0, enough)) ? whole() : part;
  const source = isJekyll
    ? expandLiquidStart(body, context, enough)
    : dropShortcodes(body.slice(0, enough));
  let html: Iterable<string>;
  if (format === 'html') {
    html = [source.slice(0, Math.max(0, source.lastIndexOf('<', enough)))];
  } else {
    const start = beforeOpenBlock(source.slice(0, source.lastIndexOf('\n', enough) + 1));
    if (asksBelow(start, whole)) return undefined;
    const below = definitionsFor(start, whole);
    if (below === undefined) return undefined;
    const definitions = isJekyll ? expandLiquid(below, context) : below;
    html = renderMarkdownParts(definitions + start, isJekyll ? 'kramdown' : 'site');
  }
  const article = yield* readHtmlStart(html);
  return article.blocks.length === 0 ? undefined : article;
}

import type { Article, Block, Leaf } from '../article/document.ts';
import { layoutRows } from '../article/layout.ts';
import type { LayoutOptions, Line } from '../article/line.ts';
import { cleanField } from '../article/sanitise.ts';
import { dayOf, isoDate } from '../library/date.ts';
import type { Post, PostDate } from '../library/post.ts';
import type { Site } from '../library/site.ts';
import { hyperlink, linkAddress } from './link-address.ts';
import { plainLine, styledLine } from './styled-line.ts';

/** An article with what stands above and below it. */
export type Readable = {
  readonly post: Post;
  /** What the post calls its category, empty if it has none. */
  readonly label: string;
  readonly site: Site;
  readonly article: Article;
};

export type TextOptions = {
  readonly layout: LayoutOptions;
  /** Leaves out the heading lines and the list of links. */
  readonly bodyOnly: boolean;
  readonly color: boolean;
};

function leaf(text: string): Leaf {
  return { start: 0, text: cleanField(text), runs: [], images: [] };
}

/** Some blocks of our own, to be laid out by the same rules as an article. */
function ownBlocks(blocks: readonly Block[]): Article {
  return { blocks, text: '', links: [], images: [], headings: [], anchors: new Map() };
}

/** `2022-03-11 10:17`; the time is left out at midnight, which is what a date without time says. */
function moment(date: PostDate): string {
  const time = isoDate(date).slice(11, 16);
  return time === '00:00' ? dayOf(date) : `${dayOf(date)} ${time}`;
}

function byline({ post, label }: Readable): string {
  const tags = post.tags.filter(tag => tag !== label);
  const parts = [post.date === null ? '' : moment(post.date), label, tags.join(', ')];
  return parts.filter(part => part !== '').join(' | ');
}

function* headingRows(readable: Readable, options: LayoutOptions): Generator<Line> {
  const title: Block = { kind: 'heading', level: 1, leaf: leaf(readable.post.title) };
  yield* layoutRows(ownBlocks([title]), options);
  const below = byline(readable);
  if (below === '') return;
  yield* layoutRows(ownBlocks([{ kind: 'paragraph', leaf: leaf(below), align: 'left' }]), options);
}

/** The numbered targets below an article. */
function linkRows({ article, site, post }: Readable, options: LayoutOptions): Generator<Line> {
  const items = article.links.map(({ n, href }) => {
    const address = leaf(linkAddress(href, site, post));
    const paragraph: Block = { kind: 'paragraph', leaf: address, align: 'left' };
    return { marker: `[${n}]`, blocks: [paragraph] };
  });
  return layoutRows(ownBlocks([{ kind: 'list', items, tight: true }]), options);
}

/** The article with every link's target in full, for a layout that shows them in the text. */
function withAddresses({ article, site, post }: Readable): Article {
  const links = article.links.map(link => ({ ...link, href: linkAddress(link.href, site, post) }));
  return { ...article, links };
}

/**
 * The lines of an article for people, without LF: the title, a line with date, category and tags,
 * a blank line, the body, and the numbered list of its links where the layout numbers them.
 */
export function* articleLines(readable: Readable, options: TextOptions): Generator<string> {
  const { layout, bodyOnly, color } = options;
  const { article, site, post } = readable;
  const hyperlinks = color ? article.links.map(({ href }) => hyperlink(href, site, post)) : [];
  const show = (line: Line): string => (color ? styledLine(line, hyperlinks) : plainLine(line));
  const own: LayoutOptions = { ...layout, paragraphs: 'spaced', hang: false, links: 'none' };
  if (!bodyOnly) {
    for (const line of headingRows(readable, own)) yield show(line);
    yield '';
  }
  const body = layout.links === 'inline' ? withAddresses(readable) : article;
  for (const line of layoutRows(body, layout)) yield show(line);
  if (bodyOnly || layout.links !== 'numbered' || article.links.length === 0) return;
  yield '';
  for (const line of linkRows(readable, own)) yield plainLine(line);
}

/** The line between two articles: blank, rule, blank, which a pager shows as it is. */
export function separator(width: number): string {
  return `\n${'-'.repeat(Math.min(width, 80))}\n\n`;
}

/** The word before an image's alternative text. */
export function imageWord(language: 'en' | 'zh'): string {
  return language === 'zh' ? '图' : 'image';
}

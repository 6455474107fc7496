/** Images, link numbers and tabs: what is shown of a leaf besides its text. */
import type { Article, InlineImage, Leaf } from './document.ts';
import type { LayoutOptions, SegmentRole } from './line.ts';
import { textWidth } from './width.ts';

/** Text of ours that is shown within a leaf's. */
export type Insertion = {
  readonly at: number;
  readonly text: string;
  readonly role: SegmentRole;
  readonly link: number;
  /** Characters of the leaf that it stands for. */
  readonly replaces: number;
};

/** `[图: alt]`, or `[图]` where there is no alternative text. */
function imageText(image: InlineImage, article: Article, word: string): string {
  const alt = article.images[image.image]?.alt.replace(/\s+/g, ' ').trim() ?? '';
  return alt === '' ? `[${word}]` : `[${word}: ${alt}]`;
}

function linkText(number: number, article: Article, links: LayoutOptions['links']): string {
  if (links === 'numbered') return `[${number}]`;
  const link = article.links[number - 1];
  if (links === 'none' || link === undefined) return '';
  if (link.href === link.text || link.href.startsWith('#')) return '';
  return ` <${link.href}>`;
}

/**
 * What of ours stands in a leaf: images, and numbers or targets where a link has its end.
 *
 * @param leaf Part of `article`.
 * @param role Of the leaf's own text.
 * @returns In the order they are shown.
 */
export function insertions(
  leaf: Leaf,
  article: Article,
  role: SegmentRole,
  options: LayoutOptions,
): Insertion[] {
  const found: Insertion[] = [];
  const leafEnd = leaf.start + leaf.text.length;
  // A line of code comes here by itself: what stands in it stays in it.
  const onRowsOfTheirOwn = role !== 'code' && leaf.text.trim() === '';
  /** Where each link has its last piece here; `image` is -1 if that is text. */
  const last = new Map<number, { readonly at: number; readonly image: number }>();
  for (const run of leaf.runs) last.set(run.link, { at: run.end, image: -1 });
  leaf.images.forEach(({ at, link }, image) => {
    if ((last.get(link)?.at ?? 0) <= at) last.set(link, { at, image });
  });
  const putNumber = (link: number, at: number) => {
    if (link === 0 || (article.links[link - 1]?.end ?? 0) > leafEnd) return;
    const text = linkText(link, article, options.links);
    if (text !== '') found.push({ at, text, role: 'number', link, replaces: 0 });
  };

  let nextImage = 0;
  const putImages = (before: number) => {
    for (; nextImage < leaf.images.length; nextImage++) {
      const image = leaf.images[nextImage];
      if (image === undefined || image.at >= before) return;
      const { at, link } = image;
      const text = imageText(image, article, options.imageWord);
      const feed = onRowsOfTheirOwn && found.length > 0 ? '\n' : '';
      found.push({ at, text: feed + text, role: 'image', link, replaces: 0 });
      if (last.get(link)?.image === nextImage) putNumber(link, at);
    }
  };
  for (const run of leaf.runs) {
    putImages(run.end);
    const end = last.get(run.link);
    if (end?.image === -1 && end.at === run.end) putNumber(run.link, run.end);
  }
  putImages(Number.POSITIVE_INFINITY);
  return found;
}

const tabStop = 4;

/**
 * Blanks for tabs: up to the next stop in code, one elsewhere.
 *
 * @param role Of the leaf's own text.
 */
export function tabs(leaf: Leaf, role: SegmentRole): Insertion[] {
  const found: Insertion[] = [];
  let column = 0;
  for (const { 0: part, index: at } of leaf.text.matchAll(/[\t\n]|[^\t\n]+/g)) {
    if (part === '\n') column = 0;
    else if (part === '\t') {
      const count = role === 'code' ? tabStop - (column % tabStop) : 1;
      found.push({ at, text: ' '.repeat(count), role, link: 0, replaces: 1 });
      column += count;
    } else column += textWidth(part);
  }
  return found;
}

import { findBareUrls, linkRuns } from './bare-urls.ts';
import {
  type Article,
  type ArticleHeading,
  type ArticleLink,
  type Block,
  type InlineImage,
  type Leaf,
  type Run,
  Style,
} from './document.ts';
import type { Draft } from './document-builder.ts';
import type { DraftLeaf } from './leaf-builder.ts';
import { eachLeaf } from './leaves.ts';

const BLOCK_GAP = '\n\n';

type LinkSpan = { readonly href: string; start: number; end: number };

/** Leaves of a draft are drafts: the builder made them and nobody else has seen them. */
function isDraft(leaf: Leaf): leaf is DraftLeaf {
  return 'anchors' in leaf;
}

function draftLeaves(blocks: readonly Block[]): DraftLeaf[] {
  const leaves: DraftLeaf[] = [];
  eachLeaf(blocks, leaf => {
    if (isDraft(leaf)) leaves.push(leaf);
  });
  return leaves;
}

/**
 * Sets every leaf's `start` and gives back the whole text, which the leaves' own become parts of:
 * until then they hold on to the HTML they were read from.
 */
function placeLeaves(leaves: readonly DraftLeaf[]): string {
  const parts: string[] = [];
  let length = 0;
  let silent: DraftLeaf[] = [];
  for (const leaf of leaves) {
    if (leaf.text === '') {
      silent.push(leaf);
      continue;
    }
    if (parts.length > 0) {
      parts.push(BLOCK_GAP);
      length += BLOCK_GAP.length;
    }
    leaf.start = length;
    for (const before of silent) before.start = length;
    silent = [];
    parts.push(leaf.text);
    length += leaf.text.length;
  }
  for (const leaf of silent) leaf.start = length;
  const text = parts.join('');
  for (const leaf of leaves) leaf.text = text.slice(leaf.start, leaf.start + leaf.text.length);
  return text;
}

/** Numbers links in reading order and gathers what each spans. */
class LinkNumbers {
  readonly spans: LinkSpan[] = [];
  private readonly hrefs: readonly string[];
  private readonly numbers = new Map<number, number>();

  constructor(hrefs: readonly string[]) {
    this.hrefs = hrefs;
  }

  /** The final number of the builder's link `draft`, which covers `start`…`end`. */
  settle(draft: number, start: number, end: number): number {
    const known = this.numbers.get(draft);
    const span = known === undefined ? undefined : this.spans[known - 1];
    if (known !== undefined && span !== undefined) {
      span.end = end;
      return known;
    }
    this.spans.push({ href: this.hrefs[draft - 1] ?? '', start, end });
    this.numbers.set(draft, this.spans.length);
    return this.spans.length;
  }
}

function settleLeaf(leaf: DraftLeaf, numbers: LinkNumbers, hrefs: string[]): void {
  if (!leaf.verbatim) {
    const urls = findBareUrls(leaf.text, leaf.runs, Style.code);
    if (urls.length > 0) {
      const drafts = urls.map(url => hrefs.push(leaf.text.slice(url.start, url.end)));
      leaf.runs = linkRuns(leaf.runs, urls, drafts);
    }
  }
  if (leaf.runs.length === 0 && leaf.images.length === 0) return;
  const { start } = leaf;
  const runs: Run[] = [];
  const images: InlineImage[] = [];
  const settleImages = (before: number): void => {
    for (let image = leaf.images[images.length]; image !== undefined; ) {
      if (image.at >= before) break;
      const at = start + image.at;
      images.push({ ...image, link: image.link && numbers.settle(image.link, at, at) });
      image = leaf.images[images.length];
    }
  };
  for (const run of leaf.runs) {
    settleImages(run.start + 1);
    const link = run.link && numbers.settle(run.link, start + run.start, start + run.end);
    const last = runs.at(-1);
    if (last?.end === run.start && last.style === run.style && last.link === link) {
      runs[runs.length - 1] = { ...last, end: run.end };
    } else {
      runs.push({ ...run, link });
    }
  }
  settleImages(Number.POSITIVE_INFINITY);
  leaf.runs = runs;
  leaf.images = images;
}

/** Leaves settled between two pauses. */
const LEAVES = 256;

/**
 * Turns what the builder gathered into an article, with pauses: text joined, offsets set, links
 * numbered.
 */
export function* finishArticle(draft: Draft): Generator<undefined, Article, void> {
  const leaves = draftLeaves(draft.blocks);
  const text = placeLeaves(leaves);
  const hrefs = [...draft.hrefs];
  const numbers = new LinkNumbers(hrefs);
  const anchors = new Map<string, number>();
  const starts = new Map<number, number>();
  for (const [index, leaf] of leaves.entries()) {
    if (index % LEAVES === 0) yield;
    settleLeaf(leaf, numbers, hrefs);
    for (const { image, at } of leaf.images) starts.set(image, leaf.start + at);
    for (const { name, at } of leaf.anchors) {
      if (!anchors.has(name)) anchors.set(name, leaf.start + at);
    }
  }
  for (const name of draft.looseAnchors) if (!anchors.has(name)) anchors.set(name, text.length);
  const headings: ArticleHeading[] = [];
  eachLeaf(draft.blocks, (leaf, block) => {
    if (block.kind !== 'heading' || leaf.text === '') return;
    headings.push({ level: block.level, text: oneLine(leaf.text), start: leaf.start });
  });
  return {
    blocks: draft.blocks,
    text,
    links: numbers.spans.map(
      ({ href, start, end }, index): ArticleLink => ({
        n: index + 1,
        text: oneLine(text.slice(start, end)),
        href,
        start,
        end,
      }),
    ),
    images: draft.images.map((image, index) => ({
      ...image,
      start: starts.get(index) ?? text.length,
    })),
    headings,
    anchors,
  };
}

function oneLine(text: string): string {
  return text.replace(/\n+/g, ' ');
}

import type { InlineImage, Leaf, Run } from './document.ts';
import { joinsAcrossLineFeed } from './east-asian.ts';
import { cleanText } from './sanitise.ts';

/** How text about to be added looks: `Style` values combined, and the link around it (0: none). */
export type Look = { readonly style: number; readonly link: number };

/** A leaf as it is built: link numbers and `start` are settled when the article is finished. */
export type DraftLeaf = { -readonly [Key in keyof Leaf]: Leaf[Key] } & {
  anchors: readonly { readonly name: string; readonly at: number }[];
  /** Whether white space stands as written and addresses are no links, as in `pre`. */
  readonly verbatim: boolean;
};

/** Most leaves have no runs, images or anchors: they share this. */
const NONE: readonly never[] = [];

/** A run of blanks with a line feed in it, and one without. */
const LINE_FEEDS = / *\n[ \n]*/g;
const BLANKS = / {2,}/g;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}

function firstCharacter(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function lastCharacter(text: string, end: number): string {
  const low = text.charCodeAt(end - 1);
  return low >= 0xdc00 && low <= 0xdfff && end > 1
    ? text.slice(end - 2, end)
    : text.slice(end - 1, end);
}

function collapse(text: string): string {
  const joined = text.includes('\n') ? text.replace(LINE_FEEDS, joint) : text;
  return joined.includes('  ') ? joined.replace(BLANKS, ' ') : joined;
}

/** What stands in place of a line feed, with the blanks around it, at `at` of `text`. */
function joint(feed: string, at: number, text: string): string {
  const before = lastCharacter(text, at);
  return joinsAcrossLineFeed(before, firstCharacter(text, at + feed.length)) ? '' : ' ';
}

/**
 * Gathers the running text of one leaf after another, collapsing white space as CSS does
 * (CSS Text 3, section 4.1) and keeping styles, links, images and anchors at their characters.
 */
export class LeafBuilder {
  private parts: string[] = [];
  private length = 0;
  /** Last character added; '' at the start of a leaf. */
  private last = '';
  private runs: Run[] = [];
  private images: InlineImage[] = [];
  private anchors: { readonly name: string; readonly at: number }[] = [];
  private waiting: '' | ' ' | '\n' = '';
  private waitingLook: Look | null = null;
  private waitingImages: { readonly image: number; readonly link: number }[] = [];
  private waitingAnchors: string[] = [];

  /** Whether the leaf so far holds neither text nor image. */
  isEmpty(): boolean {
    return this.length === 0 && this.images.length === 0 && this.waitingImages.length === 0;
  }

  /** Whether the leaf so far holds images and no text. */
  holdsImagesAlone(): boolean {
    return this.length === 0 && !this.isEmpty();
  }

  /** Whether the leaf ends with a forced line break. */
  endsWithBreak(): boolean {
    return this.last === '\n';
  }

  /** Adds text as HTML means it: white space collapses, at both ends it waits for what follows. */
  addText(raw: string, look: Look): void {
    const text = cleanText(raw.includes('\t') ? raw.replaceAll('\t', ' ') : raw);
    let from = 0;
    let to = text.length;
    let lineFeed = false;
    while (from < to && isBlank(text.charCodeAt(from))) {
      lineFeed ||= text.charCodeAt(from) === 0x0a;
      from += 1;
    }
    if (from > 0) this.wait(lineFeed, look);
    if (from === to) return;
    lineFeed = false;
    while (isBlank(text.charCodeAt(to - 1))) {
      to -= 1;
      lineFeed ||= text.charCodeAt(to) === 0x0a;
    }
    const inner = collapse(text.slice(from, to));
    this.settleBlank(firstCharacter(inner, 0), look);
    this.push(inner, look);
    if (to < text.length) this.wait(lineFeed, look);
  }

  /** Adds text with its white space as it stands, as in `pre`. */
  addVerbatim(raw: string, look: Look): void {
    const text = cleanText(raw);
    if (text !== '') this.push(text, look);
  }

  /** Adds a forced line break; blanks around it vanish, and at the start of a leaf it does too. */
  addBreak(): void {
    this.waiting = '';
    if (this.length > 0) this.push('\n', { style: 0, link: 0 });
  }

  /** Adds image number `image` at this place. */
  addImage(image: number, link: number): void {
    if (this.waiting === '') this.placeImage(image, link);
    else this.waitingImages.push({ image, link });
  }

  /** Remembers an anchor, which will name the next character, in this leaf or a later one. */
  addAnchor(name: string): void {
    this.waitingAnchors.push(name);
  }

  /** Anchors that no character followed. */
  looseAnchors(): readonly string[] {
    return this.waitingAnchors;
  }

  /**
   * Ends the leaf and starts the next. Out: the leaf, or null if it says nothing (no image, and no
   * text or blanks only). `verbatim` leaves keep blanks at their start.
   */
  take(verbatim: boolean): DraftLeaf | null {
    for (const { image, link } of this.waitingImages) this.placeImage(image, link);
    const leaf: DraftLeaf = {
      start: 0,
      text: this.parts.length === 1 ? (this.parts[0] ?? '') : this.parts.join(''),
      runs: this.runs.length > 0 ? this.runs : NONE,
      images: this.images.length > 0 ? this.images : NONE,
      anchors: this.anchors.length > 0 ? this.anchors : NONE,
      verbatim,
    };
    this.parts = [];
    this.length = 0;
    this.last = '';
    if (this.runs.length > 0) this.runs = [];
    if (this.images.length > 0) this.images = [];
    if (this.anchors.length > 0) this.anchors = [];
    this.waiting = '';
    this.waitingLook = null;
    if (this.waitingImages.length > 0) this.waitingImages = [];
    trim(leaf, verbatim);
    if (leaf.text !== '' || leaf.images.length > 0) return leaf;
    if (leaf.anchors.length === 0) return null;
    this.waitingAnchors = [...leaf.anchors.map(anchor => anchor.name), ...this.waitingAnchors];
    return null;
  }

  private wait(lineFeed: boolean, look: Look): void {
    if (lineFeed) this.waiting = '\n';
    else if (this.waiting === '') this.waiting = ' ';
    this.waitingLook = look;
  }

  private settleBlank(next: string, look: Look): void {
    const { waiting, last, waitingLook } = this;
    this.waiting = '';
    if (waiting === '' || last === '' || last === '\n' || last === ' ') return;
    if (waiting === '\n' && joinsAcrossLineFeed(last, next)) return;
    const same = waitingLook?.style === look.style && waitingLook.link === look.link;
    this.push(' ', same ? look : { style: 0, link: 0 });
  }

  private placeImage(image: number, link: number): void {
    this.nameAnchors();
    this.images.push({ at: this.length, image, link });
  }

  private nameAnchors(): void {
    for (const name of this.waitingAnchors) this.anchors.push({ name, at: this.length });
    this.waitingAnchors = [];
  }

  private push(text: string, look: Look): void {
    if (text !== ' ' && this.waitingImages.length > 0) {
      const images = this.waitingImages;
      this.waitingImages = [];
      for (const { image, link } of images) this.placeImage(image, link);
    }
    if (this.waitingAnchors.length > 0) this.nameAnchors();
    const start = this.length;
    this.parts.push(text);
    this.length += text.length;
    this.last = lastCharacter(text, text.length);
    if (look.style === 0 && look.link === 0) return;
    const run = this.runs.at(-1);
    if (run?.end === start && run.style === look.style && run.link === look.link) {
      this.runs[this.runs.length - 1] = { ...run, end: this.length };
    } else {
      this.runs.push({ start, end: this.length, style: look.style, link: look.link });
    }
  }
}

/**
 * Takes blanks off both ends of a leaf; if `verbatim`, at its start blank lines only, and none
 * that an image divides from its text.
 */
function trim(leaf: DraftLeaf, verbatim: boolean): void {
  const { text } = leaf;
  let ended = text.trimEnd();
  let shift = verbatim ? leadingBlankLines(ended) : ended.length - ended.trimStart().length;
  if (verbatim && leaf.images.length > 0) {
    ended = text.slice(0, Math.max(ended.length, leaf.images.at(-1)?.at ?? 0));
    shift = Math.min(shift, leaf.images[0]?.at ?? 0);
  }
  const trimmed = ended.slice(shift);
  if (trimmed.length === text.length) return;
  const place = (at: number): number => Math.min(Math.max(at - shift, 0), trimmed.length);
  leaf.text = trimmed;
  leaf.runs = leaf.runs
    .map(run => ({ ...run, start: place(run.start), end: place(run.end) }))
    .filter(run => run.end > run.start);
  leaf.images = leaf.images.map(image => ({ ...image, at: place(image.at) }));
  leaf.anchors = leaf.anchors.map(anchor => ({ ...anchor, at: place(anchor.at) }));
}

/** Length of the lines at the start of `text` that hold blanks only. */
function leadingBlankLines(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length && isBlank(text.charCodeAt(at)); at += 1) {
    if (text.charCodeAt(at) === 0x0a) length = at + 1;
  }
  return length;
}

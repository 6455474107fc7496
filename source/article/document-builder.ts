import type { ArticleImage, Block, ListItem, TableCell } from './document.ts';
import { LeafBuilder, type Look } from './leaf-builder.ts';
import { eachLeaf, leavesOf } from './leaves.ts';
import { cleanField } from './sanitise.ts';

export type Align = 'left' | 'center' | 'right';

export type DraftItem = { marker: string; blocks: Block[]; loose: boolean };

/** What the parts of an article are gathered in, before offsets and link numbers are settled. */
export type Draft = {
  readonly blocks: readonly Block[];
  /** Targets; link number `n` of a run means `hrefs[n - 1]`. */
  readonly hrefs: readonly string[];
  readonly images: readonly Omit<ArticleImage, 'start'>[];
  /** Anchors after the last character. */
  readonly looseAnchors: readonly string[];
};

const PLAIN: Look = { style: 0, link: 0 };

/**
 * Builds an article's blocks from what is reported to it in reading order. Text gathers in a leaf;
 * a block boundary ends the leaf and makes it a paragraph or a heading of the block around it.
 */
export class DocumentBuilder {
  private readonly leaf = new LeafBuilder();
  private readonly hrefs: string[] = [];
  private readonly images: Omit<ArticleImage, 'start'>[] = [];
  /** The blocks that stand in no other, and those of the innermost block that is open. */
  private readonly outermost: Block[] = [];
  private blocks = this.outermost;
  /** Which of the outermost blocks came out of the last table that had but one cell. */
  private unboxed = { from: 0, to: 0 };
  private look: Look = PLAIN;
  private align: Align = 'left';
  /** Level of the heading around the text, 0 outside headings. */
  private heading = 0;
  private verbatim = false;
  private item: DraftItem | null = null;

  /** Adds text; white space collapses except within `code`. */
  text(text: string): void {
    if (this.verbatim) this.leaf.addVerbatim(text, this.look);
    else this.leaf.addText(text, this.look);
  }

  /** A forced line break; two in a row end the paragraph, and so does one after an image alone. */
  lineBreak(): void {
    if (this.verbatim) this.leaf.addVerbatim('\n', this.look);
    else if (this.heading === 0 && this.isAtEdge()) this.boundary();
    else this.leaf.addBreak();
  }

  private isAtEdge(): boolean {
    return this.leaf.endsWithBreak() || this.leaf.holdsImagesAlone();
  }

  /** An image; `alt` and `src` as written. After a forced line break it starts a paragraph. */
  image(alt: string, src: string): void {
    if (this.heading === 0 && !this.verbatim && this.leaf.endsWithBreak()) this.boundary();
    this.images.push({ alt: cleanField(alt), src: cleanField(src) });
    this.leaf.addImage(this.images.length - 1, this.look.link);
  }

  /** Names the place before the next character. */
  anchor(name: string): void {
    const clean = cleanField(name);
    if (clean !== '') this.leaf.addAnchor(clean);
  }

  /** Everything that `fill` adds gets `style` on top of what it has. */
  styled(style: number, fill: () => void): void {
    const { look } = this;
    this.look = { style: look.style | style, link: look.link };
    fill();
    this.look = { style: look.style, link: this.look.link === 0 ? 0 : look.link };
  }

  /** Everything that `fill` adds leads to `href`. A link within a link ends the outer one. */
  linked(href: string, fill: () => void): void {
    const { look } = this;
    this.hrefs.push(cleanField(href));
    this.look = { style: look.style, link: this.hrefs.length };
    fill();
    this.look = { style: look.style, link: 0 };
  }

  /** A block boundary: what follows starts a new leaf. */
  boundary(): void {
    if (this.verbatim) {
      if (!this.leaf.isEmpty() && !this.leaf.endsWithBreak()) this.leaf.addVerbatim('\n', PLAIN);
      return;
    }
    const leaf = this.leaf.take(false);
    if (leaf === null || leaf.text === '<>') return;
    if (this.heading > 0) this.blocks.push({ kind: 'heading', level: this.heading, leaf });
    else this.blocks.push({ kind: 'paragraph', leaf, align: this.align });
  }

  /** A block without a kind of its own, such as `div`; `align` null keeps that around it. */
  block(align: Align | null, fill: () => void): void {
    this.boundary();
    const before = this.align;
    if (align !== null) this.align = align;
    fill();
    this.boundary();
    this.align = before;
  }

  /** A paragraph: as a block, and a sign that the list around it is set with blank lines. */
  paragraph(align: Align | null, fill: () => void): void {
    if (this.item !== null) this.item.loose = true;
    this.block(align, fill);
  }

  /** A heading of level 1 to 6. */
  headed(level: number, align: Align | null, fill: () => void): void {
    this.boundary();
    const before = this.heading;
    this.heading = level;
    this.block(align, fill);
    this.heading = before;
  }

  /** Runs `fill` and gives back the blocks it made, apart from those around them. */
  inner(fill: () => void): Block[] {
    this.boundary();
    const { blocks, align, heading, item, look } = this;
    const inner: Block[] = [];
    this.blocks = inner;
    this.align = 'left';
    this.heading = 0;
    this.item = null;
    fill();
    this.boundary();
    this.blocks = blocks;
    this.align = align;
    this.heading = heading;
    this.item = item;
    this.look = { style: look.style, link: this.look.link === 0 ? 0 : look.link };
    return inner;
  }

  /** Adds a finished block after what stands before it. */
  add(block: Block): void {
    this.boundary();
    this.blocks.push(block);
  }

  /** One list item; `marker` may still be changed by a check box at its start. */
  listItem(marker: string, fill: () => void): DraftItem {
    const item: DraftItem = { marker, blocks: [], loose: false };
    item.blocks = this.inner(() => {
      this.item = item;
      fill();
    });
    return item;
  }

  /** A check box: at the start of a list item it becomes its marker, elsewhere it shows nothing. */
  checkBox(checked: boolean): void {
    if (this.item === null || this.blocks.length > 0 || !this.leaf.isEmpty()) return;
    this.item.marker = checked ? '☑' : '☐';
  }

  /** Preformatted text; `language` is '' where unknown. */
  code(language: string, fill: () => void): void {
    if (this.verbatim) {
      fill();
      return;
    }
    this.boundary();
    this.verbatim = true;
    fill();
    this.verbatim = false;
    const leaf = this.leaf.take(true);
    if (leaf === null) return;
    this.blocks.push({ kind: 'code', leaf, language: cleanField(language) });
  }

  /** A list of finished items; those that say nothing are left out. */
  list(items: readonly DraftItem[], kind: 'list' | 'notes'): void {
    const said: ListItem[] = items
      .filter(item => item.blocks.length > 0)
      .map(({ marker, blocks }) => ({ marker, blocks }));
    if (said.length === 0) return;
    if (kind === 'notes') this.add({ kind, items: said });
    else this.add({ kind, items: said, tight: items.every(item => !item.loose) });
  }

  /** A table of finished cells. */
  table(caption: readonly Block[], rows: readonly (readonly TableCell[])[]): void {
    const [first] = caption;
    const leaf = caption.length === 1 && first?.kind === 'paragraph' ? first.leaf : null;
    if (leaf === null) for (const block of caption) this.add(block);
    const [row] = rows;
    const [cell] = row ?? [];
    if (rows.length === 1 && row?.length === 1 && cell !== undefined && leaf === null) {
      this.boundary();
      const from = this.blocks.length;
      for (const block of cell.blocks) this.add(block);
      if (this.blocks === this.outermost) this.unboxed = { from, to: this.blocks.length };
    } else if (rows.length > 0) {
      this.add({ kind: 'table', caption: leaf, rows });
    }
  }

  /** Ends the last leaf and gives back all that was built. */
  finish(): Draft {
    this.boundary();
    const { blocks, hrefs, images } = this;
    return { blocks, hrefs, images, looseAnchors: this.leaf.looseAnchors() };
  }

  /**
   * Gives back what was built of a text's beginning as it will stand when all of it has been built:
   * without the last block, which may go on, and without notes, which will stand further down.
   */
  finishStart(): Draft {
    const { blocks, hrefs, images } = this.finish();
    const last = Math.max(
      0,
      blocks.findLastIndex(({ kind }) => kind !== 'notes'),
    );
    const { from, to } = this.unboxed;
    const kept = blocks.slice(0, last < to ? from : last);
    // What was dropped may be a term; what has no text stands where the text after it does.
    if (kept.at(-1)?.kind === 'definitions') kept.pop();
    while (leavesOf(kept.slice(-1)).at(-1)?.text === '') kept.pop();
    let shown = 0;
    eachLeaf(kept, leaf => {
      for (const { image } of leaf.images) shown = Math.max(shown, image + 1);
    });
    return { blocks: kept, hrefs, images: images.slice(0, shown), looseAnchors: [] };
  }
}

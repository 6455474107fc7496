import type {
  Article,
  ArticleImage,
  ArticleLink,
  Block,
  InlineImage,
  Leaf,
  ListItem,
  Run,
  TableCell,
} from '../../source/article/document.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import type { Layout, LayoutOptions, Line } from '../../source/article/line.ts';
import type { ArticleContext } from '../../source/article/read-article.ts';

/** The context of a body that lies nowhere and asks for nothing. */
export const nowhere: ArticleContext = {
  page: {},
  site: {},
  postUrl: () => undefined,
  fileUrl: () => undefined,
};

/** A leaf whose place in the article `makeArticle` will find. */
export function leaf(text: string, runs: readonly Run[] = [], images: InlineImage[] = []): Leaf {
  return { start: 0, text, runs, images };
}

export function paragraph(
  text: string,
  runs: readonly Run[] = [],
  images: InlineImage[] = [],
): Block {
  return { kind: 'paragraph', leaf: leaf(text, runs, images), align: 'left' };
}

export function heading(text: string): Block {
  return { kind: 'heading', level: 2, leaf: leaf(text) };
}

export function code(text: string): Block {
  return { kind: 'code', leaf: leaf(text), language: '' };
}

export function item(marker: string, ...blocks: Block[]): ListItem {
  return { marker, blocks };
}

export function list(tight: boolean, ...items: ListItem[]): Block {
  return { kind: 'list', tight, items };
}

export function cell(text: string, more: Partial<TableCell> = {}): TableCell {
  const blocks = text === '' ? [] : [paragraph(text)];
  return { blocks, header: false, align: 'left', columns: 1, rows: 1, ...more };
}

export function table(...rows: TableCell[][]): Block {
  return { kind: 'table', caption: null, rows };
}

/** An article of these blocks: its text, and every leaf's place in it. */
export function makeArticle(
  blocks: readonly Block[],
  links: readonly ArticleLink[] = [],
  images: readonly ArticleImage[] = [],
): Article {
  const texts: string[] = [];
  let length = 0;
  const place = (one: Leaf): Leaf => {
    const start = length;
    if (one.text !== '') {
      texts.push(one.text);
      length += one.text.length + 2;
    }
    return { ...one, start };
  };
  const placeAll = (some: readonly Block[]): Block[] => some.map(placeBlock);
  const placeItem = ({ marker, blocks: inner }: ListItem) => ({ marker, blocks: placeAll(inner) });
  const placeBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
      case 'code':
        return { ...block, leaf: place(block.leaf) };
      case 'list':
      case 'notes':
        return { ...block, items: block.items.map(placeItem) };
      case 'quote':
        return { ...block, blocks: placeAll(block.blocks) };
      case 'table': {
        const caption = block.caption === null ? null : place(block.caption);
        const rows = block.rows.map(row =>
          row.map(one => ({ ...one, blocks: placeAll(one.blocks) })),
        );
        return { ...block, caption, rows };
      }
      case 'definitions': {
        const definitions = block.definitions.map(({ terms, descriptions }) => ({
          terms: terms.map(place),
          descriptions: descriptions.map(placeAll),
        }));
        return { ...block, definitions };
      }
      case 'rule':
        return block;
    }
  };
  const placed = placeAll(blocks);
  return {
    blocks: placed,
    text: texts.join('\n\n'),
    links,
    images,
    headings: [],
    anchors: new Map(),
  };
}

export function optionsFor(width: number, more: Partial<LayoutOptions> = {}): LayoutOptions {
  return {
    width,
    links: 'none',
    ambiguous: 1,
    paragraphs: 'spaced',
    hang: false,
    imageWord: '图',
    ...more,
  };
}

export function layout(
  blocks: readonly Block[],
  width: number,
  more: Partial<LayoutOptions> = {},
): Layout {
  return layoutArticle(makeArticle(blocks), optionsFor(width, more));
}

export function lineText(line: Line): string {
  return line.segments.map(({ text }) => text).join('');
}

/** All rows as text. */
export function rows(
  blocks: readonly Block[],
  width: number,
  more: Partial<LayoutOptions> = {},
): string[] {
  return allRows(layout(blocks, width, more));
}

export function allRows(one: Layout): string[] {
  return one.lines(0, one.count()).map(lineText);
}

import type { HtmlElement, HtmlNode } from 'html-to-text';
import type { Block, TableCell } from './document.ts';
import type { Align, DocumentBuilder } from './document-builder.ts';
import { alignOf, integerOf, isHidden } from './html-attributes.ts';
import { type ElementReader, isElement, isSilent } from './html-reader.ts';

/** Most columns a table may have and most rows a cell may reach down. */
const MAX_COLUMNS = 200;
const MAX_ROW_SPAN = 1000;

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);

type DraftCell = TableCell & { readonly blocks: Block[] };

type DraftRow = { cells: DraftCell[]; columns: number };

type TableParts = { readonly rows: DraftRow[]; readonly captions: HtmlElement[] };

function readCell(
  cell: HtmlElement,
  row: DraftRow,
  align: Align | null,
  builder: DocumentBuilder,
  walk: (nodes: readonly HtmlNode[]) => void,
): void {
  if (cell.attribs.id !== undefined) builder.anchor(cell.attribs.id);
  const blocks = builder.inner(() => walk(cell.children));
  const room = MAX_COLUMNS - row.columns;
  if (room <= 0) {
    for (const block of blocks) row.cells.at(-1)?.blocks.push(block);
    return;
  }
  const columns = Math.min(Math.max(1, integerOf(cell.attribs.colspan, 1)), room);
  const asked = integerOf(cell.attribs.rowspan, 1);
  row.columns += columns;
  row.cells.push({
    blocks,
    header: cell.name === 'th',
    align: alignOf(cell) ?? align ?? 'left',
    columns,
    rows: asked === 0 ? MAX_ROW_SPAN : Math.min(Math.max(1, asked), MAX_ROW_SPAN),
  });
}

/** Cells with their spans cut to the rows that exist; rows without a cell are left out. */
function fitRows(rows: readonly DraftRow[]): TableCell[][] {
  const filled = rows.filter(row => row.cells.length > 0);
  return filled.map((row, index) =>
    row.cells.map(cell => {
      const room = filled.length - index;
      return cell.rows <= room ? cell : { ...cell, rows: room };
    }),
  );
}

/** A table; what stands in it outside of cells comes before it, as in a browser. */
const table: ElementReader = (element, builder, walk) => {
  const parts: TableParts = { rows: [], captions: [] };
  builder.boundary();
  const readRow = (nodes: readonly HtmlNode[], align: Align | null): void => {
    const row: DraftRow = { cells: [], columns: 0 };
    parts.rows.push(row);
    for (const node of nodes) {
      if (isSilent(node)) continue;
      if (isElement(node) && (node.name === 'td' || node.name === 'th')) {
        if (!isHidden(node)) readCell(node, row, align, builder, walk);
      } else {
        walk([node]);
      }
    }
  };
  const readRows = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (isSilent(node)) continue;
      if (!isElement(node)) {
        walk([node]);
        continue;
      }
      if (isHidden(node)) continue;
      if (node.name === 'caption') parts.captions.push(node);
      else if (node.name === 'tr') readRow(node.children, alignOf(node));
      else if (node.name === 'td' || node.name === 'th') readRow([node], null);
      else if (SECTIONS.has(node.name)) readRows(node.children);
      else walk([node]);
    }
  };
  readRows(element.children);
  const captions: Block[] = builder.inner(() => {
    for (const caption of parts.captions) builder.block(null, () => walk(caption.children));
  });
  const rows = fitRows(parts.rows);
  const said = rows.some(row => row.some(cell => cell.blocks.length > 0));
  builder.table(captions, said ? rows : []);
};

/** Tables; parts of one that stand outside any table are plain blocks. */
export const TABLE_READERS: Readonly<Record<string, ElementReader>> = { table };

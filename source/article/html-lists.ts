import type { HtmlElement } from 'html-to-text';
import type { Block, Definition, Leaf } from './document.ts';
import type { DraftItem } from './document-builder.ts';
import { hasClass, integerOf, isHidden } from './html-attributes.ts';
import { type ElementReader, isElement, isSilent } from './html-reader.ts';
import { leavesOf } from './leaves.ts';
import { ordinal } from './ordinal.ts';

/** Gives the marker of each item of an `ol` in turn. */
function numbering(list: HtmlElement): (item: HtmlElement) => string {
  const { attribs } = list;
  const step = attribs.reversed === undefined ? 1 : -1;
  const count = list.children.filter(node => isElement(node) && node.name === 'li').length;
  let next = integerOf(attribs.start, step === 1 ? 1 : count);
  return item => {
    const number = integerOf(item.attribs.value, next);
    next = number + step;
    return `${ordinal(number, item.attribs.type ?? attribs.type ?? '1')}.`;
  };
}

/** Items of a list; what stands in it outside of items belongs to the item before it. */
function listReader(markers: (list: HtmlElement) => (item: HtmlElement) => string): ElementReader {
  return (list, builder, walk) => {
    const marker = markers(list);
    const items: DraftItem[] = [];
    for (const node of list.children) {
      if (isElement(node) && node.name === 'li') {
        if (isHidden(node)) continue;
        const mark = marker(node);
        if (node.attribs.id !== undefined) builder.anchor(node.attribs.id);
        items.push(builder.listItem(mark, () => walk(node.children)));
      } else if (!isSilent(node)) {
        const stray = builder.inner(() => walk([node]));
        const last = items.at(-1);
        if (last === undefined) items.push({ marker: '', blocks: stray, loose: false });
        else for (const block of stray) last.blocks.push(block);
      }
    }
    builder.list(items, hasClass(list, 'footnotes-list') ? 'notes' : 'list');
  };
}

const bulleted = listReader(() => () => '•');

const lonelyItem: ElementReader = (element, builder, walk) => {
  builder.list([builder.listItem('•', () => walk(element.children))], 'list');
};

/** A box of footnotes as kramdown writes it: its list holds the notes. */
export function isNoteBox(element: HtmlElement): boolean {
  return hasClass(element, 'footnotes') || element.attribs.role === 'doc-endnotes';
}

/** Turns the lists of a box of footnotes into notes; its rule is of no use any more. */
export function asNotes(blocks: readonly Block[]): readonly Block[] {
  return blocks
    .filter(block => block.kind !== 'rule')
    .map(block => (block.kind === 'list' ? { kind: 'notes', items: block.items } : block));
}

type DefinitionDraft = { readonly terms: Leaf[]; readonly descriptions: (readonly Block[])[] };

const definitionList: ElementReader = (list, builder, walk) => {
  const definitions: DefinitionDraft[] = [];
  const current = (): DefinitionDraft => {
    const last = definitions.at(-1);
    if (last !== undefined) return last;
    const first = { terms: [], descriptions: [] };
    definitions.push(first);
    return first;
  };
  const read = (nodes: HtmlElement['children']): void => {
    for (const node of nodes) {
      if (isSilent(node) || (isElement(node) && isHidden(node))) continue;
      const element = isElement(node) ? node : null;
      if (element?.name === 'div') {
        read(element.children);
        continue;
      }
      if (element?.attribs.id !== undefined) builder.anchor(element.attribs.id);
      const entry = element?.name === 'dt' || element?.name === 'dd';
      const blocks = builder.inner(() => walk(entry ? (element?.children ?? []) : [node]));
      if (blocks.length === 0) continue;
      if (element?.name !== 'dt') {
        current().descriptions.push(blocks);
      } else if (current().descriptions.length === 0) {
        current().terms.push(...leavesOf(blocks));
      } else {
        definitions.push({ terms: leavesOf(blocks), descriptions: [] });
      }
    }
  };
  read(list.children);
  const said: readonly Definition[] = definitions.filter(
    ({ terms, descriptions }) => terms.length > 0 || descriptions.length > 0,
  );
  if (said.length > 0) builder.add({ kind: 'definitions', definitions: said });
};

/** Lists and what looks like one. */
export const LIST_READERS: Readonly<Record<string, ElementReader>> = {
  dir: bulleted,
  dl: definitionList,
  li: lonelyItem,
  menu: bulleted,
  ol: listReader(numbering),
  ul: bulleted,
};

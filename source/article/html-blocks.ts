import type { HtmlElement, HtmlNode } from 'html-to-text';
import { alignOf } from './html-attributes.ts';
import { asNotes, isNoteBox } from './html-lists.ts';
import { type ElementReader, isElement } from './html-reader.ts';

const block: ElementReader = (element, builder, walk) => {
  if (!isNoteBox(element)) {
    builder.block(alignOf(element), () => walk(element.children));
    return;
  }
  for (const part of asNotes(builder.inner(() => walk(element.children)))) builder.add(part);
};

const heading: ElementReader = (element, builder, walk) => {
  builder.headed(Number(element.name.slice(1)), alignOf(element), () => walk(element.children));
};

const quote: ElementReader = (element, builder, walk) => {
  const blocks = builder.inner(() => walk(element.children));
  if (blocks.length > 0) builder.add({ kind: 'quote', blocks });
};

/** The language a code block names: `language-x`, `lang-x`, or a `lang` attribute. */
function languageOf(element: HtmlElement): string {
  const inside = element.children.find(isCode);
  for (const { attribs } of inside === undefined ? [element] : [inside, element]) {
    const named = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(attribs.class ?? '')?.[1];
    if (named !== undefined) return named;
  }
  return element.attribs.lang ?? '';
}

function isCode(node: HtmlNode): node is HtmlElement {
  return isElement(node) && node.name === 'code';
}

/** Preformatted text; the code style of a `code` within says nothing that the block does not. */
const preformatted: ElementReader = (element, builder, walk) => {
  builder.code(languageOf(element), () => {
    for (const node of element.children) walk(isCode(node) ? node.children : [node]);
  });
};

const cell: ElementReader = (element, builder, walk) =>
  builder.block(alignOf(element), () => walk(element.children));

const BLOCKS = [
  'address article aside body caption center dd details div dt fieldset figcaption figure footer',
  'form header hgroup html legend main nav optgroup option search section select summary tbody td',
  'tfoot th thead tr',
]
  .join(' ')
  .split(' ');

/** Elements that stand as blocks of their own. */
export const BLOCK_READERS: Readonly<Record<string, ElementReader>> = {
  ...Object.fromEntries(BLOCKS.map(name => [name, block])),
  blockquote: quote,
  center: (element, builder, walk) => builder.block('center', () => walk(element.children)),
  dialog: (element, builder, walk) => {
    if (element.attribs.open !== undefined) cell(element, builder, walk);
  },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: (_element, builder) => builder.add({ kind: 'rule' }),
  listing: preformatted,
  p: (element, builder, walk) => builder.paragraph(alignOf(element), () => walk(element.children)),
  pre: preformatted,
  xmp: preformatted,
};

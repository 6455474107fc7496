import type { HtmlElement, HtmlNode } from 'html-to-text';
import type { DocumentBuilder } from './document-builder.ts';

/**
 * Reports one kind of HTML element to the builder; `walk` reads the nodes it is given, each by the
 * reader of its kind.
 */
export type ElementReader = (
  element: HtmlElement,
  builder: DocumentBuilder,
  walk: (nodes: readonly HtmlNode[]) => void,
) => void;

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'tag';
}

/** Whether a node is text that shows nothing by itself: white space, a comment, a script. */
export function isSilent(node: HtmlNode): boolean {
  if (node.type === 'text') return /^[ \t\r\n\f]*$/.test(node.data ?? '');
  return node.type !== 'tag';
}

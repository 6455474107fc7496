import { openElements } from './open-elements.ts';

/** UTF-16 units of a part, at least. */
const PART = 16_000;

/** The beginning of an element that starts a block of its own, whatever stands before it. */
const BLOCK = /<(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|pre|section|article|figure|hr)\b/gi;

/** The first such beginning from `at` on. */
function blockAt(html: string, at: number): RegExpExecArray | null {
  BLOCK.lastIndex = at;
  return BLOCK.exec(html);
}

/**
 * Divides HTML before blocks that stand in no other element, into parts that can be read one after
 * the other as if they were one. What comes after a tag of which nobody can tell where its element
 * ends stays together. Linear time.
 */
export function* divideHtml(html: string): Generator<string> {
  const open = openElements();
  let from = 0;
  let read = 0;
  for (let match = blockAt(html, PART); match !== null; ) {
    const { index } = match;
    const before = html.slice(read, index);
    if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) {
      const end = html.indexOf('-->', index);
      if (end < 0) break;
      match = blockAt(html, end);
      continue;
    }
    open.read(before);
    read = index;
    if (open.none()) {
      yield html.slice(from, index);
      from = index;
    }
    match = blockAt(html, Math.max(index + 1, from + PART));
  }
  yield html.slice(from);
}

import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import { contentModel, isTextWithinLine, VOID_ELEMENTS } from './html-content.ts';
import { LastPlaces } from './last-places.ts';

const RAW_OPEN = /^<([a-z][\w:.-]*)(?=[\s>])[^<>]*>/i;
const TAG = /^<(\/?)([a-z][\w-]*)(?=[\s/>])(?:.|\n)*?(\/?)>$/i;
const MAX_TAG = 1000;

const lastEnds = new LastPlaces();

/** `<code>`, `<kbd>`, `<font>` and the like with what they hold: no Markdown in there. */
function rawElement(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '<') return false;
  const open = RAW_OPEN.exec(src.slice(pos, pos + MAX_TAG));
  const written = open?.[1] ?? '';
  const name = written.toLowerCase();
  if (open === null || contentModel(name) !== 'raw' || open[0].endsWith('/>')) return false;
  if (isTextWithinLine(name) || VOID_ELEMENTS.has(name)) return false;
  const endTag = `</${written}>`;
  if (lastEnds.of(endTag, src) < pos) return false;
  const end = src.indexOf(endTag, pos) + endTag.length;
  if (end > state.posMax) return false;
  if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, end);
  state.pos = end;
  return true;
}

/**
 * Turns into text the tags that kramdown prints as they are written: of block elements within a
 * line, and end tags of what is not open there.
 */
function printMisplacedTags(state: StateCore): void {
  for (const { type, children } of state.tokens) {
    if (type !== 'inline' || children === null) continue;
    const open: string[] = [];
    for (const token of children) {
      const tag = token.type === 'html_inline' ? TAG.exec(token.content) : null;
      if (tag === null) continue;
      const name = (tag[2] ?? '').toLowerCase();
      if (tag[1] === '/') {
        const opened = open.lastIndexOf(name);
        if (opened >= 0) open.length = opened;
        else token.type = 'text';
      } else if (isTextWithinLine(name)) {
        token.type = 'text';
      } else if (!VOID_ELEMENTS.has(name) && tag[3] !== '/') {
        open.push(name);
      }
    }
  }
}

/** HTML within a line of Markdown as kramdown reads it. */
export function kramdownSpans(md: MarkdownIt): void {
  md.inline.ruler.before('html_inline', 'kramdown_raw_element', rawElement);
  md.core.ruler.before('text_join', 'kramdown_misplaced_tags', printMisplacedTags);
}

import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import { contentModel, isTextWithinLine, VOID_ELEMENTS } from './html-content.ts';

const RAW_OPEN = /^<([a-z][a-z0-9-]*)(?=[\s>])[^<>]*>/i;
const TAG = /^<(\/?)([a-z][\w-]*)(?=[\s/>])[^]*?(\/?)>$/i;
const MAX_TAG = 1000;

/** Where the last end tag of each raw element stands in the text last looked at. */
class LastEnds {
  private source = '';
  private lower = '';
  private readonly ends = new Map<string, number>();

  of(name: string, source: string): number {
    if (source !== this.source) {
      this.source = source;
      this.lower = source.toLowerCase();
      this.ends.clear();
    }
    const known = this.ends.get(name) ?? this.lower.lastIndexOf(`</${name}>`);
    this.ends.set(name, known);
    return known;
  }

  next(name: string, from: number): number {
    return this.lower.indexOf(`</${name}>`, from);
  }
}

/** `<code>`, `<kbd>`, `<font>` and the like with what they hold: no Markdown in there. */
function rawElement(ends: LastEnds) {
  return (state: StateInline, silent: boolean): boolean => {
    const { src, pos } = state;
    if (src[pos] !== '<') return false;
    const open = RAW_OPEN.exec(src.slice(pos, pos + MAX_TAG));
    const name = open?.[1]?.toLowerCase();
    if (open === null || name === undefined || contentModel(name) !== 'raw') return false;
    if (isTextWithinLine(name) || VOID_ELEMENTS.has(name)) return false;
    if (open[0].endsWith('/>') || ends.of(name, src) < pos) return false;
    const end = ends.next(name, pos) + name.length + 3;
    if (end > state.posMax) return false;
    if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, end);
    state.pos = end;
    return true;
  };
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
  md.inline.ruler.before('html_inline', 'kramdown_raw_element', rawElement(new LastEnds()));
  md.core.ruler.before('text_join', 'kramdown_misplaced_tags', printMisplacedTags);
}

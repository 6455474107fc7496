import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import { contentModel, isTextWithinLine, VOID_ELEMENTS } from './html-content.ts';
import { LastPlaces } from './last-places.ts';

const RAW_OPEN = /^<([a-z][\w:.-]*)(?=[\s>])[^<>]*>/i;
const TAG = /^<(\/?)([a-z][\w:.-]*)(?=[\s/>])(?:.|\n)*?(\/?)>$/i;
const MAX_TAG = 1000;

/** Elements whose content a browser takes for text: without an end tag all that follows is lost. */
const TEXT_ONLY = new Set('noembed noframes plaintext script style textarea title xmp'.split(' '));

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
  const closes = lastEnds.of(endTag, src) >= pos;
  const end = closes ? src.indexOf(endTag, pos) + endTag.length : state.posMax + 1;
  if (end > state.posMax) {
    if (!TEXT_ONLY.has(name)) return false;
    if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, state.posMax) + endTag;
    state.pos = state.posMax;
    return true;
  }
  if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, end);
  state.pos = end;
  return true;
}

/** `<a:b>` is an element of some other language, unless it is an address. */
const FOREIGN = /<(?!(?:https?|ftps?|mailto):)[a-z_][\w.-]*:[a-z_][\w.-]*(?:\s[^<>]{0,1000})?>/iy;

function foreignElement(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  FOREIGN.lastIndex = state.pos;
  const tag = FOREIGN.exec(state.src)?.[0];
  if (tag === undefined || state.pos + tag.length > state.posMax) return false;
  if (!silent) state.push('html_inline', '', 0).content = tag;
  state.pos += tag.length;
  return true;
}

/** `<?` is text, as is `\\` before what kramdown has no escape for. */
function plainSigns(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const length = src.startsWith('<?', pos) ? 2 : isPlainBackslash(src, pos) ? 1 : 0;
  if (length === 0) return false;
  if (!silent) state.pending += src.slice(pos, pos + length);
  state.pos += length;
  return true;
}

function isPlainBackslash(source: string, at: number): boolean {
  return source[at] === '\\' && '%&,/;?@^'.includes(source[at + 1] ?? ' ');
}

/**
 * Turns into text the tags that kramdown prints as they are written: of block elements within a
 * line, and end tags of any but the innermost open one.
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
        if (open.at(-1) === name) open.pop();
        else token.type = 'text';
      } else if (isTextWithinLine(name)) {
        token.type = 'text';
      } else if (!VOID_ELEMENTS.has(name) && tag[3] !== '/') {
        open.push(name);
      }
    }
  }
}

/** HTML within a line, and signs that are markup to CommonMark alone, as kramdown reads them. */
export function kramdownSpans(md: MarkdownIt): void {
  md.inline.ruler.before('autolink', 'kramdown_foreign_element', foreignElement);
  md.inline.ruler.before('html_inline', 'kramdown_raw_element', rawElement);
  md.inline.ruler.before('escape', 'kramdown_plain_signs', plainSigns);
  md.core.ruler.before('text_join', 'kramdown_misplaced_tags', printMisplacedTags);
}

import { contentModel, startsParagraph, VOID_ELEMENTS } from './html-content.ts';
import { LastPlaces } from './last-places.ts';

/** A piece of an HTML block: HTML as it is to be shown, or Markdown that the HTML asked for. */
export type Piece = { readonly kind: 'html' | 'block' | 'span'; readonly source: string };

export type RawHtml = { readonly pieces: readonly Piece[]; readonly end: number };

type TagPatterns = { readonly open: RegExp; readonly end: RegExp };

/** Patterns of tags, where `letter` and `digit` are the insides of character classes. */
function tagPatterns(letter: string, digit: string): TagPatterns {
  const part = `[${letter}_][${letter}${digit}_.-]*`;
  const name = `${part}(?::${part})?`;
  const value = `[${letter}${digit}_]+|"[^"]*"|'[^']*'`;
  const attribute = `\\s+${name}(?:\\s*=\\s*(?:${value}))?`;
  return {
    open: new RegExp(`<(${name})((?:${attribute})*)\\s*(/)?>`, 'uy'),
    end: new RegExp(`</(${name})\\s*>`, 'uy'),
  };
}

const ASCII = tagPatterns('A-Za-z', '0-9');
/** Made when a tag with other letters may stand somewhere: building them costs milliseconds. */
let unicode: TagPatterns | undefined;

const MARKDOWN_ATTRIBUTE = /\smarkdown\s*=\s*["']?(0|1|block|span)["']?/;
/** Longest tag that is taken for one. */
const MAX_TAG = 200_000;

/** Whether a name may begin where that of a tag at `at` would. */
function mayBeTag(kind: 'open' | 'end', source: string, at: number): boolean {
  const slash = source[at + 1] === '/';
  if (slash !== (kind === 'end')) return false;
  return /[a-z_\x80-\uffff]/i.test(source.charAt(at + (slash ? 2 : 1)));
}

function matchAt(kind: 'open' | 'end', source: string, at: number): RegExpExecArray | null {
  if (!mayBeTag(kind, source, at)) return null;
  const ascii = ASCII[kind];
  ascii.lastIndex = at;
  let match = ascii.exec(source);
  if (match === null) {
    unicode ??= tagPatterns('\\p{L}', '\\p{N}');
    const other = unicode[kind];
    other.lastIndex = at;
    match = other.exec(source);
  }
  return match !== null && match[0].length <= MAX_TAG ? match : null;
}

/** The open tag at `at`: its name in lower case, where it ends, and whether it closes itself. */
export function openTagAt(
  source: string,
  at: number,
): { name: string; end: number; attributes: string; closed: boolean } | null {
  const match = matchAt('open', source, at);
  if (match === null) return null;
  const name = (match[1] ?? '').toLowerCase();
  const closed = match[3] === '/' || VOID_ELEMENTS.has(name);
  return { name, end: at + match[0].length, attributes: match[2] ?? '', closed };
}

const lastPlaces = new LastPlaces();

/** Where the text `mark` ends at or after `from`; -1 if it is not there. */
function endAfter(mark: string, source: string, from: number): number {
  return lastPlaces.of(mark, source) < from ? -1 : source.indexOf(mark, from) + mark.length;
}

const INDENT = / {0,3}/y;

/** Where the element begins that follows `at` on the same line; -1 if none does. */
function followingElement(source: string, at: number, limit: number): number {
  INDENT.lastIndex = at;
  const start = at + (INDENT.exec(source)?.[0].length ?? 0);
  if (start >= limit || source[start] !== '<') return -1;
  const tag = openTagAt(source, start);
  return tag === null || startsParagraph(tag.name) ? -1 : start;
}

/** Reads elements from the first one's open tag on, as kramdown's parser for raw HTML does. */
class RawReader {
  private readonly source: string;
  private readonly limit: number;
  private readonly open: string[] = [];
  private readonly pieces: Piece[] = [];
  private html: string[] = [];

  constructor(source: string, limit: number) {
    this.source = source;
    this.limit = limit;
  }

  read(start: number): RawHtml {
    let end = start;
    for (let at = start; at >= 0; at = followingElement(this.source, end, this.limit)) {
      end = this.element(at);
    }
    this.flush();
    return { pieces: this.pieces, end };
  }

  private element(start: number): number {
    let at = this.tag(start);
    while (this.open.length > 0 && at < this.limit) {
      const next = this.source.indexOf('<', at);
      if (next < 0 || next >= this.limit) {
        this.html.push(this.source.slice(at, this.limit));
        at = this.limit;
        break;
      }
      this.html.push(this.source.slice(at, next));
      at = this.markup(next);
    }
    this.open.length = 0;
    return at;
  }

  private markup(at: number): number {
    const { source } = this;
    const mark = source.startsWith('<!--', at) ? '-->' : source.startsWith('<?', at) ? '?>' : '';
    const end = mark === '' ? -1 : endAfter(mark, source, at + 2);
    if (end > 0 && end <= this.limit) return end;
    const close = matchAt('end', source, at);
    if (close === null) return this.tag(at);
    if (this.open.at(-1) === (close[1] ?? '').toLowerCase()) {
      this.open.pop();
      this.html.push(close[0]);
    } else {
      this.html.push(`&lt;${close[0].slice(1, -1)}&gt;`);
    }
    return at + close[0].length;
  }

  /** An open tag, or the character `<`. */
  private tag(at: number): number {
    const tag = openTagAt(this.source, at);
    if (tag === null || tag.end > this.limit) {
      this.html.push('&lt;');
      return at + 1;
    }
    const written = this.source.slice(at, tag.end);
    this.html.push(written.replace(MARKDOWN_ATTRIBUTE, ''));
    if (tag.closed) return tag.end;
    if (tag.name === 'script' || tag.name === 'style') return this.skipTo(tag.name, tag.end);
    this.open.push(tag.name);
    const asked = MARKDOWN_ATTRIBUTE.exec(tag.attributes)?.[1];
    const model = asked === '1' ? contentModel(tag.name) : asked;
    return model === 'block' || model === 'span'
      ? this.markdown(tag.name, tag.end, model)
      : tag.end;
  }

  /** Passes over a script or style, which shows nothing. */
  private skipTo(name: string, from: number): number {
    const end = endAfter(`</${name}>`, this.source, from);
    this.html.push(`</${name}>`);
    return end < 0 || end > this.limit ? this.limit : end;
  }

  /** Gives the content of an element, up to its end tag, to Markdown. */
  private markdown(name: string, from: number, kind: 'block' | 'span'): number {
    const end = this.endOf(name, from);
    this.flush();
    this.pieces.push({ kind, source: this.source.slice(from, end) });
    return end;
  }

  /** Where the end tag of an element begins whose content begins at `from`. */
  private endOf(name: string, from: number): number {
    const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'giu');
    tags.lastIndex = from;
    let depth = 1;
    for (let match = tags.exec(this.source); match !== null; match = tags.exec(this.source)) {
      if (match.index >= this.limit) break;
      depth += match[1] === '/' ? -1 : 1;
      if (depth === 0) return match.index;
    }
    return this.limit;
  }

  private flush(): void {
    const source = this.html.join('');
    if (source.trim() !== '') this.pieces.push({ kind: 'html', source });
    this.html = [];
  }
}

/**
 * Reads the HTML element whose open tag stands at `start`, and those that follow it on a line, as
 * far as `limit`, the way kramdown does: it ends with the end tag that fits, or at `limit`; an end tag of anything else, and a `<`
 * that starts no tag, are text. Content that a `markdown` attribute gives to Markdown comes apart.
 */
export function readRawHtml(source: string, start: number, limit: number): RawHtml {
  return new RawReader(source, limit).read(start);
}

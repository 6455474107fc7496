import { evaluate, type LiquidScope } from './liquid-value.ts';

/** What Liquid may ask of the site and the post; nothing else is known to it. */
export type LiquidContext = LiquidScope & {
  /** URL of a post by its file name without ending, for `post_url`. */
  readonly postUrl: (name: string) => string | undefined;
  /** URL of any file of the site by its path, for `link`. */
  readonly fileUrl: (path: string) => string | undefined;
};

/** Blocks whose content Jekyll does not print where it stands, or prints from data not at hand. */
const SILENT_BLOCKS = new Set(['capture', 'for', 'tablerow', 'schema', 'javascript', 'style']);

const HUGO = /^\{\{[<%]/;
const HUGO_REFERENCE = /^\s*(?:rel)?ref\s+["']?([^"'\s]+)/;

type Tag = { readonly name: string; readonly rest: string };

function readTag(inside: string): Tag {
  const trimmed = inside
    .replace(/^-?\s*/, '')
    .replace(/-$/, '')
    .trimEnd();
  const name = /^[\w/#]+/.exec(trimmed)?.[0] ?? '';
  return { name, rest: trimmed.slice(name.length).trim() };
}

/** A code block as one line of HTML, so that neither blank lines nor indentation can end it. */
function codeBlock(code: string, language: string): string {
  const escaped = code
    .replace(/^[ \t]*\r?\n/, '')
    .trimEnd()
    .replace(/[^\p{L}\p{N} ]/gu, sign => `&#${sign.codePointAt(0)};`);
  const name = /^[\w+#.-]*/.exec(language)?.[0] ?? '';
  return `<pre><code class="language-${name}">${escaped}</code></pre>\n`;
}

/** Reads a template once from start to end. */
class Expansion {
  private readonly source: string;
  private readonly context: LiquidContext;
  private parts: string[] = [];
  private readonly silent: { readonly name: string; readonly parts: number }[] = [];
  private readonly missing = new Set<string>();
  /** Whether the last tag asked for the white space after it to go. */
  private trimNext = false;

  constructor(source: string, context: LiquidContext) {
    this.source = source;
    this.context = context;
  }

  run(): string {
    const { source } = this;
    let at = 0;
    for (;;) {
      const open = this.nextOpening(at);
      if (open < 0) break;
      const isTag = source[open + 1] === '%';
      const end = source.indexOf(isTag ? '%}' : '}}', open + 2);
      if (end < 0) break;
      this.print(source.slice(at, open));
      if (source[open + 2] === '-') this.trimEnd();
      this.trimNext = source[end - 1] === '-';
      at = isTag ? this.tag(open, end) : this.output(open, end);
    }
    this.print(source.slice(at));
    return this.parts.join('');
  }

  private nextOpening(from: number): number {
    for (let at = this.source.indexOf('{', from); at >= 0; at = this.source.indexOf('{', at + 1)) {
      const next = this.source[at + 1];
      if (next === '%' || next === '{') return at;
    }
    return -1;
  }

  private print(text: string): void {
    const shown = this.trimNext ? text.trimStart() : text;
    if (shown === '') return;
    this.trimNext = false;
    this.parts.push(shown);
  }

  private trimEnd(): void {
    const last = this.parts.pop();
    if (last !== undefined) this.parts.push(last.trimEnd());
  }

  /** Where the end tag of a block that starts at `from` begins and ends; null if it has none. */
  private blockEnd(name: string, from: number): { start: number; end: number } | null {
    if (this.missing.has(name)) return null;
    const pattern = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
    pattern.lastIndex = from;
    const match = pattern.exec(this.source);
    if (match === null) {
      this.missing.add(name);
      return null;
    }
    return { start: match.index, end: pattern.lastIndex };
  }

  private tag(open: number, end: number): number {
    const { name, rest } = readTag(this.source.slice(open + 2, end));
    const after = end + 2;
    switch (name) {
      case 'raw':
      case 'comment':
      case 'highlight': {
        const block = this.blockEnd(name, after);
        if (block === null) return after;
        const inside = this.source.slice(after, block.start);
        if (name === 'raw') this.parts.push(inside);
        else if (name === 'highlight') this.code(expandLiquid(inside, this.context), rest);
        return block.end;
      }
      case 'post_url':
        this.parts.push(this.context.postUrl(rest) ?? rest);
        return after;
      case 'link':
        this.parts.push(this.context.fileUrl(rest) ?? rest);
        return after;
      default:
        this.silence(name);
        return after;
    }
  }

  /** Remembers where a silent block begins and forgets what it printed when it ends. */
  private silence(name: string): void {
    if (SILENT_BLOCKS.has(name)) {
      this.silent.push({ name, parts: this.parts.length });
      return;
    }
    const last = this.silent.at(-1);
    if (last === undefined || name !== `end${last.name}`) return;
    this.silent.pop();
    this.parts.length = Math.min(this.parts.length, last.parts);
  }

  private output(open: number, end: number): number {
    const { source } = this;
    const after = end + 2;
    if (!HUGO.test(source.slice(open, open + 3))) {
      this.parts.push(evaluate(source.slice(open + 2, end), this.context));
      return after;
    }
    const inside = source.slice(open + 3, end - 1);
    const reference = HUGO_REFERENCE.exec(inside)?.[1];
    if (reference !== undefined) this.parts.push(reference);
    const language = /^\s*highlight\s+(\S*)/.exec(inside)?.[1];
    if (language === undefined) return after;
    const close = source.indexOf('/highlight', after);
    const from = close < 0 ? -1 : source.lastIndexOf('{{', close);
    const to = close < 0 ? -1 : source.indexOf('}}', close);
    if (from < after || to < 0) return after;
    this.code(source.slice(after, from), language);
    return to + 2;
  }

  private code(code: string, language: string): void {
    this.parts.push(codeBlock(code, language));
  }
}

/**
 * Replaces the harmless part of Liquid (`raw`, `comment`, `highlight`, `post_url`, `link`,
 * `site.*`, `page.*`, `relative_url`, `absolute_url`) by what it stands for and drops every other
 * tag, output and shortcode (Hugo, Zola). Nothing is run and nothing is fetched. Linear time.
 */
export function expandLiquid(source: string, context: LiquidContext): string {
  if (!source.includes('{%') && !source.includes('{{')) return source;
  return new Expansion(source, context).run();
}

import { codeBlock } from './html-code.ts';
import { evaluate, type LiquidScope } from './liquid-value.ts';
import { isHugo, readHugo } from './shortcodes.ts';

/** What Liquid may ask of the site and the post; nothing else is known to it. */
export type LiquidContext = LiquidScope & {
  /** URL of a post by its file name without ending, for `post_url`. */
  readonly postUrl: (name: string) => string | undefined;
  /** URL of any file of the site by its path, for `link`. */
  readonly fileUrl: (path: string) => string | undefined;
};

/** Blocks whose content Jekyll does not print where it stands, or prints from data not at hand. */
const SILENT_BLOCKS = new Set(['capture', 'for', 'tablerow', 'schema', 'javascript', 'style']);

type Tag = { readonly name: string; readonly rest: string };

function readTag(inside: string): Tag {
  const trimmed = inside
    .replace(/^-?\s*/, '')
    .replace(/-$/, '')
    .trimEnd();
  const name = /^[\w/#]+/.exec(trimmed)?.[0] ?? '';
  return { name, rest: trimmed.slice(name.length).trim() };
}

/** Reads a template once from start to end. */
class Expansion {
  private readonly source: string;
  private readonly context: LiquidContext;
  /** UTF-16 units of the source after which no more is read. */
  private readonly enough: number;
  private parts: string[] = [];
  private readonly silent: { readonly name: string; readonly parts: number }[] = [];
  private readonly missing = new Set<string>();
  /** Whether the last tag asked for the white space after it to go. */
  private trimNext = false;

  constructor(source: string, context: LiquidContext, enough: number) {
    this.source = source;
    this.context = context;
    this.enough = enough;
  }

  run(): string {
    const { source, enough } = this;
    let at = 0;
    while (at < enough) {
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
    if (at < enough) this.print(source.slice(at));
    else if (this.silent[0] !== undefined) this.parts.length = this.silent[0].parts;
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
    if (!isHugo(source, open)) {
      this.parts.push(evaluate(source.slice(open + 2, end), this.context));
      return end + 2;
    }
    const { shown, after } = readHugo(source, open, end + 2);
    this.parts.push(shown);
    return after;
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
  return new Expansion(source, context, source.length).run();
}

/**
 * The beginning of what `expandLiquid` makes of a source: so much at least as the first `enough`
 * UTF-16 units become, and nothing of a block that is silent if it ends further down.
 */
export function expandLiquidStart(source: string, context: LiquidContext, enough: number): string {
  return new Expansion(source, context, enough).run();
}

/** What stands left of a block's text, and the rows made with it. */
import type { Article, Block } from './document.ts';
import type { LayoutOptions, Line, Segment, SegmentRole } from './line.ts';
import { cutText, textWidth } from './width.ts';

/** One step of a layout: a row, a wish for a blank row before the next, or steps to take first. */
export type Step = Line | { readonly gap: Context } | Steps;
export type Steps = Generator<Step, void, void>;

/** Offset of a row that holds no text; whoever takes the rows knows what came before. */
export const nowhere = -1;

/** What one layout is about. */
export type Setting = {
  readonly article: Article;
  readonly options: LayoutOptions;
  /** Lays blocks out; handed on so that tables need not know all other blocks. */
  readonly blocks: (setting: Setting, blocks: readonly Block[], context: Context) => Steps;
};

/** A stretch left of the text: `first` on the first row it stands before, then `rest`. */
type Part = {
  readonly first: string;
  readonly rest: string;
  /** Cells that `first` takes more than `rest`. */
  readonly extra: number;
  readonly role: SegmentRole;
  used: boolean;
};

export type Context = {
  /** Cells right of the parts' `rest`. */
  readonly width: number;
  /** Indents stop where fewer cells than these would be left. */
  readonly least: number;
  readonly parts: readonly Part[];
  /** Styles that all text gets. */
  readonly style: number;
  /** Whether paragraphs may have a first-line indent. */
  readonly indents: boolean;
  /** Tables around it. */
  readonly tables: number;
};

/**
 * The context of a whole article or table cell.
 *
 * @param width Cells of its rows.
 * @param more What else differs from the outermost context.
 */
export function outermost(width: number, more: Partial<Context> = {}): Context {
  const least = Math.min(width, Math.max(10, Math.floor(width / 2)));
  return { width, least, parts: [], style: 0, indents: true, tables: 0, ...more };
}

/**
 * The context of blocks that stand further right. Where too few cells would be left they do not,
 * but `first` is still shown.
 *
 * @param first Stands before the first row.
 * @param rest Stands before the others.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 */
export function indented(context: Context, first: string, rest: string, ambiguous: 1 | 2): Context {
  const cells = textWidth(rest, ambiguous);
  const fits = context.width - cells >= context.least;
  const kept = fits ? rest : '';
  const extra = textWidth(first, ambiguous) - (fits ? cells : 0);
  const part: Part = { first, rest: kept, extra, role: 'marker', used: false };
  const parts = fits || first.trim() !== '' ? [...context.parts, part] : context.parts;
  return { ...context, parts, width: fits ? context.width - cells : context.width, indents: false };
}

/** Cells that the next row has less than `context.width`. */
export function extraCells(context: Context): number {
  let extra = 0;
  for (const part of context.parts) if (!part.used) extra += part.extra;
  return extra;
}

/**
 * Blanks right before the text of a row.
 *
 * @param isNext Of the next row, else of those that are not the first.
 */
export function blankCells(context: Context, isNext: boolean): number {
  let cells = 0;
  for (let at = context.parts.length - 1; at >= 0; at--) {
    const part = context.parts[at];
    if (part === undefined) break;
    const text = isNext && !part.used ? part.first : part.rest;
    if (text.trim() !== '') break;
    cells += text.length;
  }
  return cells;
}

/**
 * The segments left of a row's text; what stands before a first row only is used up.
 *
 * @param start Offset of the text they stand before.
 */
export function takePrefix(context: Context, start: number): Segment[] {
  const segments: Segment[] = [];
  let blanks = '';
  for (const part of context.parts) {
    const text = part.used ? part.rest : part.first;
    part.used = true;
    if (text.trim() === '') blanks += text;
    else {
      segments.push({ text: blanks + text, style: 0, link: 0, role: part.role, start });
      blanks = '';
    }
  }
  if (blanks !== '') segments.push({ text: blanks, style: 0, link: 0, role: 'marker', start });
  return segments;
}

/** Whether something that stands before a first row only has not been shown yet. */
export function hasUnused(context: Context): boolean {
  return context.parts.some(part => !part.used && part.first.trim() !== '');
}

/**
 * A row without text: markers alone, or the bars of a quote on a blank row.
 *
 * @param start Offset of the text it stands before.
 */
export function emptyLine(context: Context, start: number, options: LayoutOptions): Line {
  const segments = takePrefix(context, start);
  while (segments.at(-1)?.text.trim() === '') segments.pop();
  const last = segments.pop();
  if (last !== undefined) {
    let room = options.width;
    for (const { text } of segments) room -= textWidth(text, options.ambiguous);
    const text = cutText(last.text.trimEnd(), room, options.ambiguous);
    if (text !== '') segments.push({ ...last, text });
  }
  return { segments, start, end: start };
}

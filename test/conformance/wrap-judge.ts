/** Has `wrapcheck.py`, which shares no code with ours, judge wrapped articles. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Article, Block } from '../../source/article/document.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import type { Line } from '../../source/article/line.ts';
import { expandLiquid } from '../../source/article/liquid.ts';
import { renderMarkdown } from '../../source/article/markdown.ts';
import { readArticle } from '../../source/article/read-article.ts';
import { textWidth } from '../../source/article/width.ts';
import { nowhere, optionsFor } from '../article/make-article.ts';

export type Work = {
  readonly name: string;
  readonly width: number;
  readonly source: string;
  readonly rendered: string;
  /** Cells of every row right of the bars of quotes, and of any marker, which no word can take. */
  readonly rooms: readonly number[];
  readonly firsts: readonly number[];
  /** Whether it holds a table, whose cells side by side no order of characters is kept by. */
  readonly table: boolean;
};

export type Verdict = {
  readonly name: string;
  readonly width: number;
  readonly table: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly samples: Readonly<Record<string, readonly string[]>>;
  /** Of the faults of which proof is looked for: how many have none, and what was looked at. */
  readonly unproven: Readonly<Record<string, number>>;
  readonly told: Readonly<Record<string, readonly string[]>>;
};

/** Runs the judge, and proves of its faults that the text leaves no other way. */
const driver = join(import.meta.dirname, 'wrap-driver.py');

/** Whether Python is at hand to run the judge. */
export function hasPython(): boolean {
  return spawnSync('python3', ['--version']).status === 0;
}

/** The verdicts of `wrapcheck.py` (its path) on works, in order. */
export function judge(wrapcheck: string, works: readonly Work[]): Verdict[] {
  const { stdout, stderr, status } = spawnSync('python3', [driver, wrapcheck], {
    input: works.map(work => JSON.stringify(work)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Verdict);
}

/**
 * A row with nothing but the article's words: blanks for what stands left of them, no rules, no
 * brackets around images.
 */
function judgedText(line: Line): string {
  const isRule = line.segments.some(({ role, text }) => role === 'border' && /^─+$/.test(text));
  if (isRule) return '';
  const parts = line.segments.map(({ role, text }) => {
    if (role === 'image')
      return text.replace(/^\[图:? ?|\]$/g, mark => ' '.repeat(textWidth(mark)));
    return role === 'marker' && text !== '-' ? ' '.repeat(textWidth(text)) : text;
  });
  return parts.join('').trimEnd();
}

/** Cells of a row right of the last marker that shows and that `counts`. */
function roomOf(line: Line, width: number, counts: (text: string) => boolean): number {
  let cells = 0;
  let taken = 0;
  for (const { role, text } of line.segments) {
    if (role !== 'marker') break;
    cells += textWidth(text);
    if (counts(text)) taken = cells;
  }
  return width - taken;
}

function holdsTable(blocks: readonly Block[]): boolean {
  return JSON.stringify(blocks).includes('"kind":"table"');
}

type Body = { readonly text: string; readonly format: 'markdown' | 'html' };

function bodyOf(file: string): Body {
  const header = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\r?\n(---|\.\.\.|\+\+\+)[ \t]*(\r?\n|$)/;
  const text = readFileSync(file, 'utf8').replace(header, '');
  return { text, format: /html?$/.test(file) ? 'html' : 'markdown' };
}

/** The article that a post's file holds. */
export function articleOf(file: string): Article {
  const { text, format } = bodyOf(file);
  return readArticle(text, format, nowhere);
}

/**
 * What there is to judge of one post: its HTML by our own Markdown stage, and its rows.
 *
 * @param file The post.
 * @param name How it is called in verdicts.
 */
export function worksOf(file: string, name: string, widths: readonly number[]): Work[] {
  const { text, format } = bodyOf(file);
  const article = articleOf(file);
  const expanded = expandLiquid(text, nowhere);
  let source = format === 'html' ? expanded : renderMarkdown(expanded, 'kramdown');
  // We show ruby in parentheses, and a line feed within an alternative text is a blank.
  source = source.replace(/<rp>[^<]*<\/rp>/g, '').replace(/<rt>([^<]*)<\/rt>/g, '($1)');
  source = source.replace(/alt="[^"]*"/g, alt => alt.replace(/\s+/g, ' '));
  const table = holdsTable(article.blocks);
  return widths.map(width => {
    const layout = layoutArticle(article, optionsFor(width));
    const lines = layout.lines(0, layout.count());
    const rendered = `${lines.map(judgedText).join('\n')}\n`;
    const rooms = lines.map(line => roomOf(line, width, text => text.includes('│')));
    const firsts = lines.map(line => roomOf(line, width, text => text.trim() !== ''));
    return { name, width, source, rendered, rooms, firsts, table };
  });
}

/** The faults of which no article should have any. */
export const faultKinds = [
  ...['over', 'bad_start', 'bad_end', 'strict', 'split_pair', 'broken', 'cluster'],
  ...['cjk_gap', 'missing', 'merged', 'glued', 'runts', 'trail'],
];
const provable = new Set(faultKinds.slice(1, 8).concat('runts'));

/** How often a verdict counts a fault, and how often it has no proof for that. */
export function faultsOf(verdict: Verdict, fault: string): { all: number; unproven: number } {
  const { counts, table, unproven } = verdict;
  // Cells side by side keep no order, and blocks of two cells share a row.
  if (fault === 'merged' && table) return { all: 0, unproven: 0 };
  const all = counts[fault === 'missing' && table ? 'missing_set' : fault] ?? 0;
  return { all, unproven: provable.has(fault) ? (unproven[fault] ?? 0) : all };
}

/** All posts below a folder, in order. */
export function postFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(md|markdown|html|txt)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => !/LICENSE|README|CC-BY/.test(file))
    .map(file => relative(folder, file))
    .sort();
}

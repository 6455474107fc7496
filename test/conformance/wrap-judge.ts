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
import { optionsFor } from '../article/make-article.ts';

export type Work = {
  readonly name: string;
  readonly width: number;
  readonly source: string;
  readonly rendered: string;
  /** Whether it holds a table, whose cells side by side no order of characters is kept by. */
  readonly table: boolean;
};

export type Verdict = {
  readonly name: string;
  readonly width: number;
  readonly table: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly samples: Readonly<Record<string, readonly string[]>>;
};

/** Reads works as lines of JSON, writes verdicts likewise. */
const driver = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location('wrapcheck', sys.argv[1])
judge = importlib.util.module_from_spec(spec)
spec.loader.exec_module(judge)
for line in sys.stdin:
    work = json.loads(line)
    counts, samples = judge.check(work['rendered'], work['source'], work['width'], 'html')
    samples = {key: value[:2] for key, value in samples.items()}
    same = {key: work[key] for key in ('name', 'width', 'table')}
    print(json.dumps({**same, 'counts': counts, 'samples': samples}))
`;

/** Whether Python is at hand to run the judge. */
export function hasPython(): boolean {
  return spawnSync('python3', ['--version']).status === 0;
}

/** The verdicts of \`wrapcheck.py\` (its path) on works, in order. */
export function judge(wrapcheck: string, works: readonly Work[]): Verdict[] {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', driver, wrapcheck], {
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

function withoutCode(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'code':
        return [];
      case 'quote':
        return [{ ...block, blocks: withoutCode(block.blocks) }];
      case 'list':
      case 'notes': {
        const items = block.items.map(item => ({ ...item, blocks: withoutCode(item.blocks) }));
        return [{ ...block, items }];
      }
      case 'definitions': {
        const definitions = block.definitions.map(one => ({
          ...one,
          descriptions: one.descriptions.map(withoutCode),
        }));
        return [{ ...block, definitions }];
      }
      case 'table': {
        const rows = block.rows.map(row =>
          row.map(cell => ({ ...cell, blocks: withoutCode(cell.blocks) })),
        );
        return [{ ...block, rows }];
      }
      default:
        return [block];
    }
  });
}

function holdsTable(blocks: readonly Block[]): boolean {
  return JSON.stringify(blocks).includes('"kind":"table"');
}

const nowhere = { page: {}, site: {}, postUrl: () => undefined, fileUrl: () => undefined };

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
 * @param code Whether its code blocks are judged too.
 */
export function worksOf(
  file: string,
  name: string,
  widths: readonly number[],
  code: boolean,
): Work[] {
  const { text, format } = bodyOf(file);
  const whole = articleOf(file);
  const article: Article = code ? whole : { ...whole, blocks: withoutCode(whole.blocks) };
  const expanded = expandLiquid(text, nowhere);
  let source = format === 'html' ? expanded : renderMarkdown(expanded, 'kramdown');
  if (!code) source = source.replace(/<pre[\s>][\s\S]*?<\/pre>/gi, '');
  // We show ruby in parentheses, and a line feed within an alternative text is a blank.
  source = source.replace(/<rp>[^<]*<\/rp>/g, '').replace(/<rt>([^<]*)<\/rt>/g, '($1)');
  source = source.replace(/alt="[^"]*"/g, alt => alt.replace(/\s+/g, ' '));
  const table = holdsTable(article.blocks);
  return widths.map(width => {
    const layout = layoutArticle(article, optionsFor(width));
    const rows = layout.lines(0, layout.count()).map(judgedText);
    return { name, width, source, rendered: `${rows.join('\n')}\n`, table };
  });
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

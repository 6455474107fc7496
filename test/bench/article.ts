/**
 * How fast articles become rows, beside ink's own wrapping (wrap-ansi), html-to-text's defaults, and an
 * empty script under the same Node.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { convert } from 'html-to-text';
import wrapAnsi from 'wrap-ansi';
import type { Article } from '../../source/article/document.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import { lineBreaks } from '../../source/article/line-break.ts';
import { renderMarkdown } from '../../source/article/markdown.ts';
import { readArticle } from '../../source/article/read-article.ts';
import { nowhere, optionsFor } from '../article/make-article.ts';
import type { Figure } from './figure.ts';
import { emptyScript, inScripts } from './floor.ts';
import { chinese, repeated } from './texts.ts';

const english =
  'The harbour wakes at six, long before the market does; by then the first of three ships has “two thousand boxes” on deck, and the crane crews (eight to a shift) are already at work.';

/** Median milliseconds of `times` calls, after as many to warm up, at most a hundred. */
function median(times: number, call: (turn: number) => void): number {
  for (let turn = 0; turn < Math.min(times, 100); turn++) call(turn);
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const begin = performance.now();
    call(turn);
    taken.push(performance.now() - begin);
  }
  return taken.sort((one, other) => one - other)[times >> 1] ?? 0;
}

function once(call: () => void): number {
  const begin = performance.now();
  call();
  return performance.now() - begin;
}

/** Reads and lays out 10 MB in a process of its own, bundled as the program is. */
function longArticle(): { readonly milliseconds: number; readonly kilobytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'));
  try {
    const outfile = join(folder, 'long-article.mjs');
    const entryPoints = [join(import.meta.dirname, 'long-article.ts')];
    buildSync({
      entryPoints,
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      minify: true,
    });
    return JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toRows(article: Article, width: number): number {
  return layoutArticle(article, optionsFor(width, { links: 'numbered' })).count();
}

/**
 * Measures everything; takes some fifteen seconds. What has a limit in milliseconds is also told in
 * empty scripts, which is what may be compared between machines.
 */
export function benchArticle(): Figure[] {
  const figures: Figure[] = [];
  const floor = emptyScript();
  const add = (name: string, value: number, unit: Figure['unit'], limit?: number) => {
    figures.push({ name, value, unit, ...(limit !== undefined && { limit }) });
  };
  const addInScripts = (name: string, value: number, limit?: number) => {
    figures.push(...inScripts(name, value, floor, limit));
  };
  add('an empty script', floor, 'ms');
  const read = (body: string) => readArticle(body, 'markdown', nowhere);

  const post = repeated(chinese, 6000);
  const article = read(post);
  const toLines = median(200, () => toRows(read(post), 72));
  const again = median(1000, turn => toRows(article, 40 + (turn % 60)));
  addInScripts('6 KB post: body to rows', toLines, 1);
  addInScripts('6 KB post: rows at a new width', again, 0.3);

  const html = renderMarkdown(post, 'kramdown');
  const plain = article.text;
  const ansi = median(20, turn => wrapAnsi(plain, 40 + (turn % 60), { hard: true, trim: false }));
  const toText = median(50, () => convert(html));
  add('6 KB post: wrap-ansi as ink calls it', ansi, 'ms');
  add('6 KB post: html-to-text defaults', toText, 'ms');
  add('rows at a new width, of wrap-ansi', again / ansi, '×');
  add('body to rows, of html-to-text', toLines / toText, '×');

  for (const [name, text] of [
    ['Chinese', read(repeated(chinese, 1e6)).text],
    ['English', repeated([english], 1e6)],
  ] as const) {
    const megabytes = Buffer.byteLength(text) / 1e6;
    const breaking = median(5, () => lineBreaks(text));
    const paragraphs = read(text);
    const wrapping = median(5, turn => toRows(paragraphs, 60 + turn));
    add(`${name}: break opportunities`, (megabytes / breaking) * 1000, 'MB/s');
    add(`${name}: fitted rows`, (megabytes / wrapping) * 1000, 'MB/s');
  }

  for (const megabytes of [1, 10]) {
    const body = repeated(chinese, megabytes * 1e6);
    let long = read('');
    const reading = once(() => {
      long = read(body);
    });
    const page = once(() => {
      layoutArticle(long, optionsFor(72)).lines(0, 50);
    });
    const whole = once(() => {
      toRows(long, 72);
    });
    add(`${megabytes} MB: read`, reading, 'ms');
    add(`${megabytes} MB: first 50 rows once read`, page, 'ms');
    add(`${megabytes} MB: all rows once read`, whole, 'ms');
    addInScripts(
      `${megabytes} MB: body to all rows`,
      reading + whole,
      megabytes === 10 ? 1500 : undefined,
    );
  }
  const { milliseconds, kilobytes } = longArticle();
  addInScripts('10 MB in a process of its own: body to all rows', milliseconds, 1500);
  add('10 MB in a process of its own: most memory', kilobytes / 1024, 'MB', 300);
  return figures;
}

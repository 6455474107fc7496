import wrapAnsi from 'wrap-ansi';
import { layoutArticle } from '../../source/article/layout.ts';
import { readArticle } from '../../source/article/read-article.ts';
import { textWidth } from '../../source/article/width.ts';
import { context } from '../article/reading.ts';
import type { Cell } from '../helpers/screen.ts';

/** Cells in a line of either setting. */
const MEASURE = 38;
const GAP = 6;

/** A paragraph of the post 2022-03-30-20413366. */
const PARAGRAPH =
  '本报讯　海丰港务昨晚披露2021年年度报告。全年实现营业收入48.60亿元，比上年增长12.5%；归属于上市公司股东的净利润6.84亿元，增长14.0%；基本每股收益0.45元。公司拟每10股派发现金红利1.80元（含税），合计2.74亿元，约占净利润的四成。';

const titles = {
  en: ['wrapped by wrap-ansi', 'set by kanbao'],
  zh: ['wrap-ansi 的折行', '看报的排版'],
} as const;

type Look = Partial<Pick<Cell, 'bold' | 'inverse' | 'color'>>;

function cellsOf(text: string, look: Look = {}): readonly Cell[] {
  const plain = { bold: false, dim: false, italic: false, underline: false, inverse: false };
  return [...text].flatMap(character => {
    const width = textWidth(character, 1);
    const cell: Cell = { ...plain, strike: false, color: -1, ...look, text: character, width };
    return width === 2 ? [cell, { ...cell, text: '', width: 0 }] : [cell];
  });
}

/** How far from its beginning, and from its end, a row is not as it should be. */
type Faults = { readonly start: number; readonly end: number };

const CLOSING = /^[，。、；：？！）》」』】〉”’…·]+/;
/** What belongs together as one word or one quantity. */
const PIECE = /[\p{Script=Latin}\d.,%]/u;

function faultsOf(rows: readonly string[], at: number): Faults {
  const row = rows[at] ?? '';
  const before = rows[at - 1] ?? '';
  const after = rows[at + 1] ?? '';
  const isCut = (left: string, right: string) =>
    PIECE.test(left.slice(-1)) && PIECE.test(right.slice(0, 1));
  const length = (piece: RegExp) => piece.exec(row)?.[0].length ?? 0;
  const start = isCut(before, row) ? length(/^[\p{Script=Latin}\d.,%]+/u) : length(CLOSING);
  return {
    start: at === 0 ? 0 : start,
    end: isCut(row, after) ? length(/[\p{Script=Latin}\d.,%]+$/u) : 0,
  };
}

function settingOf(title: string, rows: readonly string[]): readonly (readonly Cell[])[] {
  const red = { inverse: true, color: 1 };
  const set = rows.map((row, at) => {
    const { start, end } = faultsOf(rows, at);
    const inner = row.slice(start, row.length - end);
    return [
      ...cellsOf(row.slice(0, start), red),
      ...cellsOf(inner),
      ...cellsOf(row.slice(row.length - end), end === 0 ? {} : red),
    ];
  });
  return [cellsOf(title, { bold: true }), [], ...set];
}

/** The paragraph as rows, as Ink's own wrapper breaks it and as kanbao does. */
export function settings(): readonly [before: readonly string[], after: readonly string[]] {
  const layout = layoutArticle(readArticle(PARAGRAPH, 'markdown', context), {
    width: MEASURE,
    ambiguous: 1,
    links: 'none',
    hang: false,
    paragraphs: 'spaced',
    imageWord: '图',
  });
  const lines = layout.lines(0, layout.count());
  return [
    wrapAnsi(PARAGRAPH, MEASURE, { hard: true }).split('\n'),
    lines.map(line => line.segments.map(({ text }) => text).join('')),
  ];
}

/** One paragraph set twice, side by side; where a line begins or ends as it may not is marked. */
export function typesetting(lang: 'en' | 'zh'): readonly (readonly Cell[])[] {
  const [before, after] = settings().map((rows, at) => settingOf(titles[lang][at] ?? '', rows));
  const height = Math.max(before?.length ?? 0, after?.length ?? 0);
  return Array.from({ length: height }, (_, at) => {
    const left = before?.[at] ?? [];
    const right = after?.[at] ?? [];
    const blanks = ' '.repeat(MEASURE + GAP - left.length);
    const rest = ' '.repeat(MEASURE - right.length);
    return [...left, ...cellsOf(blanks), ...right, ...cellsOf(rest)];
  });
}

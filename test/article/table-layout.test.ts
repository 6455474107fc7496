import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, Style } from '../../source/article/document.ts';
import { textWidth } from '../../source/article/width.ts';
import { cell, layout, leaf, paragraph, rows, table } from './make-article.ts';

const header = { header: true };
const prices = table(
  [cell('品名', header), cell('产地', header), cell('价', { ...header, align: 'right' })],
  [cell('龙井'), cell('杭州西湖'), cell('1,200', { align: 'right' })],
  [cell('Sencha'), cell('宇治'), cell('88', { align: 'right' })],
);

test('columns are true to cells, headers stand above a rule', () => {
  assert.deepEqual(rows([prices], 40), [
    '品名   │ 产地     │    价',
    '───────┼──────────┼──────',
    '龙井   │ 杭州西湖 │ 1,200',
    'Sencha │ 宇治     │    88',
  ]);
});

test('header cells are bold', () => {
  const [line] = layout([prices], 40).lines(0, 1);
  assert.equal(line?.segments.find(({ text }) => text === '品名')?.style, Style.bold);
});

test('cells wrap by the rules of text, with a rule between table rows', () => {
  const wide = table(
    [cell('项', header), cell('说明', header)],
    [cell('一'), cell('这是一个比较长的说明，需要换行。')],
    [cell('二'), cell('短')],
  );
  assert.deepEqual(rows([wide], 24), [
    '项 │ 说明',
    '───┼────────────────────',
    '一 │ 这是一个比较长的说',
    '   │ 明，需要换行。',
    '───┼────────────────────',
    '二 │ 短',
  ]);
});

test('a table too narrow for its columns is stacked, headers before each value', () => {
  assert.deepEqual(rows([prices], 16), [
    '品名',
    '产地',
    '价',
    '',
    '品名: 龙井',
    '产地: 杭州西湖',
    '价: 1,200',
    '',
    '品名: Sencha',
    '产地: 宇治',
    '价: 88',
  ]);
});

test('a table is not in columns if a word would be cut', () => {
  const words = table([cell('internationalization'), cell('localization')]);
  assert.deepEqual(rows([words], 30), ['internationalization', 'localization']);
});

test('a cell over several columns takes their cells', () => {
  const spanned = table(
    [cell('甲'), cell('乙'), cell('丙')],
    [cell('甲和乙', { columns: 2 }), cell('丙')],
  );
  assert.deepEqual(rows([spanned], 30), ['甲 │ 乙 │ 丙', '甲和乙  │ 丙']);
});

test('a cell over several rows goes on beside them', () => {
  const spanned = table(
    [cell('一二三四五六七八九十', { rows: 2 }), cell('甲')],
    [cell('乙')],
    [cell('三'), cell('丙')],
  );
  const found = rows([spanned], 18);
  assert.deepEqual(found, [
    '一二三四五六  │ 甲',
    '              ├───',
    '七八九十      │ 乙',
    '──────────────┼───',
    '三            │ 丙',
  ]);
});

test('short rows, empty cells and empty tables are borne', () => {
  assert.deepEqual(rows([table([cell('a'), cell('b')], [cell('c')], [cell(''), cell('d')])], 20), [
    'a │ b',
    'c │',
    '  │ d',
  ]);
  assert.deepEqual(rows([table(), paragraph('x')], 20), ['x']);
  assert.deepEqual(rows([table([]), paragraph('x')], 20), ['x']);
});

test('stops do not hang into the next column', () => {
  const text = '一二三四五，六七八九十，一二三四五，';
  const wide = table([cell(text), cell(text)]);
  const widths = rows([wide], 23, { hang: true }).map(row => textWidth(row.split('│')[0] ?? ''));
  assert.equal(new Set(widths).size, 1);
});

test('a caption stands above', () => {
  const captioned: Block = { kind: 'table', caption: leaf('表一'), rows: [[cell('a'), cell('b')]] };
  assert.deepEqual(rows([captioned], 20), ['表一', 'a │ b']);
});

test('where box drawing may take two cells, borders are ASCII', () => {
  for (const row of rows([prices], 40, { ambiguous: 2 })) assert.doesNotMatch(row, /[─│┼]/);
});

test('tables within tables keep within the row', () => {
  let block: Block = prices;
  for (let depth = 0; depth < 200; depth++) {
    block = { kind: 'table', caption: null, rows: [[cell('x'), { ...cell(''), blocks: [block] }]] };
  }
  const found = rows([block], 60);
  assert.ok(found.every(row => textWidth(row) <= 60));
  assert.equal(found.join('').match(/x/g)?.length, 200);
});

test('spans beyond all bounds cost neither time nor width', () => {
  const cells = Array.from({ length: 5 }, () => cell('q', { columns: 1000, rows: 1000 }));
  const begin = performance.now();
  const many = table(...Array.from({ length: 300 }, () => cells));
  for (const width of [40, Number.POSITIVE_INFINITY]) {
    const found = rows([many], width);
    assert.equal(found.join('').match(/q/g)?.length, 1500);
  }
  assert.ok(performance.now() - begin < 3000);
});

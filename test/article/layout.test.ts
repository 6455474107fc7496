import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleLink, Block } from '../../source/article/document.ts';
import { Style } from '../../source/article/document.ts';
import { clusterEnd } from '../../source/article/graphemes.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import { textWidth } from '../../source/article/width.ts';
import {
  allRows,
  cell,
  code,
  heading,
  item,
  layout,
  leaf,
  list,
  makeArticle,
  optionsFor,
  paragraph,
  rows,
  table,
} from './make-article.ts';
import { stressTexts } from './stress-texts.ts';

const link = (n: number, text: string, start: number, href: string): ArticleLink => ({
  n,
  text,
  href,
  start,
  end: start + text.length,
});

test('a blank row stands between blocks, none at the start or end', () => {
  assert.deepEqual(rows([heading('题'), paragraph('一'), paragraph('二')], 20), [
    '题',
    '',
    '一',
    '',
    '二',
  ]);
});

test('indented paragraphs follow each other without a blank row, two Han characters in', () => {
  const blocks = [paragraph('一二三四五六七八九十'), paragraph('\u3000\u3000二'), heading('题')];
  assert.deepEqual(rows(blocks, 20, { paragraphs: 'indented' }), [
    '    一二三四五六七八',
    '九十',
    '    二',
    '',
    '题',
  ]);
});

test('items hang behind their markers, numbers end in one column', () => {
  const blocks = [
    list(true, item('9.', paragraph('一二三四五六七八九十')), item('10.', paragraph('二'))),
  ];
  assert.deepEqual(rows(blocks, 16), [' 9. 一二三四五六', '    七八九十', '10. 二']);
});

test('nested lists of a tight list have no blank rows, items of a loose one do', () => {
  const inner = list(true, item('•', paragraph('b')), item('•', paragraph('c')));
  assert.deepEqual(rows([list(true, item('1.', paragraph('a'), inner))], 20), [
    '1. a',
    '   • b',
    '   • c',
  ]);
  const loose = list(false, item('•', paragraph('a')), item('•', paragraph('b')));
  assert.deepEqual(rows([loose], 20), ['• a', '', '• b']);
});

test('an item without text still shows its marker', () => {
  assert.deepEqual(rows([list(true, item('•'), item('•', paragraph('b')))], 20), ['•', '• b']);
});

test('a marker stands beside the first text there is', () => {
  const blocks = [paragraph('a'), list(false, item('•', paragraph(' '), paragraph('b')))];
  assert.deepEqual(rows(blocks, 20), ['a', '', '• b']);
});

test('indents stop while half the row is left, markers still show', () => {
  let block: Block = paragraph('最里面的文字');
  for (let depth = 0; depth < 12; depth++) block = list(true, item('•', block));
  const found = rows([block], 20);
  assert.ok(found.every(row => textWidth(row) <= 20));
  assert.equal(found.join('').match(/•/g)?.length, 12);
  assert.equal(found.slice(-2).join('').replace(/ /g, ''), '•最里面的文字');
});

test('a quote has a bar on every row, blank ones too', () => {
  const quote: Block = { kind: 'quote', blocks: [paragraph('一二三四五六七'), paragraph('八')] };
  assert.deepEqual(rows([quote], 12), ['│ 一二三四五', '│ 六七', '│', '│ 八']);
});

test('code is verbatim', () => {
  assert.deepEqual(rows([code('if (a)  {\n\n\treturn  1;\n}\n')], 40), [
    'if (a)  {',
    '',
    '    return  1;',
    '}',
  ]);
});

test('code too wide goes on below, further right, the cut at its signs', () => {
  assert.deepEqual(rows([code('  const answer = compute(first, second);')], 24), [
    '  const answer =',
    '    compute(first,',
    '    second);',
  ]);
});

test('a line of code stands further left rather than that it ends in a row of one sign', () => {
  const line = '        this.accessor.tokenSecret = "";';
  assert.deepEqual(rows([code(line)], 33), ['  this.accessor.tokenSecret = "";']);
});

test('terms stand out and descriptions stand in', () => {
  const definitions: Block = {
    kind: 'definitions',
    definitions: [{ terms: [leaf('词')], descriptions: [[paragraph('解释')]] }],
  };
  const lines = layout([definitions], 40).lines(0, 9);
  assert.equal(lines[0]?.segments[0]?.style, Style.bold);
  assert.deepEqual(rows([definitions], 40), ['词', '    解释']);
  assert.deepEqual(rows([definitions], 30), ['词', '  解释']);
});

test('notes stand below a short rule', () => {
  const notes: Block = { kind: 'notes', items: [item('1.', paragraph('注'))] };
  assert.deepEqual(rows([paragraph('文'), notes], 20), ['文', '', '────────', '1. 注']);
});

test('centred and right text is where it belongs', () => {
  const block = (align: 'center' | 'right'): Block => ({ ...paragraph('中'), align }) as Block;
  assert.deepEqual(rows([block('center'), block('right')], 10), ['    中', '', '        中']);
});

test('forced line breaks hold, an empty line is one blank row', () => {
  assert.deepEqual(rows([paragraph('a\nb\n\n\nc\n')], 20), ['a', 'b', '', 'c']);
});

test('a paragraph without anything to show takes no row', () => {
  assert.deepEqual(rows([paragraph('a'), paragraph(' \u00a0'), paragraph('b')], 20), [
    'a',
    '',
    'b',
  ]);
});

test('an image shows its alternative text, alone on a row of its own', () => {
  const images = [
    { alt: '一匹\n马', src: 'a.png', start: 0 },
    { alt: '', src: 'b.png', start: 0 },
  ];
  const both = [
    { at: 0, image: 0, link: 0 },
    { at: 0, image: 1, link: 0 },
  ];
  const article = makeArticle([paragraph('', [], both)], [], images);
  assert.deepEqual(allRows(layoutArticle(article, optionsFor(30))), ['[图: 一匹 马]', '[图]']);
  const within = makeArticle([paragraph('前后', [], [{ at: 1, image: 0, link: 0 }])], [], images);
  const english = layoutArticle(within, optionsFor(30, { imageWord: 'image' }));
  assert.deepEqual(allRows(english), ['前[image: 一匹 马]后']);
});

test('a number follows its link and never starts a row', () => {
  const text = '看这里和那里吧';
  const links = [link(1, '这里', 1, 'http://a'), link(2, '那里', 4, 'http://b')];
  const runs = [
    { start: 1, end: 3, style: 0, link: 1 },
    { start: 4, end: 6, style: 0, link: 2 },
  ];
  const article = makeArticle([paragraph(text, runs)], links);
  const show = (width: number, more = {}) =>
    allRows(layoutArticle(article, optionsFor(width, { links: 'numbered', ...more })));
  assert.deepEqual(show(40), ['看这里[1]和那里[2]吧']);
  for (let width = 6; width < 24; width++) {
    for (const row of show(width)) assert.doesNotMatch(row, /^\[|^\d|\[\d?$/);
  }
  assert.deepEqual(show(40, { links: 'inline' }), ['看这里 <http://a>和那里 <http://b>吧']);
  assert.deepEqual(show(40, { links: 'none' }), ['看这里和那里吧']);
});

test('a link in several looks has one number, at its end', () => {
  const runs = [
    { start: 0, end: 2, style: Style.bold, link: 1 },
    { start: 2, end: 4, style: 0, link: 1 },
  ];
  const article = makeArticle([paragraph('ab\ncd', runs)], [link(1, 'ab c', 0, '#x')]);
  const shown = allRows(layoutArticle(article, optionsFor(40, { links: 'numbered' })));
  assert.deepEqual(shown, ['ab', 'c[1]d']);
});

test('an image link has its number behind the image', () => {
  const images = [{ alt: 'logo', src: 'a.png', start: 0 }];
  const block = paragraph('', [], [{ at: 0, image: 0, link: 1 }]);
  const article = makeArticle([block], [link(1, '', 0, 'http://a')], images);
  const shown = allRows(layoutArticle(article, optionsFor(40, { links: 'numbered' })));
  assert.deepEqual(shown, ['[图: logo][1]']);
});

test('segments are split by look and link and know where they start', () => {
  const runs = [{ start: 1, end: 3, style: Style.bold, link: 1 }];
  const article = makeArticle([paragraph('a'), paragraph('abcd', runs)], [link(1, 'bc', 4, 'x')]);
  const line = layoutArticle(article, optionsFor(40)).lines(2, 3)[0];
  assert.deepEqual(line, {
    segments: [
      { text: 'a', style: 0, link: 0, role: 'text', start: 3 },
      { text: 'bc', style: Style.bold, link: 1, role: 'text', start: 4 },
      { text: 'd', style: 0, link: 0, role: 'text', start: 6 },
    ],
    start: 3,
    end: 7,
  });
});

const everything: readonly Block[] = [
  heading('标题 Title'),
  ...stressTexts.map(text => paragraph(text)),
  list(true, ...stressTexts.slice(0, 6).map(text => item('•', paragraph(text)))),
  { kind: 'quote', blocks: [paragraph(stressTexts[0] ?? ''), code('a\n\n  b\tc')] },
  { kind: 'rule' },
  table(
    [cell('甲', { header: true }), cell('乙', { header: true })],
    [cell(stressTexts[1] ?? ''), cell('短')],
    [cell('x'), cell(stressTexts[3] ?? '')],
  ),
];
const isWords = (role: string) => role === 'text' || role === 'heading' || role === 'code';
const bare = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '');

test('the words of all segments, in the order of their places, are the text', () => {
  const article = makeArticle(everything);
  for (const width of [8, 20, 33, 60, 120, Number.POSITIVE_INFINITY]) {
    const one = layoutArticle(article, optionsFor(width, { links: 'numbered' }));
    const segments = one.lines(0, one.count()).flatMap(line => line.segments);
    const words = segments.filter(({ role }) => isWords(role));
    for (const { text, start } of words) {
      const there = article.text.slice(start, start + text.length);
      assert.equal(text.replaceAll('\t', ' '), there.replaceAll('\t', ' '), `${width}`);
    }
    const sorted = [...words].sort((a, b) => a.start - b.start);
    assert.equal(bare(sorted.map(({ text }) => text).join('')), bare(article.text), `${width}`);
  }
});

test('rows start at ascending places, also rows without text', () => {
  const article = makeArticle(everything.slice(0, -1));
  for (const width of [20, 60]) {
    const one = layoutArticle(article, optionsFor(width));
    let last = 0;
    for (const { start, end } of one.lines(0, one.count())) {
      assert.ok(start >= last && end >= start, `${last} ${start} ${end}`);
      last = start;
    }
  }
});

test('lineAt finds the row that holds a character, in tables too', () => {
  const article = makeArticle(everything);
  for (const width of [20, 60]) {
    const one = layoutArticle(article, optionsFor(width));
    const lines = one.lines(0, one.count());
    for (const [index, { segments }] of lines.entries()) {
      for (const { role, start, text } of segments) {
        if (!isWords(role)) continue;
        assert.equal(one.lineAt(start), index);
        assert.equal(one.lineAt(start + text.length - 1), index);
      }
    }
    assert.equal(one.lineAt(article.text.length + 100), lines.length - 1);
    assert.equal(one.lineAt(0), 0);
  }
});

test('the first rows of a long article do not wait for the rest', () => {
  let asked = 0;
  const blocks = new Proxy(
    Array.from({ length: 5000 }, () => paragraph('一段文字')),
    {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) asked++;
        return Reflect.get(target, key);
      },
    },
  );
  const article = { ...makeArticle([]), blocks };
  const one = layoutArticle(article, optionsFor(40));
  assert.equal(asked, 0);
  assert.equal(one.lines(0, 10).length, 10);
  assert.ok(asked < 20, `${asked} blocks`);
  assert.equal(one.count(), 9999);
});

test('the first rows of one giant paragraph come at once, and all rows do', () => {
  const article = makeArticle([paragraph('今天的报纸，'.repeat(500_000))]);
  const one = layoutArticle(article, optionsFor(72));
  const begin = performance.now();
  assert.equal(one.lines(0, 50).length, 50);
  assert.ok(performance.now() - begin < 500);
  assert.ok(one.count() > 80_000);
});

test('an infinite width gives a row a paragraph, item and table row', () => {
  const blocks = [
    paragraph('长'.repeat(5000)),
    list(true, item('•', paragraph('a '.repeat(3000)))),
    table([cell('甲'), cell('乙')], [cell('丙'), cell('丁')]),
  ];
  const found = rows(blocks, Number.POSITIVE_INFINITY);
  assert.deepEqual(
    found.map(row => row.slice(0, 8)),
    ['长'.repeat(8), '', '• a a a ', '', '甲 │ 乙', '丙 │ 丁'],
  );
});

test('no width from 1 up throws; no row is too wide but of one cluster', () => {
  const article = makeArticle(everything);
  for (const width of [1, 2, 3, 4, 5, 7, 11, 16]) {
    const one = layoutArticle(article, optionsFor(width, { links: 'numbered' }));
    for (const row of allRows(one)) {
      const isOneCluster = clusterEnd(row, 0) === row.length;
      assert.ok(textWidth(row) <= width || isOneCluster, `${width}: ${row}`);
    }
  }
});

test('images on a blank line of code stay on that line', () => {
  const images = [
    { alt: 'one', src: 'a.png', start: 2 },
    { alt: 'two', src: 'b.png', start: 2 },
  ];
  const leafImages = images.map((_, image) => ({ at: 2, image, link: 0 }));
  const inCode = { start: 0, text: 'a\n \nb', runs: [], images: leafImages };
  const own: Block = { kind: 'code', leaf: inCode, language: '' };
  const shown = layoutArticle(makeArticle([own], [], images), optionsFor(40));
  for (const row of allRows(shown)) assert.doesNotMatch(row, /\n/);
  assert.ok(allRows(shown).some(row => row.includes('[图: one][图: two]')));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText, padText, textWidth } from '../../source/article/width.ts';

function expectWidths(expected: Record<string, number>, ambiguous?: 1 | 2): void {
  for (const [text, cells] of Object.entries(expected)) {
    assert.equal(textWidth(text, ambiguous), cells, JSON.stringify(text));
  }
}

test('Han, kana, Hangul and full width forms take two cells, others one', () => {
  expectWidths({ '': 0, abc: 3, 中文: 4, かな: 4, 한글: 4, 'Ａ，': 4, ｱｶﾞ: 3, 𠀀a: 3, é: 1 });
});

test('combining marks, joiners and format characters take no cell', () => {
  expectWidths({
    'e\u0301': 1,
    'ก\u0e49': 1,
    'a\u200bb': 2,
    'x\u200d': 1,
    'a\u00adb': 2,
    '\ufeff': 0,
  });
});

test('conjoining jamo make one syllable of two cells', () => {
  expectWidths({ '\u1112\u1161\u11ab': 2, '\u1100': 2 });
});

test('an emoji sequence, a flag and a keycap take two cells', () => {
  expectWidths({
    '👨‍👩‍👧': 2,
    '👍🏽': 2,
    '🇨🇳': 2,
    '🇨🇳🇯🇵': 4,
    '🏳️‍🌈': 2,
    '❤️': 2,
    '❤': 1,
    '1️⃣': 2,
    '✌🏽': 2,
  });
});

test('a lone regional indicator takes two cells, a lone surrogate one', () => {
  expectWidths({ '🇨': 2, '\ud800': 1 });
});

test('ambiguous characters take as many cells as asked', () => {
  expectWidths({ '“”—…·①': 6 });
  expectWidths({ '“”—…·①': 12, abc: 3, 中: 2 }, 2);
});

test('a spacing vowel sign takes a cell of its own, as terminals count', () => {
  expectWidths({ कि: 2 });
});

test('cutText leaves alone what fits', () => {
  assert.equal(cutText('中文字', 6), '中文字');
  assert.equal(cutText('', 0), '');
});

test('cutText cuts between grapheme clusters and says so with …', () => {
  assert.equal(cutText('中文字', 5), '中文…');
  assert.equal(cutText('中文字', 4), '中…');
  assert.equal(cutText('👨‍👩‍👧👨‍👩‍👧', 3), '👨‍👩‍👧…');
  assert.equal(cutText('e\u0301e\u0301e\u0301', 2), 'e\u0301…');
  assert.equal(cutText('a bc', 3), 'a…');
});

test('cutText never gives more cells than asked', () => {
  for (const text of ['中文字', 'a中b文', '👨‍👩‍👧x', '“—…”']) {
    for (let width = 0; width < 8; width++) {
      for (const ambiguous of [1, 2] as const) {
        const cut = cutText(text, width, ambiguous);
        assert.ok(textWidth(cut, ambiguous) <= width, `${cut} in ${width}`);
      }
    }
  }
});

test('padText gives exactly the cells asked', () => {
  assert.equal(padText('中', 5), '中   ');
  assert.equal(padText('中文字', 4), '中… ');
  assert.equal(padText('', 3), '   ');
  assert.equal(textWidth(padText('“x”', 6, 2), 2), 6);
});

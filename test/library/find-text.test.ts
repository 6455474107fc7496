import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFinder } from '../../source/library/find-text.ts';

/** The matched pieces of the text. */
function found(text: string, ...phrases: readonly string[]): readonly string[] {
  return createFinder(text)(phrases).map(({ start, end }) => text.slice(start, end));
}

const same: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'case does not count for a phrase without capitals',
    'Tea TEA tea',
    'tea',
    ['Tea', 'TEA', 'tea'],
  ],
  ['case counts for a phrase with a capital', 'Tea TEA tea', 'Tea', ['Tea']],
  ['full-width and half-width letters are one', 'ＡＢＣ abc', 'abc', ['ＡＢＣ', 'abc']],
  ['a full-width phrase finds half-width text', 'abc 12', '１２', ['12']],
  ['half-width katakana with its sound mark is one', 'ﾃﾞｰﾀ データ', 'データ', ['ﾃﾞｰﾀ', 'データ']],
  ['full-width punctuation is found by half-width', '泉州（晚报）', '(晚报)', ['（晚报）']],
  ['composed and decomposed letters are one', 'cafe\u0301 café', 'café', ['cafe\u0301', 'café']],
  ['a letter with a mark is another letter', 'cafe\u0301', 'cafe', []],
  ['a phrase goes over a line end', 'iron goddess\nof mercy', 'goddess of', ['goddess\nof']],
  ['words of two lines are not one word', 'foo\nbar', 'foobar', []],
  ['a Chinese phrase goes over a line end', '铁观\n音', '铁观音', ['铁观\n音']],
  ['a Chinese phrase does not go over a paragraph’s end', '铁观\n\n音', '铁观音', []],
  ['blanks of any kind and number are one', 'a \u00a0\u3000 b', 'a b', ['a \u00a0\u3000 b']],
  ['compatibility forms are what they stand for', '重 5㎏…', 'kg...', ['㎏…']],
  ['part of a ligature is all of it', 'oﬃce', 'fic', ['ﬃc']],
  ['invisible breaks do not count', '铁\u200b观\u2060音', '铁观音', ['铁\u200b观\u2060音']],
  ['an emoji is found with its colour', 'ok 👍🏽!', '👍', ['👍🏽']],
  ['both sigmas are one', 'ΟΔΟΣ οδος', 'οδος', ['ΟΔΟΣ', 'οδος']],
  ['a dotted capital I keeps what follows in its place', 'İstanbul now', 'now', ['now']],
  ['Hangul jamo are their syllable', '\u1112\u1161\u11ab글', '한글', ['\u1112\u1161\u11ab글']],
  ['matches do not overlap', 'aaaa', 'aa', ['aa', 'aa']],
  ['signs of regular expressions are signs', 'a.*b (c)', '.*b (', ['.*b (']],
  ['blanks alone find nothing', 'a  b', '  ', []],
  ['nothing finds nothing', 'abc', '', []],
];

for (const [rule, text, phrase, matches] of same) {
  test(rule, () => {
    assert.deepEqual(found(text, phrase), matches);
  });
}

test('several phrases are found in the order of the text, the longer one where two begin', () => {
  assert.deepEqual(found('b ab abc b', 'b', 'abc'), ['b', 'b', 'abc', 'b']);
  assert.deepEqual(found('晚报 泉州晚报', '泉州晚报', '晚报'), ['晚报', '泉州晚报']);
});

test('a match is where it is, whatever stands before it', () => {
  const pieces = [
    '…',
    '㎏',
    'ﬃ',
    'e\u0301',
    '  \n',
    '泉\n州',
    'ﾃﾞ',
    '👨‍👩‍👧',
    'ß',
    'İ',
    'ａ',
    '\u200b',
    'x',
  ];
  let seed = 7;
  for (let round = 0; round < 400; round += 1) {
    let before = '';
    for (let count = 0; count < 12; count += 1) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      before += pieces[(seed >> 8) % pieces.length] ?? '';
    }
    const text = `${before}·Needle·${before}needle`;
    const finder = createFinder(text);
    const at = before.length + 1;
    assert.deepEqual(finder(['Needle']), [{ start: at, end: at + 6 }], JSON.stringify(text));
    assert.deepEqual(finder(['needle']).at(-1), { start: text.length - 6, end: text.length });
  }
});

test('a long text takes linear time, also when nothing in it is regular', () => {
  const floods = [
    '泉州晚报，铁观音。\n\n',
    'word after word ',
    '…',
    ' ',
    '\n',
    'e\u0301',
    'ﾃﾞ',
    '\u200b',
    '👍',
    'ａ',
    '\ud800',
  ];
  const before = performance.now();
  for (const flood of floods) {
    const finder = createFinder(flood.repeat(400_000 / flood.length));
    finder(['no such phrase']);
    finder(['x']);
  }
  assert.ok(performance.now() - before < 20_000);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../../../source/article/width.ts';
import { stableText } from '../../../source/reader/rows/stable-text.ts';

test('emoji sequences become one emoji and flags two letters, in the same number of cells', () => {
  for (const [text, stable] of [
    ['👨‍👩‍👧 in', '👨 in'],
    ['🇨🇳队', 'CN队'],
    ['👍🏽!', '👍!'],
    ['❤️!', '❤ !'],
  ] as const) {
    assert.equal(stableText(text, 1), stable);
    assert.equal(textWidth(stableText(text, 1), 1), textWidth(text, 1));
  }
});

test('text without such sequences is left alone, joiners between letters too', () => {
  for (const text of ['泉州晚报 2022', 'क्‍ष', 'می‌خواهم', 'é']) {
    assert.equal(stableText(text, 1), text);
  }
});

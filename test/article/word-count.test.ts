import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../source/article/word-count.ts';

test('each Han character, kana and bopomofo counts one; punctuation counts nothing', () => {
  assert.equal(countWords('泉州晚报，今天。'), 6);
  assert.equal(countWords('ラーメンを食べる！'), 8);
  assert.equal(countWords('々〇𠮷'), 3);
});

test('a word of another script counts one, with what holds it together', () => {
  assert.equal(countWords("I don't re-read 3.14 or 10,000 times"), 7);
  assert.equal(countWords('Слово λόγος 한국어 단어'), 4);
});

test('scripts are told apart where no blank stands between them', () => {
  assert.equal(countWords('2022年GDP增长5.5%'), 6);
  assert.equal(countWords(''), 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanField, cleanText } from '../../source/article/sanitise.ts';

test('plain text of any common script passes unchanged', () => {
  for (const text of [
    '泉州晚报，“今天”……',
    'plain ASCII\nin lines',
    'ひらがな ー カナ',
    '한글 문장',
    'Ελληνικά и русский',
    'é à ü',
  ]) {
    assert.equal(cleanText(text), text);
  }
});

test('ESC and its kin show as control pictures, so that no sequence reaches a terminal', () => {
  assert.equal(cleanText('\x1b[31mred\x1b]0;title\x07'), '␛[31mred␛]0;title␇');
  assert.equal(cleanText('a\x7fb\x08c'), 'a␡b␈c');
  assert.equal(cleanText('a\0b\x9bc\x85d'), 'abc\nd');
});

test('every line end becomes LF and a TAB becomes blanks up to the next fourth column', () => {
  assert.equal(cleanText('a\r\nb\rc\u2028d\u2029e'), 'a\nb\nc\nd\ne');
  assert.equal(cleanText('\ta\tb\nab\tc'), '    a   b\nab  c');
});

test('overrides go, and embeddings and isolates stay only where they are paired in their line', () => {
  assert.equal(cleanText('\u202etxt.exe\u202c'), 'txt.exe');
  assert.equal(cleanText('\u2067abc\u2069 \u2066x'), '\u2067abc\u2069 x');
  assert.equal(cleanText('\u2067abc\ndef\u2069'), 'abc\ndef');
  assert.equal(
    cleanText('\u202aa\u2067b\u202cc\u2069'),
    '\u202aa\u2067b\u202cc\u2069'.replace(/[\u202a\u202c]/g, ''),
  );
});

test('joiners stay in emoji and in scripts that they shape, and nowhere else', () => {
  for (const text of ['👨‍👩‍👧', '❤️‍🔥', 'می‌خواهم', 'क्‍ष', 'ශ්‍රී']) assert.equal(cleanText(text), text);
  assert.equal(cleanText('pass\u200dword and \u200c中\u200d文'), 'password and 中文');
});

test('a zero width space stays once, as a place where a line may break', () => {
  assert.equal(cleanText('a\u200b\u200b\u200bb'), 'a\u200bb');
  assert.equal(cleanText('\ufeffa\u00adb\u2062c'), 'abc');
});

test('tag characters stay in a flag only', () => {
  const scotland = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';
  assert.equal(cleanText(scotland), scotland);
  assert.equal(cleanText('a\u{e0067}\u{e0062}b'), 'ab');
});

test('lone surrogates and noncharacters become U+FFFD', () => {
  assert.equal(cleanText('a\ud800b\udc00c\uffff'), 'a\ufffdb\ufffdc\ufffd');
});

test('a base carries at most 16 combining marks', () => {
  assert.equal(cleanText(`a${'\u0301'.repeat(500)}b`), `a${'\u0301'.repeat(16)}b`);
});

test('a field is one trimmed line with single blanks', () => {
  assert.equal(cleanField('  a \n\t b\u00a0\u00a0c  '), 'a b c');
  assert.equal(cleanField('新闻　　标题\x1b[0m'), '新闻　标题␛[0m');
  assert.equal(cleanField('\u2067\n'), '');
});

test('cleaning twice changes nothing more', () => {
  for (const text of [
    '\x1b[1m',
    'a\u200d\u200b\u200db',
    '\u202a\u2067x\u202c',
    'a\u200b\u2067\u200bb',
    '\t\t',
    '\r\r\n',
    '\ud800\u0301',
  ]) {
    assert.equal(cleanText(cleanText(text)), cleanText(text), JSON.stringify(text));
    assert.equal(cleanField(cleanField(text)), cleanField(text), JSON.stringify(text));
  }
});

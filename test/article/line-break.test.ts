import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineBreaks } from '../../source/article/line-break.ts';

/** The pieces of a text between its break opportunities. */
function expectPieces(...pieces: string[]): void {
  const text = pieces.join('');
  const offsets = lineBreaks(text);
  const found = [0, ...offsets].map((from, index) => text.slice(from, offsets[index]));
  assert.deepEqual(found, pieces);
}

test('Latin words break after blanks, Han characters between each other', () => {
  expectPieces('two ', 'words');
  expectPieces('中', '文', '字');
  expectPieces('用', 'TypeScript ', '写', '的');
});

test('brackets and stops stay with what they belong to', () => {
  expectPieces('他', '（她）', '说，', '好。');
  expectPieces('(a) ', '[b]! ', 'c');
});

test('numbers keep their signs and units', () => {
  expectPieces('$1,234.50 ', '-3% ', '(12)');
});

test('a number may start with a stop', () => {
  expectPieces('equals ', '.35 ', 'cents');
});

test('curly quotes between Han characters break outside only', () => {
  expectPieces('说', '“好', '的”', '了');
});

test('a hyphen that starts a word does not leave it', () => {
  expectPieces('use ', '-v ', 'here');
});

test('flags pair up', () => {
  expectPieces('🇨🇳', '🇯🇵', '🇰');
});

test('an orthographic syllable of aksaras stays whole', () => {
  expectPieces('\u1b13\u1b44\u1b13', '\u1b14');
});

test('line feeds must break', () => {
  expectPieces('a\n', '\n', 'b\r\n', 'c');
});

test('a zero width space breaks, a word joiner and a no-break space do not', () => {
  expectPieces('a\u200b', 'b\u2060c\u00a0d');
});

test('any sequence of characters of all classes is read without fault', () => {
  const samples = Array.from(
    'a中(“”)!-—…,/%$1 \u00a0\u200b\u200d\u0301\u2060가ᄀ👍🏽🇨א\u1b13\u1b44\n',
  );
  for (const one of samples) {
    for (const two of samples) {
      for (const three of samples) {
        const text = one + two + three;
        const offsets = lineBreaks(text);
        assert.ok(offsets.every((at, index) => at > (offsets[index - 1] ?? 0) && at < text.length));
      }
    }
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusters } from '../../source/article/graphemes.ts';

function expectClusters(...parts: string[]): void {
  assert.deepEqual([...clusters(parts.join(''))], parts);
}

test('letters with their marks are one cluster', () => {
  expectClusters('e\u0301', 'o\u0302\u0323', 'x');
  expectClusters('ก\u0e33', 'ไ', 'ท');
});

test('an emoji sequence is one cluster, neighbouring emoji are two', () => {
  expectClusters('👨‍👩‍👧‍👦', '👋🏽', '❤️‍🔥', '1️⃣', '👍');
});

test('regional indicators pair up', () => {
  expectClusters('🇨🇳', '🇯🇵', '🇰');
});

test('an Indic conjunct is one cluster', () => {
  expectClusters('क्ष', 'त्रि', 'य');
});

test('Hangul jamo join to syllables', () => {
  expectClusters('\u1112\u1161\u11ab', '\u1100\u1173\u11af', '각');
});

test('CR LF is one cluster and controls stand alone', () => {
  expectClusters('a', '\r\n', '\n', '\u0301', 'b');
});

test('the clusters of any text make up the text', () => {
  const text = 'x\ud800y👩\u200d\u0301\u200d🇨🇳🇨\u0600ab\u200b中';
  assert.equal([...clusters(text)].join(''), text);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestName } from '../../source/system/nearest-name.ts';

const known = ['list', 'links', 'categories', 'cat', 'search', 'mark', 'read'];

test('a slip of the finger finds the name that was meant', () => {
  const slips = {
    lsit: 'list',
    lists: 'list',
    serach: 'search',
    categorys: 'categories',
    MARK: 'mark',
  };
  for (const [word, name] of Object.entries(slips))
    assert.equal(nearestName(word, known), name, word);
});

test('a beginning finds the only name it fits', () => {
  assert.equal(nearestName('categ', known), 'categories');
  assert.equal(nearestName('li', known), undefined, 'list and links');
});

test('what resembles nothing finds nothing', () => {
  for (const word of ['', 'x', 'zzzz', 'newspaper', 'l'.repeat(100_000)]) {
    assert.equal(nearestName(word, known), undefined, word.slice(0, 20));
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '../../source/commands/day-range.ts';

const now = new Date(2022, 2, 3, 0, 5);

test('a year or a month stands for its first day since, and its last day until', () => {
  assert.equal(parseDay('2022', 'first', now), '2022-01-01');
  assert.equal(parseDay('2022', 'last', now), '2022-12-31');
  assert.equal(parseDay('2022-02', 'first', now), '2022-02-01');
  assert.equal(parseDay('2022-02', 'last', now), '2022-02-28');
  assert.equal(parseDay('2024-02', 'last', now), '2024-02-29');
});

test('a day stands for itself, with one digit too', () => {
  assert.equal(parseDay('2022-03-11', 'first', now), '2022-03-11');
  assert.equal(parseDay('2022-3-1', 'last', now), '2022-03-01');
});

test('today and days ago go by the wall clock, over the end of a month', () => {
  assert.equal(parseDay('today', 'first', now), '2022-03-03');
  assert.equal(parseDay('0d', 'last', now), '2022-03-03');
  assert.equal(parseDay('7d', 'first', now), '2022-02-24');
});

test('days that no calendar has, and other words, are none', () => {
  for (const text of [
    '2022-13',
    '2022-00',
    '2022-02-30',
    '22',
    '2022-1-1-1',
    'd',
    '-3d',
    'soon',
    '',
  ]) {
    assert.equal(parseDay(text, 'first', now), undefined, text);
  }
});

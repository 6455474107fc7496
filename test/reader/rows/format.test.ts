import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, dayHeading, grouped } from '../../../source/reader/rows/format.ts';
import { messagesFor } from '../../../source/reader/words/messages-for.ts';

const zh = messagesFor('zh');
const en = messagesFor('en');
const date = { time: Date.parse('2022-03-11T10:17:03+08:00'), offset: 480 };

test('a day is called today and yesterday by the clock of the post, not of the machine', () => {
  const lateUtc = Date.parse('2022-03-10T23:00:00Z');
  assert.equal(dayHeading(date, lateUtc, zh), '今天');
  assert.equal(dayHeading(date, Date.parse('2022-03-11T17:00:00Z'), zh), '昨天');
  assert.equal(dayHeading(date, Date.parse('2022-03-12T17:00:00Z'), zh), '2022-03-11 周五');
  assert.equal(dayHeading(date, Date.parse('2022-03-12T17:00:00Z'), en), '2022-03-11 Fri');
  assert.equal(dayHeading(date, lateUtc, en), 'Today');
});

test('a post without a date stands under its own heading', () => {
  assert.equal(dayHeading(null, 0, zh), '无日期');
});

test('the time is the post’s own, and none where the date had none', () => {
  assert.equal(clockOf(date), '10:17');
  assert.equal(clockOf({ time: Date.parse('2022-03-11T00:00:00+08:00'), offset: 480 }), '');
});

test('numbers are grouped by thousands', () => {
  assert.deepEqual([1, 999, 1000, 1234567].map(grouped), ['1', '999', '1,000', '1,234,567']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitRow, paintRow, rowWidth, span, spreadRow } from '../../../source/reader/rows/row.ts';

const textOf = (row: readonly { text: string }[]): string => row.map(({ text }) => text).join('');

test('a row is cut between characters and filled to its width', () => {
  assert.equal(textOf(fitRow([span('看报'), span('读报')], 7, 1)), '看报读…');
  assert.equal(textOf(fitRow([span('看报')], 6, 1)), '看报  ');
  for (let width = 0; width < 12; width += 1) {
    assert.equal(rowWidth(fitRow([span('看a报b读c')], width, 1), 1), width);
  }
});

test('what is on the right goes where the left has no room, the least important first', () => {
  const right = [[span('10:17')], [span('泉州晚报')]];
  assert.equal(
    textOf(spreadRow([span('标题')], right, 30, 4, 1)),
    '标题           泉州晚报  10:17',
  );
  assert.equal(textOf(spreadRow([span('标题标题标题')], right, 20, 12, 1)), '标题标题标题   10:17');
  assert.equal(textOf(spreadRow([span('标题标题标题')], right, 12, 12, 1)), '标题标题标题');
});

test('without colour bold, dim and inverse stay and hues go', () => {
  const row = [span('a', { inverse: true, color: 'red' }), span('b', { bold: true }), span('c')];
  assert.equal(paintRow(row, 'none', 1), '\x1b[7ma\x1b[0m\x1b[1mb\x1b[0mc');
  assert.equal(paintRow(row, 'any', 1), '\x1b[7;31ma\x1b[0m\x1b[1mb\x1b[0mc');
});

test('nothing in a row reaches the terminal as a control character', () => {
  const row = [span('a\x1b]52;c;aGk=\x07b\x9b31mc\r\n', { bold: true })];
  assert.equal(paintRow(row, 'any', 1), '\x1b[1ma]52;c;aGk=b31mc\x1b[0m');
});

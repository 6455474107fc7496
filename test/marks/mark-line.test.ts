import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMarkLine, type MarkLine, parseMarkLine } from '../../source/marks/mark-line.ts';

const mark: MarkLine = { time: 1_646_965_023_000, path: '_posts/2022-03-11-海港.md', kind: 'star' };

test('a mark is one readable line of time, path and kind', () => {
  assert.equal(formatMarkLine(mark), '1646965023000\t_posts/2022-03-11-海港.md\tstar\n');
});

test('a path with TAB, line feed, escape or percent sign survives the way through a line', () => {
  const path = '_posts/a\tb\nc\u001b[31m\u009b 100%.md';
  const line = formatMarkLine({ ...mark, path });
  assert.equal(line.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/), null);
  assert.equal(line.split('\n').length, 2);
  assert.deepEqual(parseMarkLine(line.trimEnd()), { ...mark, path });
});

test('a line that was cut off anywhere is damaged, never another mark', () => {
  for (const kind of ['read', 'unread', 'star', 'unstar'] as const) {
    for (const more of [{}, { batch: 'x-1' }, { isUndo: true }, { batch: 'x-1', isUndo: true }]) {
      const whole = { ...mark, kind, ...more } as MarkLine;
      const line = formatMarkLine(whole).trimEnd();
      assert.deepEqual(parseMarkLine(line), whole);
      for (let end = 0; end < line.length; end++) {
        assert.equal(parseMarkLine(line.slice(0, end)), undefined, line.slice(0, end));
      }
    }
  }
});

test('what is no mark is damaged', () => {
  const damaged = [
    '',
    'x\t_posts/a.md\tread',
    '-5\t_posts/a.md\tread',
    '1e3\t_posts/a.md\tread',
    '99999999999999999\t_posts/a.md\tread',
    '5\t\tread',
    '5\t_posts/a.md\tlike',
    '5\t_posts/a.md\tread\tmore',
    '5\t_posts/a.md\t\tread',
    '5\t_posts/a.md\ta\tb\tread',
    '5\tread',
    'read',
    '5\t_posts/a.md\tundo-like',
    '5\t_posts/%zz.md\tread',
    '\0\0\0\0',
  ];
  for (const line of damaged) assert.equal(parseMarkLine(line), undefined, JSON.stringify(line));
});

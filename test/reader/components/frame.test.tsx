import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'ink-testing-library';
import { Frame } from '../../../source/reader/components/frame.tsx';
import { LineRow } from '../../../source/reader/components/line-row.tsx';
import { span } from '../../../source/reader/rows/row.ts';

const size = { columns: 20, rows: 5, settings: { color: false, ambiguous: 1 } } as const;

test('a frame fills the screen: rows from the top, the status line at the bottom', () => {
  const rows = [[span('一')], [span('two')]];
  const { lastFrame, unmount } = render(
    <Frame canvas={size} screen={{ rows, status: [span('status')] }} />,
  );
  assert.equal(lastFrame(), '一\ntwo\n\n\nstatus');
  unmount();
});

test('rows that do not fit above the status line are not shown', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map(text => [span(text)]);
  const { lastFrame, unmount } = render(
    <Frame canvas={size} screen={{ rows, status: [span('status')] }} />,
  );
  assert.equal(lastFrame(), 'a\nb\nc\nd\nstatus');
  unmount();
});

test('a row wider than the screen is cut, whatever it shows', () => {
  const rows = [
    [span('  '), span('这一行比屏幕宽得多，宽得多')],
    [span('a'.repeat(21)), span('b')],
  ];
  const { lastFrame, unmount } = render(
    <Frame canvas={size} screen={{ rows, status: [span('s'.repeat(30))] }} />,
  );
  const cut = ['  这一行比屏幕宽得…', `${'a'.repeat(19)}…`, '', '', `${'s'.repeat(19)}…`];
  assert.equal(lastFrame(), cut.join('\n'));
  unmount();
});

test('a row is written as it was cut, cells and all, whatever Ink would measure', () => {
  const text = '汉字…👨‍👩‍👧';
  const { lastFrame, rerender, unmount } = render(<LineRow text={text} plain={text} />);
  assert.equal(lastFrame(), text);
  rerender(<LineRow text="next" plain="next" />);
  assert.equal(lastFrame(), 'next');
  unmount();
});

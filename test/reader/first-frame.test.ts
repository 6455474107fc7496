import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showFirstFrame } from '../../source/reader/first-frame.ts';
import { openReader } from '../../source/reader/open-reader.tsx';
import { span } from '../../source/reader/rows/row.ts';
import type { ReaderSettings } from '../../source/reader/settings.ts';
import { CLEAR } from '../../source/reader/whole-screen.ts';
import { readerSettings } from '../helpers/reader-settings.ts';
import { openScreen, type Screen } from '../helpers/screen.ts';
import { fakeLibrary, fakeMarks, fakePost } from './fake-library.ts';

const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';

const library = fakeLibrary(
  Array.from({ length: 60 }, (_, age) => fakePost(`p${age}`, `c${age % 7}`, age)),
);

function open(screen: Screen, more: Partial<ReaderSettings> = {}): Promise<void> {
  return openReader({
    library,
    marks: fakeMarks(),
    start: {},
    stdin: screen.stdin,
    stdout: screen.stdout,
    now: () => Date.parse('2026-01-02T03:04:05Z'),
    settings: { ...readerSettings, lang: 'zh', ...more },
  });
}

/** Calls `then` when the first frame has been written, before Ink is there. */
function afterFirstFrame({ stdout }: Screen, then: () => void): void {
  const write = stdout.write.bind(stdout);
  stdout.write = ((...given: Parameters<typeof write>) => {
    stdout.write = write;
    const isMore = write(...given);
    then();
    return isMore;
  }) as typeof stdout.write;
}

function cellsOf(screen: Screen, rows: number) {
  return Array.from({ length: rows }, (_, row) => screen.cells(row));
}

for (const [columns, rows, more] of [
  [80, 24, {}],
  [120, 40, { lang: 'en', background: 'dark' }],
  [120, 40, { ambiguous: 2, color: false }],
  [20, 5, {}],
  [15, 3, {}],
] as const) {
  test(`what is shown before Ink is loaded is what Ink draws, at ${columns}x${rows} with ${JSON.stringify(more)}`, async () => {
    const screen = openScreen(columns, rows);
    const closed = open(screen, more);
    await screen.see(/\S/);
    await screen.settle();
    const written = screen.taken();
    const inks = written.indexOf(CLEAR, written.indexOf(CLEAR) + 1);
    assert.ok(inks > 0, 'Ink has drawn over it');
    const before = openScreen(columns, rows);
    before.stdout.write(written.slice(0, inks));
    await before.settle();
    assert.deepEqual(cellsOf(before, rows), cellsOf(screen, rows));
    await screen.send('Q');
    await closed;
  });
}

test('the alternate screen is entered once and left once, or the shell loses its cursor', async () => {
  const screen = openScreen(80, 24);
  const closed = open(screen);
  await screen.see(/\S/);
  await screen.settle();
  await screen.send('Q');
  await closed;
  const written = screen.taken();
  assert.equal(written.split(ENTER).length - 1, 1);
  assert.equal(written.split(LEAVE).length - 1, 1);
  assert.equal(screen.alternate(), false);
  assert.equal(screen.cursorHidden(), false);
});

test('a terminal resized before Ink is there is drawn at its new size', async () => {
  const screen = openScreen(80, 24);
  afterFirstFrame(screen, () => void screen.resize(40, 12));
  const closed = open(screen);
  await screen.settle();
  await screen.settle();
  const small = openScreen(40, 12);
  const smallClosed = open(small);
  await small.settle();
  assert.deepEqual(screen.rows(), small.rows());
  await screen.send('Q');
  await small.send('Q');
  await Promise.all([closed, smallClosed]);
});

test('a terminal that goes away before Ink is there ends the reader', async () => {
  const screen = openScreen(80, 24);
  afterFirstFrame(screen, () => void screen.stdout.emit('error', new Error('EIO')));
  await open(screen);
  assert.equal(screen.raw(), false);
});

test('a first frame that is replaced is drawn for the size the terminal has by then', async () => {
  const screen = openScreen(80, 24);
  const settings = { ambiguous: 1, color: false, background: 'dark' } as const;
  const status = [span('status')];
  const canvas = { columns: 80, rows: 24, settings };
  const first = showFirstFrame({ rows: [], status }, canvas, screen.stdout);
  first.replace({ rows: [], status }, { columns: 40, rows: 10, settings });
  await screen.settle();
  const words = cellsOf(screen, 24).map(cells =>
    cells
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
  assert.equal(words.indexOf('status'), 9);
  assert.equal(words.lastIndexOf('status'), 9);
  first.leave();
});

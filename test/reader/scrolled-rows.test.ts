import assert from 'node:assert/strict';
import { test } from 'node:test';
import xterm from '@xterm/headless';
import { scrolledRows } from '../../source/reader/scrolled-rows.ts';
import { randomFrom } from '../bench/corpus.ts';

const COLUMNS = 30;

const texts = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, at) => `row ${from + at} 行行行行行行行行`);

/** What a terminal that shows `previous` shows after `sequence`, and the row its cursor is in. */
async function shownAfter(previous: readonly string[], sequence: string) {
  const { length } = previous;
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: length, allowProposedApi: true });
  await new Promise<void>(done => {
    terminal.write(`\x1b[?1049h${previous.join('\r\n')}${sequence}`, done);
  });
  const { active } = terminal.buffer;
  const rows = previous.map((_, row) => active.getLine(row)?.translateToString(true) ?? '');
  return { rows, cursor: active.cursorY };
}

test('rows that moved by one are moved by the terminal, whichever way, what stands around them stays', async () => {
  for (const by of [1, -1, 3]) {
    const frame = (from: number) => ['title', '', ...texts(12, from), '', 'status'];
    const previous = frame(10);
    const next = frame(10 + by);
    const scrolled = scrolledRows(previous, next);
    assert.ok(scrolled !== undefined);
    const { rows, cursor } = await shownAfter(previous, scrolled.sequence);
    assert.deepEqual(rows, scrolled.rows);
    assert.equal(cursor, previous.length - 1);
    const changed = next.filter((row, at) => row !== scrolled.rows[at]);
    assert.equal(changed.length, Math.abs(by));
  }
});

test('rows are not moved where that saves nothing', () => {
  const rows = texts(8);
  assert.equal(scrolledRows(rows, rows), undefined);
  assert.equal(scrolledRows(rows, [...rows.slice(0, 7), 'status']), undefined);
  assert.equal(scrolledRows(rows, texts(8, 100)), undefined);
  assert.equal(scrolledRows(rows, texts(9)), undefined);
});

test('whatever rows move, a terminal shows what is taken to be on it', async () => {
  const random = randomFrom(5);
  const below = (limit: number): number => Math.floor(random() * limit);
  let count = 0;
  for (let time = 0; time < 300; time += 1) {
    const height = 3 + below(12);
    const pool = ['', ...texts(6)];
    const pick = (): string => pool[below(pool.length)] ?? '';
    const previous = Array.from({ length: height }, pick);
    const by = below(height) - (height >> 1);
    const next = previous.map((_, at) => (random() < 0.2 ? pick() : (previous[at + by] ?? pick())));
    const scrolled = scrolledRows(previous, next);
    if (scrolled === undefined) continue;
    count += 1;
    const { rows } = await shownAfter(previous, scrolled.sequence);
    assert.deepEqual(rows, scrolled.rows, JSON.stringify({ previous, next }));
  }
  assert.ok(count > 50);
});

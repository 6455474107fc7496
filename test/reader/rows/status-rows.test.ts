import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindings } from '../../../source/reader/keys/bindings.ts';
import { createKeymap } from '../../../source/reader/keys/keymap.ts';
import { plainRow, rowWidth, span } from '../../../source/reader/rows/row.ts';
import { statusRow } from '../../../source/reader/rows/status-rows.ts';
import type { Context } from '../../../source/reader/state/context.ts';
import { english } from '../../../source/reader/words/english.ts';

const numbers = ['43%', '12 min left', '5 links'].map(text => [span(text)]);

function status(columns: number, pending = '', gone = false): string {
  const context = {
    columns,
    library: { gone: () => gone },
    messages: english,
    settings: { lang: 'en', ambiguous: 1 },
    keymap: createKeymap(bindings),
  } as unknown as Context;
  const { row } = statusRow(
    'article',
    { notice: '', pending, overlay: null },
    [],
    numbers,
    context,
  );
  assert.equal(rowWidth(row, 1), columns);
  return plainRow(row);
}

test('numbers go one by one before the hint that tells of help is cut', () => {
  assert.equal(status(20), '? help           43%');
  assert.equal(status(24), '? help  12 min left  43%');
  assert.equal(status(30), '? help        12 min left  43%');
  assert.equal(status(33), '? help  5 links  12 min left  43%');
});

test('other hints stand where numbers leave room', () => {
  assert.equal(status(44), 'Tab links  ? help  5 links  12 min left  43%');
});

test('while the folder is gone the status line says so, before any number', () => {
  assert.equal(status(26, '', true), '? help  the folder is gone');
  assert.equal(status(34, '', true), '? help     43%  the folder is gone');
});

test('digits that wait for a key stand in the status line, before any number', () => {
  assert.equal(status(20, '5'), '? help        43%  5');
});

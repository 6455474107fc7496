import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertSameRows } from './same-rows.ts';
import type { Cell } from './screen.ts';

const look = { width: 1, bold: false, dim: false, italic: false, underline: false, strike: false };

function screenful(letter: string, inverse = false): readonly (readonly Cell[])[] {
  return Array.from({ length: 100 }, () =>
    Array.from({ length: 300 }, () => ({ ...look, text: letter, inverse, color: -1 })),
  );
}

test('screens of which every cell differs fail with their rows and where, and in little memory', () => {
  const before = process.resourceUsage().maxRSS;
  assert.throws(
    () => assertSameRows(screenful('a'), screenful('b'), () => 'seed 7'),
    /^AssertionError.*row 0, drawn: a{300}\nrow 0, wanted: b{300}\n.*\nseed 7$/s,
  );
  assert.throws(() => assertSameRows(screenful('a'), screenful('a', true), () => 'seed 7'));
  assertSameRows(screenful('a'), screenful('a'), () => 'seed 7');
  const kilobytes = process.resourceUsage().maxRSS - before;
  assert.ok(kilobytes < 500_000, `${kilobytes} KB`);
});

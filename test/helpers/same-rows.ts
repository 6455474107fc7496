import assert from 'node:assert/strict';
import type { Cell } from './screen.ts';

type Drawn = readonly (readonly Cell[])[];

function textOf(row: readonly Cell[] = []): string {
  return row
    .map(({ text, width }) => (width === 0 ? '' : text || ' '))
    .join('')
    .trimEnd();
}

/**
 * Fails with the rows that differ from those `wanted`, and `where`.
 *
 * Screens are no work for `deepEqual`: where it fails, it compares the printed lines of all cells,
 * by a method whose memory grows with the square of what differs: 1.7 GB for 24 rows of 80 cells,
 * more than any machine has for 60 of 200.
 */
export function assertSameRows(drawn: Drawn, wanted: Drawn, where: () => string): void {
  assert.equal(drawn.length, wanted.length, where());
  const isSame = (at: number) => JSON.stringify(drawn[at]) === JSON.stringify(wanted[at]);
  const differing = wanted.flatMap((row, at) =>
    isSame(at)
      ? []
      : [`row ${at}, drawn: ${textOf(drawn[at])}`, `row ${at}, wanted: ${textOf(row)}`],
  );
  if (differing.length > 0) assert.fail(`${differing.join('\n')}\n${where()}`);
}

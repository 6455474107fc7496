import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clusters } from '../../source/article/graphemes.ts';
import { textWidth } from '../../source/article/width.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';

const folder = sharedFolder('suites/unicode');

function text(points: string): string {
  const codes = points.trim().split(/[\s×]+/);
  return String.fromCodePoint(...codes.map(code => Number.parseInt(code, 16)));
}

test('every case of GraphemeBreakTest is cut as it says', {
  skip: folder ? false : leftOut,
}, () => {
  const lines = readFileSync(join(folder ?? '', 'GraphemeBreakTest.txt'), 'utf8').split('\n');
  let count = 0;
  for (const line of lines) {
    const [rule = ''] = line.split('#');
    if (rule.trim() === '') continue;
    const parts = rule
      .split('÷')
      .filter(part => part.trim() !== '')
      .map(text);
    assert.deepEqual([...clusters(parts.join(''))], parts, line);
    count++;
  }
  assert.equal(count, 602);
});

test('every emoji of emoji-test takes two cells', { skip: folder ? false : leftOut }, () => {
  const lines = readFileSync(join(folder ?? '', 'emoji-test.txt'), 'utf8').split('\n');
  let count = 0;
  for (const line of lines) {
    const [points = '', status = ''] = line.split(/[;#]/);
    if (status.trim() !== 'fully-qualified') continue;
    assert.equal(textWidth(text(points)), 2, line);
    count++;
  }
  assert.ok(count > 3000);
});

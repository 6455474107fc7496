import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../helpers/home.ts';
import { readmePictures } from './readme-pictures.ts';
import { settings } from './typesetting.ts';

const folder = join(root, 'pictures');

test('the pictures show what the program shows (`npm run pictures` renews them)', async () => {
  const pictures = await readmePictures();
  assert.deepEqual(readdirSync(folder).sort(), [...pictures.keys()].sort());
  for (const [name, svg] of pictures) {
    assert.ok(
      readFileSync(join(folder, name), 'utf8') === svg,
      `${name} is not as it is drawn now`,
    );
  }
});

test('the picture of typesetting marks faults on one side only', () => {
  const begins = (rows: readonly string[]) =>
    rows.filter(row => /^[，。、：；？！]/.test(row)).length;
  const [before, after] = settings();
  assert.deepEqual([begins(before), begins(after)], [2, 0]);
  assert.ok(before.join('\n').includes('6.8\n4亿元'));
  assert.ok(!after.join('\n').includes('6.8\n4亿元'));
  assert.equal(before.join(''), after.join(''), 'and both hold the same text');
});

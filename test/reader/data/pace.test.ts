import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { paced } from '../../../source/reader/data/pace.ts';

test('the first call works at once, those that follow soon together once', async () => {
  let works = 0;
  const report = paced(() => {
    works += 1;
  }, 60);
  report();
  assert.equal(works, 1);
  for (let call = 0; call < 20; call += 1) report();
  assert.equal(works, 1);
  await sleep(100);
  assert.equal(works, 2);
  await sleep(100);
  assert.equal(works, 2);
  report();
  assert.equal(works, 3);
});

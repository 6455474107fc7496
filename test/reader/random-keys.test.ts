import { test } from 'node:test';
import { temporaryFolder } from '../helpers/home.ts';
import { pressRandomKeys } from './random-keys.ts';

test('10,000 random keys, clicks and sizes fail nowhere, and every screen is drawn whole', async () => {
  process.chdir(temporaryFolder());
  // Side by side: each waits for its frames most of the time.
  await Promise.all([1, 2, 3, 4].map(seed => pressRandomKeys(seed, 2500)));
});

import { test } from 'node:test';
import { temporaryFolder } from '../helpers/home.ts';
import { pressRandomKeys } from './random-keys.ts';

test('10,000 random keys, clicks and sizes fail nowhere, and every screen is drawn whole', async () => {
  process.chdir(temporaryFolder());
  for (const seed of [1, 2, 3, 4]) await pressRandomKeys(seed, 2500);
});

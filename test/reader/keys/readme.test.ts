import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readme, readmeWithKeys } from '../../helpers/readme-keys.ts';

test('the key table in the readme is the one the bindings make (`npm run readme` renews it)', () => {
  assert.equal(readme(), readmeWithKeys());
});

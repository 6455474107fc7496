import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../helpers/home.ts';
import { documents, written } from './documents.ts';

for (const { name, made } of documents) {
  test(`what ${name} says is what the program's tables say (\`npm run documents\` renews it)`, () => {
    assert.equal(written(name), made(written(name)));
  });
}

const groff = spawnSync('groff', ['--version']).status === 0;

test('the manual has nothing in it that groff warns of', {
  skip: !groff && 'left out: groff is not installed',
}, () => {
  const arguments_ = ['-man', '-ww', '-k', '-z', '-Tutf8', join(root, 'kanbao.1')];
  const { status, stderr } = spawnSync('groff', arguments_, { encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
});

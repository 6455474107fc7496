import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { dependencyFixes, fixes } from '../../source/build/dependency-fixes.ts';
import { root, temporaryFolder } from '../helpers/home.ts';

for (const fix of fixes) {
  test(`${fix.file} still holds what is mended: ${fix.why}`, () => {
    const contents = readFileSync(join(root, 'node_modules', fix.file), 'utf8');
    assert.equal(contents.split(fix.find).length, 2);
  });
}

test('the build fails when a dependency no longer holds what a fix looks for', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'node_modules/string-width/index.js');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'export const changed = true;');
  await assert.rejects(
    build({
      entryPoints: [file],
      bundle: true,
      write: false,
      logLevel: 'silent',
      plugins: [dependencyFixes()],
    }),
    /string-width\/index\.js has changed/,
  );
});

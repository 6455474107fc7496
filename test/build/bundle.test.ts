import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundle } from '../../source/build/bundle.ts';
import { root, temporaryFolder } from '../helpers/home.ts';

/** A program of one entry and one part that it loads when asked. */
function program(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'source'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const entry =
    "#!/usr/bin/env node\nconst { word } = await import('./part.ts');\nconsole.log(word);\n";
  writeFileSync(join(folder, 'source/cli.ts'), entry);
  writeFileSync(join(folder, 'source/part.ts'), "export const word: string = 'first';\n");
  return folder;
}

const chunks = (folder: string) => readdirSync(join(folder, 'dist/chunks'));

test('a build leaves the parts of the last one to whoever still runs it, for a day', async () => {
  const folder = program();
  await bundle(folder);
  const [first = ''] = chunks(folder);
  writeFileSync(join(folder, 'source/part.ts'), "export const word: string = 'second';\n");
  await bundle(folder);
  assert.equal(chunks(folder).length, 2);
  assert.ok(existsSync(join(folder, 'dist/chunks', first)));

  const yesterday = Date.now() / 1000 - 25 * 60 * 60;
  utimesSync(join(folder, 'dist/chunks', first), yesterday, yesterday);
  await bundle(folder);
  assert.equal(chunks(folder).length, 1);
  assert.ok(!existsSync(join(folder, 'dist/chunks', first)));
});

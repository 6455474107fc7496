import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryFolder } from '../helpers/home.ts';

/** Lints one file as if it stood at `path` in the project, under the project's own rules. */
function lint(path: string, code: string): string {
  const house = temporaryFolder();
  cpSync(join(root, 'biome.json'), join(house, 'biome.json'));
  cpSync(join(root, '.gitignore'), join(house, '.gitignore'));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  mkdirSync(join(house, path, '..'), { recursive: true });
  writeFileSync(join(house, path), code);
  const { status, stdout, stderr } = spawnSync('biome', ['lint', path], {
    cwd: house,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
  });
  return status === 0 ? '' : stdout + stderr;
}

const forbidden: readonly (readonly [string, string])[] = [
  ['article', '../library/library.ts'],
  ['article', '../system/terminal.ts'],
  ['article', 'react'],
  ['article', 'react/jsx-runtime'],
  ['article', 'node:fs'],
  ['library', '../article/layout.ts'],
  ['library', '../marks/open-marks.ts'],
  ['library', '../reader/app.tsx'],
  ['library', 'ink'],
  ['library', '../cli.ts'],
  ['marks', '../library/library.ts'],
  ['system', '../article/width.ts'],
  ['system', 'react'],
  ['commands', '../reader/app.tsx'],
  ['commands', '../article/wrap.ts'],
  ['commands', 'node:fs'],
  ['commands', 'ink'],
  ['reader', '../commands/list.ts'],
  ['reader', '../article/layout-leaf.ts'],
  ['reader', '../cli.ts'],
  ['reader', 'node:fs'],
  ['reader', 'node:child_process'],
  ['build', '../library/library.ts'],
];

for (const [folder, imported] of forbidden) {
  test(`a file of ${folder} that imports ${imported} fails the lint`, () => {
    const code = `import { something } from '${imported}';\n\nexport const copy = something;\n`;
    assert.match(lint(`source/${folder}/example.ts`, code), /noRestrictedImports/);
  });
}

const allowed: readonly (readonly [string, string])[] = [
  ['library', '../article/read-article.ts'],
  ['library', 'node:fs'],
  ['commands', '../library/library.ts'],
  ['commands', '../article/layout.ts'],
  ['reader', '../library/library.ts'],
  ['reader', 'ink'],
  ['system', 'node:child_process'],
];

for (const [folder, imported] of allowed) {
  test(`a file of ${folder} may import ${imported}`, () => {
    const code = `import { something } from '${imported}';\n\nexport const copy = something;\n`;
    assert.equal(lint(`source/${folder}/example.ts`, code), '');
  });
}

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundle } from '../../source/build/bundle.ts';
import { root, temporaryFolder } from '../helpers/home.ts';

/** A program of commands that share a part. */
function program(): string {
  const folder = temporaryFolder();
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'source/commands'), { recursive: true });
  const files = {
    'cli.ts': "const { run } = await import('./commands/run.ts');\nrun();\n",
    'shared.ts': "export const shared = (): string => 'shared part';\n",
    'commands/run.ts': "export const run = async () => (await import('./one.ts')).one();\n",
    'commands/one.ts':
      "import { shared } from '../shared.ts';\nexport const one = async () => shared() + (await import('./two.ts')).two();\n",
    'commands/two.ts':
      "import { shared } from '../shared.ts';\nexport const two = () => shared();\n",
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'source', name), text);
  }
  return folder;
}

test('every command is one file that holds all it needs, however it is loaded', async () => {
  const folder = program();
  await bundle(folder);
  const commands = join(folder, 'dist/commands');
  assert.deepEqual(readdirSync(commands).sort(), ['one.js', 'run.js', 'two.js']);
  for (const name of ['one.js', 'two.js']) {
    const text = readFileSync(join(commands, name), 'utf8');
    assert.match(text, /shared part/, name);
    assert.doesNotMatch(text, /from\s*"/, name);
  }
  assert.match(
    readFileSync(join(folder, 'dist/cli.js'), 'utf8'),
    /import\("\.\/commands\/run\.js"\)/,
  );
  assert.match(readFileSync(join(commands, 'one.js'), 'utf8'), /import\("\.\/two\.js"\)/);
});

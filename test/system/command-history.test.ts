import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addToCommandHistory, readCommandHistory } from '../../source/system/command-history.ts';
import { temporaryFolder } from '../helpers/home.ts';

test('commands come back the newest first, each once', () => {
  const file = join(temporaryFolder(), 'state', 'commands');
  assert.deepEqual(readCommandHistory(file), []);
  for (const line of ['wc -m', 'less', 'wc -m', '  ', 'a\nb']) addToCommandHistory(file, line);
  assert.deepEqual(readCommandHistory(file), ['wc -m', 'less']);
});

test('of a long history the end is read, no line of it cut', () => {
  const file = join(temporaryFolder(), 'commands');
  writeFileSync(file, Array.from({ length: 20_000 }, (_, n) => `command ${n}\n`).join(''));
  const lines = readCommandHistory(file);
  assert.equal(lines.length, 200);
  assert.equal(lines[0], 'command 19999');
  writeFileSync(file, `${'x'.repeat(100_000)}\nwc\n`);
  assert.deepEqual(readCommandHistory(file), ['wc']);
});

test('a history that cannot be written or read is none', () => {
  const folder = temporaryFolder();
  addToCommandHistory(folder, 'wc');
  assert.deepEqual(readCommandHistory(folder), []);
});

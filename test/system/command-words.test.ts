import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandWith, commandWords, findProgram } from '../../source/system/command-words.ts';
import { programFolder } from './programs.ts';

const commands: readonly (readonly [string, readonly string[]])[] = [
  ['vim', ['vim']],
  ['  code  --wait\t', ['code', '--wait']],
  [`vim -c 'set tw=72' "a b" c\\ d`, ['vim', '-c', 'set tw=72', 'a b', 'c d']],
  [`a"b c"'d e'f`, ['ab cd ef']],
  [`'' x`, ['', 'x']],
  ['"a \\" \\$ \\n"', ['a " $ \\n']],
  ['$HOME/*; rm `x` | y', ['$HOME/*;', 'rm', '`x`', '|', 'y']],
  [`unclosed 'to the end`, ['unclosed', 'to the end']],
  ['', []],
  ['ends with \\', ['ends', 'with', '\\']],
];

for (const [command, words] of commands) {
  test(`${JSON.stringify(command)} has the words ${JSON.stringify(words)}`, () => {
    assert.deepEqual(commandWords(command), words);
  });
}

test('a program is sought in the folders of PATH, and only what can be run is one', () => {
  const folder = programFolder({ reader: 'exit 0' });
  writeFileSync(join(folder, 'notes'), 'no program');
  const env = { PATH: `/nowhere:${folder}` };
  assert.equal(findProgram('reader', env), join(folder, 'reader'));
  assert.equal(findProgram(join(folder, 'reader'), {}), join(folder, 'reader'));
  assert.equal(findProgram('notes', env), undefined);
  assert.equal(findProgram('', env), undefined);
  assert.equal(findProgram('reader', { PATH: '.' }), undefined);
  assert.equal(findProgram(folder, env), undefined);
});

test('an argument is one word whatever it holds, in the place of %s or at the end', () => {
  const folder = programFolder({ show: 'exit 0' });
  const env = { PATH: folder };
  const program = join(folder, 'show');
  const argument = `x'; rm -rf ~ #$& %s`;
  assert.deepEqual(commandWith('show -n', argument, env), { program, args: ['-n', argument] });
  assert.deepEqual(commandWith('show --at=%s -n', argument, env), {
    program,
    args: [`--at=${argument}`, '-n'],
  });
  assert.equal(commandWith('missing', argument, env), undefined);
  assert.equal(commandWith(' ', argument, env), undefined);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { optionTable } from '../../source/commands/options.ts';
import { commandTable } from '../../source/commands/table.ts';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';
import { run, smallSite } from './small-site.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0;
}

/** An environment in which `kanbao` is the program just built. */
function environment(): NodeJS.ProcessEnv {
  const bin = temporaryFolder();
  const program = join(bin, 'kanbao');
  const command = `exec '${process.execPath}' '${join(root, 'dist/cli.js')}' "$@"`;
  writeFileSync(program, `#!/bin/sh\n${command}\n`);
  chmodSync(program, 0o755);
  return freshEnvironment({ PATH: `${bin}:${process.env.PATH}` });
}

function bashCompletes(words: readonly string[], cwd: string): readonly string[] {
  const script = `source <(kanbao completion bash)
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kanbao; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], {
    cwd,
    env: environment(),
    encoding: 'utf8',
  });
  assert.equal(stderr, '', words.join(' '));
  return stdout.split('\n').filter(line => line !== '');
}

test('every script names every command and every option', async t => {
  const cwd = smallSite(t);
  for (const shell of shells) {
    const { out, code } = await run(['completion', shell], { cwd });
    assert.equal(code, 0);
    for (const { name } of commandTable) assert.match(out, new RegExp(`\\b${name}\\b`), shell);
    for (const name of Object.keys(optionTable)) {
      assert.match(out, new RegExp(shell === 'fish' ? `-l ${name}\\b` : `--${name}\\b`), shell);
    }
  }
});

test('another shell is refused with the nearest, and nothing is printed', async t => {
  const { out, err, code } = await run(['completion', 'bsh'], { cwd: smallSite(t) });
  assert.deepEqual(
    [out, err, code],
    ['', 'kanbao: completion takes one of bash, zsh, fish; did you mean bash?\n', 2],
  );
});

for (const shell of shells) {
  test(`${shell} reads its script without a fault`, {
    skip: has(shell) ? false : `no ${shell} here`,
  }, async t => {
    const { out } = await run(['completion', shell], { cwd: smallSite(t) });
    const file = join(temporaryFolder(), 'completion');
    writeFileSync(file, out);
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });
}

test('bash completes commands, options, their values, categories, tags and ids', {
  skip: has('bash') ? false : 'no bash here',
}, t => {
  const cwd = smallSite(t);
  assert.deepEqual(bashCompletes(['kanbao', 'ca'], cwd), ['categories', 'cat']);
  assert.deepEqual(bashCompletes(['kanbao', 'cat', '--bo'], cwd), ['--body']);
  assert.deepEqual(bashCompletes(['kanbao', 'list', '--sort', 'd'], cwd), ['date']);
  assert.deepEqual(bashCompletes(['kanbao', 'list', '--sort', '=', 'd'], cwd), ['date']);
  assert.deepEqual(bashCompletes(['kanbao', 'list', '-c', 'g'], cwd), ['gangkou']);
  assert.deepEqual(bashCompletes(['kanbao', 'list', '-t', 'G'], cwd), ['GDP']);
  const byFolder = ['kanbao', '-p', cwd, 'cat', '2022-03'];
  assert.deepEqual(bashCompletes(byFolder, '/'), ['2022-03-11-harbour', '2022-03-10-bridge']);
  assert.deepEqual(bashCompletes(['kanbao', 'mark', 'un'], cwd), ['unread', 'unstar']);
  assert.deepEqual(bashCompletes(['kanbao', 'mark', 'star', 'und'], cwd), ['undated']);
});

test('a name out of a post is never run by the shell that completes it', {
  skip: has('bash') ? false : 'no bash here',
}, t => {
  const cwd = smallSite(t);
  const name = '2022-05-01-$(touch ran)`touch ran`';
  writeFileSync(join(cwd, '_posts', `${name}.md`), '---\ntitle: x\n---\nWords.\n');
  const [completed] = bashCompletes(['kanbao', 'cat', '2022-05'], cwd);
  const echoed = spawnSync('bash', ['-c', `printf %s ${completed}; test ! -e ran`], {
    cwd,
    encoding: 'utf8',
  });
  assert.deepEqual([echoed.stdout, echoed.status], [name, 0]);
});

test('fish completes categories with their labels and ids with their titles', {
  skip: has('fish') ? false : 'no fish here',
}, t => {
  const cwd = smallSite(t);
  const completes = (line: string) =>
    spawnSync('fish', ['-c', `kanbao completion fish | source; complete -C '${line}'`], {
      cwd,
      env: environment(),
      encoding: 'utf8',
    }).stdout.trimEnd();
  assert.equal(completes('kanbao list -c ga'), 'gangkou\t海港新闻');
  assert.equal(completes('kanbao cat 2022-03-10'), '2022-03-10-bridge\t大桥合龙');
  assert.match(completes('kanbao che'), /^check\tevery fault/);
  assert.match(completes('kanbao cat --bod'), /^--body\t/);
});

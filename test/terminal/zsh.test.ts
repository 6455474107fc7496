import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../helpers/home.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { programFolder } from '../system/programs.ts';

const zsh = { skip: spawnSync('zsh', ['--version']).status !== 0 && 'left out: zsh is not here' };

test(
  'zsh completes commands, options, their values, categories and ids as they are typed',
  zsh,
  async () => {
    const folder = programFolder({
      kanbao: `exec "${process.execPath}" "${join(root, 'dist/cli.js')}" "$@"`,
    });
    const terminal = openTerminal('zsh', ['-f'], {
      env: { PATH: `${folder}:${process.env.PATH}`, KANBAO_POSTS: join(root, 'posts') },
    });
    await terminal.see(/[%#] /);
    terminal.send(
      'PS1="> "; autoload -U compinit; compinit -u; source <(kanbao completion zsh); echo rea""dy\r',
    );
    await terminal.see(/^ready/m);
    for (const [typed, completed] of [
      ['kanbao categ\t', 'kanbao categories'],
      ['kanbao list --so\t', 'kanbao list --sort='],
      ['kanbao list -c tian\t', 'kanbao list -c tianqixingkong'],
      ['kanbao cat 2022-03-11-lett\t', 'kanbao cat 2022-03-11-letters'],
      ['kanbao list -c \t', /englishdesk\s+kejiguancha/],
    ] as const) {
      terminal.send(typed);
      await terminal.see(completed);
      // Ends the line without running it.
      terminal.send('\u0003');
      await terminal.see(/> \s*$/);
    }
    terminal.send('exit 0\r');
    assert.equal((await terminal.ended).exitCode, 0);
  },
);

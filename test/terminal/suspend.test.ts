import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../helpers/home.ts';
import { openTerminal } from '../helpers/terminal.ts';

const shell = '/bin/bash';
const options = existsSync(shell) ? {} : { skip: `left out: there is no ${shell} here` };

test(
  'Ctrl-Z gives the terminal back to the shell, and fg the reader to the terminal',
  options,
  async () => {
    const terminal = openTerminal(shell, ['--norc', '--noprofile', '-i'], {
      env: { PS1: 'ready> ', KANBAO: join(root, 'dist/cli.js'), NODE: process.execPath },
    });
    await terminal.see('ready>');
    terminal.send(`"$NODE" "$KANBAO" --posts '${join(root, 'posts')}'\r`);
    await terminal.see('54 posts');
    terminal.send('jjj');
    await terminal.see(/› 泉州晚报新闻/);
    assert.equal(terminal.alternate(), true);

    terminal.send('\u001a');
    await terminal.see(/Stopped/);
    assert.equal(terminal.alternate(), false);
    assert.equal(terminal.cursorHidden(), false);
    terminal.send('echo still $((6 * 7))\r');
    await terminal.see('still 42');

    terminal.send('fg\r');
    await terminal.see(/› 泉州晚报新闻/);
    assert.equal(terminal.alternate(), true);
    terminal.send('j');
    await terminal.see(/› English Desk/);

    terminal.send('q');
    await terminal.see('still 42');
    assert.equal(terminal.alternate(), false);
    terminal.send('exit\r');
    await terminal.ended;
  },
);

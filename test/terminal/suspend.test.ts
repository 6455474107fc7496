import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryFolder } from '../helpers/home.ts';
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

test(
  'a stop that another program asks for gives the terminal back too, and fg the reader',
  options,
  async () => {
    const pid = join(temporaryFolder(), 'pid');
    const terminal = openTerminal(shell, ['--norc', '--noprofile', '-i'], {
      env: { PS1: 'ready> ', KANBAO: join(root, 'dist/cli.js'), NODE: process.execPath, PID: pid },
    });
    await terminal.see('ready>');
    const posts = join(root, 'posts');
    terminal.send(`sh -c 'echo $$ > "$PID"; exec "$NODE" "$KANBAO" --posts "${posts}"'\r`);
    await terminal.see('54 posts');
    for (let turn = 0; turn < 2; turn += 1) {
      process.kill(Number(readFileSync(pid, 'utf8')), 'SIGTSTP');
      await terminal.see(/Stopped/);
      assert.deepEqual([terminal.alternate(), terminal.cursorHidden()], [false, false]);
      terminal.send('clear; echo still $((6 * 7))\r');
      await terminal.see('still 42');
      terminal.send('fg\r');
      await terminal.see('54 posts');
      assert.equal(terminal.alternate(), true);
    }
    terminal.send('q');
    await terminal.see('still 42');
    terminal.send('exit\r');
    await terminal.ended;
  },
);

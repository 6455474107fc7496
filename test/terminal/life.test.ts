import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';
import { openKanbao, openTerminal } from '../helpers/terminal.ts';

const cli = join(root, 'dist/cli.js');
const folder = join(root, 'posts');
const posts = ['--posts', folder];

/** Modes a program has switched otherwise than they were, and titles it has kept and not restored. */
function leftBehind(written: string): readonly string[] {
  // On from the start: the cursor is shown, lines wrap.
  const modes = new Map([
    ['25', true],
    ['7', true],
  ]);
  const before = new Map(modes);
  for (const [, numbers = '', final] of written.matchAll(/\x1b\[\?([0-9;]+)([hl])/g)) {
    for (const number of numbers.split(';')) modes.set(number, final === 'h');
  }
  const left = [...modes].filter(([mode, isOn]) => isOn !== (before.get(mode) ?? false));
  const kept = [...written.matchAll(/\x1b\[22;?0?;?0?t/g)].length;
  const restored = [...written.matchAll(/\x1b\[23;?0?;?0?t/g)].length;
  return [...left.map(([mode]) => mode), ...(kept === restored ? [] : ['title'])];
}

/** Settles when none of these processes is running; fails after ten seconds. */
async function gone(pids: readonly number[]): Promise<void> {
  const isRunning = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
    } catch {
      return false;
    }
    // One that has ended stands there until its parent takes notice.
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z/.test(readFileSync(stat, 'utf8'));
  };
  for (let looks = 0; pids.some(isRunning); looks += 1) {
    assert.ok(looks < 1000, `still running: ${pids.filter(isRunning).join(' ')}`);
    await sleep(10);
  }
}

/** The shell runs the reader after `first`; its input or output may be something else. */
function inShell(first: string, redirection = '') {
  return openTerminal('/bin/sh', ['-c', `${first}"$NODE" "$CLI" --posts "$POSTS" ${redirection}`], {
    env: { NODE: process.execPath, CLI: cli, POSTS: folder },
  });
}

for (const [how, end] of [
  ['q', 'q'],
  ['Ctrl-C', '\u0003'],
  ['SIGTERM', undefined],
  ['SIGHUP', undefined],
  ['SIGINT', undefined],
  ['SIGQUIT', undefined],
] as const) {
  test(`after ${how} every mode of the terminal and its title are as they were`, async () => {
    const terminal = openKanbao(posts);
    await terminal.see('54 posts');
    await sleep(200);
    if (end === undefined) terminal.kill(how);
    else terminal.send(end);
    await terminal.ended;
    assert.deepEqual(leftBehind(terminal.written()), []);
    assert.equal(terminal.alternate(), false);
  });
}

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const) {
  test(`${signal} at the first frame, when Ink is not there yet, leaves the terminal as it was`, async () => {
    const terminal = openKanbao(posts);
    await terminal.see('看报');
    terminal.kill(signal);
    await terminal.ended;
    assert.deepEqual(leftBehind(terminal.written()), []);
    assert.equal(terminal.alternate(), false);
  });
}

test('a terminal that goes away ends the reader', async () => {
  const child = spawn(process.execPath, [cli, ...posts], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    cwd: root,
    env: freshEnvironment(),
  });
  await new Promise<void>(resolve => {
    let seen = '';
    child.onData(data => {
      seen += data;
      if (seen.includes('54 posts')) resolve();
    });
  });
  const { pid } = child;
  (child as unknown as { destroy: () => void }).destroy();
  const isRunning = (): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  for (let waited = 0; isRunning() && waited < 100; waited += 1) await sleep(100);
  assert.equal(isRunning(), false);
});

test('without a terminal for keys the posts are listed', async () => {
  const terminal = inShell('', '< /dev/null');
  await terminal.see('2022-');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
  assert.equal(terminal.written().includes('\u001b[?1049h'), false);
});

test('without a terminal for the screen the posts are listed, and a closed pipe ends that well', async () => {
  const terminal = inShell('(', '; echo "status $?" >&2) | head -n 3');
  await terminal.see('status 0');
  await terminal.ended;
  assert.equal(terminal.written().includes('\u001b[?1049h'), false);
});

test('a terminal that says it has no size is taken for one of the usual size', async () => {
  const terminal = inShell('stty rows 0 cols 0; ');
  await terminal.see('54 posts');
  terminal.send('q');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
});

test('a reader that was stopped by force goes on when it is continued', async () => {
  const terminal = openKanbao(posts);
  await terminal.see('54 posts');
  terminal.kill('SIGSTOP');
  await sleep(100);
  terminal.send('jjj');
  await sleep(100);
  terminal.kill('SIGCONT');
  await terminal.see(/› 泉州晚报新闻/);
  terminal.send('q');
  await terminal.ended;
  assert.deepEqual(leftBehind(terminal.written()), []);
});

test('a hundred sizes a second with keys among them leave a whole screen', async () => {
  const terminal = openKanbao(posts);
  await terminal.see('54 posts');
  for (let turn = 0; turn < 200; turn += 1) {
    terminal.resize(1 + ((turn * 37) % 200), 1 + ((turn * 13) % 60));
    if (turn % 5 === 0) terminal.send(['j', 'k', '\r', 'h', 'G', 'g'][(turn / 5) % 6] ?? 'j');
    await sleep(5);
  }
  terminal.resize(80, 24);
  terminal.send('0');
  await terminal.see('54 posts');
  await sleep(300);
  const shown = terminal.rows();
  terminal.send('\u000c');
  await sleep(300);
  assert.deepEqual(terminal.rows(), shown);
  terminal.send('q');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
});

const shell = { skip: !existsSync('/bin/sh') && 'left out: there is no /bin/sh here' };

test(
  'Ctrl-C ends a running command and all it has started, the reader only after it',
  shell,
  async () => {
    const terminal = openKanbao([...posts, 'read', '2022-01-12-luoyangqiao']);
    await terminal.see('长在牡蛎上的千年石桥');
    await terminal.unsee('Loading');
    const start = async (): Promise<readonly number[]> => {
      const file = join(temporaryFolder(), 'pids');
      terminal.send('|');
      await terminal.see('Pipe to: ');
      terminal.send('\u0015');
      terminal.send(`echo $$ >${file}; sleep 100 & echo $! >>${file}; wait\r`);
      await terminal.see('Running echo');
      let pids: readonly number[] = [];
      while (pids.length < 2) {
        await sleep(10);
        pids = existsSync(file)
          ? readFileSync(file, 'utf8').split('\n').slice(0, -1).map(Number)
          : [];
      }
      return pids;
    };
    const first = await start();
    terminal.send('j');
    await sleep(100);
    assert.match(terminal.text(), /Running echo/);
    terminal.send('\u0003');
    await terminal.see('Ended: echo');
    await gone(first);
    assert.equal(terminal.alternate(), true);
    const second = await start();
    terminal.send('Q');
    const { exitCode } = await terminal.ended;
    assert.equal(exitCode, 0);
    await gone(second);
    assert.deepEqual(leftBehind(terminal.written()), []);
  },
);

test('the editor gets the whole terminal, and the reader comes back as it was', shell, async () => {
  const editor = join(temporaryFolder(), 'editor');
  writeFileSync(
    editor,
    '#!/bin/sh\nprintf "editing %s\\n" "$2"\nstty -a | grep -o " -*icanon"\nread line\necho "read <$line>"\nsleep 0.3\n',
  );
  chmodSync(editor, 0o755);
  const terminal = openKanbao([...posts, 'read', '2022-01-12-luoyangqiao'], {
    env: { VISUAL: `${editor} --wait`, EDITOR: 'never' },
  });
  await terminal.see('长在牡蛎上的千年石桥');
  await terminal.unsee('Loading');
  await sleep(200);
  const before = terminal.rows();
  terminal.send('e');
  await terminal.see(/editing .*luoyangqiao\.md/);
  await terminal.see(' icanon');
  assert.equal(terminal.alternate(), false);
  assert.equal(terminal.cursorHidden(), false);
  terminal.send('Qq\r');
  await terminal.see('read <Qq>');
  await terminal.unsee('read <Qq>');
  await sleep(300);
  assert.equal(terminal.alternate(), true);
  assert.deepEqual(terminal.rows().slice(0, -1), before.slice(0, -1));
  terminal.send('e');
  // What the first one printed stands on the screen still.
  await terminal.see(/icanon[\s\S]* icanon/);
  terminal.send('\u0003');
  await terminal.see('editor was ended by SIGINT');
  assert.deepEqual(terminal.rows().slice(0, -1), before.slice(0, -1));
  terminal.send('Q');
  await terminal.ended;
  assert.deepEqual(leftBehind(terminal.written()), []);
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, temporaryFolder } from '../helpers/home.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';
import { modesLeft } from '../hostile/orders.ts';

/** Runs the reader as a shell does, and tells of the terminal's own settings before and after. */
const SCRIPT = `
stty -g > "$DIR/before"
sh -c 'echo $$ > "$DIR/pid"; exec "$NODE" "$KANBAO" --posts "$POSTS"'
code=$?
stty -g > "$DIR/after"
echo "ended $code"
`;

type Run = {
  readonly terminal: Terminal;
  readonly folder: string;
  readonly pid: () => Promise<number>;
};

function start(): Run {
  const folder = temporaryFolder();
  const terminal = openTerminal('/bin/sh', ['-c', SCRIPT], {
    env: {
      DIR: folder,
      NODE: process.execPath,
      KANBAO: join(root, 'dist/cli.js'),
      POSTS: join(root, 'posts'),
    },
  });
  const pid = async () => {
    const file = join(folder, 'pid');
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(2);
    return Number(readFileSync(file, 'utf8'));
  };
  return { terminal, folder, pid };
}

async function assertRestored({ terminal, folder }: Run, what: string): Promise<void> {
  await terminal.ended;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  assert.equal(read('after'), read('before'), `${what}: settings of the terminal`);
  assert.deepEqual(modesLeft(terminal.written()), [], `${what}: modes`);
  assert.deepEqual([terminal.alternate(), terminal.cursorHidden()], [false, false], what);
  const count = (sequence: string) => terminal.written().split(sequence).length - 1;
  assert.equal(count('\x1b[22;0t'), count('\x1b[23;0t'), `${what}: title`);
  assert.doesNotMatch(terminal.text(), /\bat \S+:\d+|Error:/, what);
}

/** From before the program's first line to after its first frame, on a machine of any load. */
const MOMENTS = [0, 20, 40, 60, 80, 100, 130, 170, 220, 300, 500];

for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
] as const) {
  test(`${signal} at any moment, before the first frame too, leaves the terminal as it was`, async () => {
    for (const moment of MOMENTS) {
      const run = start();
      const pid = await run.pid();
      await sleep(moment);
      process.kill(pid, signal);
      await assertRestored(run, `${signal} after ${moment} ms`);
      assert.match(
        run.terminal.text(),
        new RegExp(`ended ${code}`),
        `${signal} after ${moment} ms`,
      );
    }
  });
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runInTerminal, startDetached } from '../../source/system/start-program.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { programFolder } from './programs.ts';

const folder = programFolder({
  good: 'printf %s "$1" > "$2"',
  bad: 'exit 3',
  slow: 'sleep 5',
  session: 'ps -o sid= -p $$ > "$1"',
});
const program = (name: string): string => join(folder, name);

test('a detached program gets its arguments as they are', async () => {
  const out = join(temporaryFolder(), 'out');
  const argument = `$(touch x) 'y' "z"`;
  assert.deepEqual(await startDetached({ program: program('good'), args: [argument, out] }), {
    ok: true,
  });
  assert.equal(readFileSync(out, 'utf8'), argument);
});

test('a detached program that fails soon, or does not exist, is told', async () => {
  assert.deepEqual(await startDetached({ program: program('bad'), args: [] }), {
    ok: false,
    message: 'bad ended with 3',
  });
  const missing = await startDetached({ program: program('missing'), args: [] });
  assert.ok(!missing.ok);
  assert.match(missing.message, /^missing could not be started: there is no such/);
});

test('a detached program that goes on is not waited for', async () => {
  const before = performance.now();
  assert.deepEqual(await startDetached({ program: program('slow'), args: [] }), { ok: true });
  assert.ok(performance.now() - before < 10_000);
});

test('a detached program has a session of its own', {
  skip: !existsSync('/bin/ps') && 'no ps here',
}, async () => {
  const out = join(temporaryFolder(), 'out');
  await startDetached({ program: program('session'), args: [out] });
  const { stdout } = spawnSync('ps', ['-o', 'sid=', '-p', String(process.pid)], {
    encoding: 'utf8',
  });
  assert.notEqual(readFileSync(out, 'utf8').trim(), stdout.trim());
});

test('while a program has the terminal, Ctrl-C is its own, and ours again afterwards', async () => {
  const listeners = process.listenerCount('SIGINT');
  const running = runInTerminal({ program: program('bad'), args: [] });
  assert.equal(process.listenerCount('SIGINT'), listeners + 1);
  process.kill(process.pid, 'SIGINT');
  await sleep(10);
  assert.deepEqual(await running, { ok: false, message: 'bad ended with 3' });
  assert.equal(process.listenerCount('SIGINT'), listeners);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { stopUntilContinued } from '../../source/system/suspend.ts';

test('the foreground group is told to stop, and stopping lasts until it is continued', async t => {
  const kill = t.mock.method(process, 'kill', () => true);
  let isOver = false;
  const stopped = stopUntilContinued().then(() => {
    isOver = true;
  });
  assert.deepEqual(kill.mock.calls[0]?.arguments, [0, 'SIGTSTP']);
  await turn();
  assert.equal(isOver, false);
  const before = performance.now();
  process.emit('SIGCONT', 'SIGCONT');
  await stopped;
  assert.ok(performance.now() - before < 150);
  assert.equal(process.listenerCount('SIGCONT'), 0);
});

test('a group that cannot be stopped goes on by itself', async t => {
  t.mock.method(process, 'kill', () => true);
  const before = performance.now();
  await stopUntilContinued();
  assert.ok(performance.now() - before >= 150);
  assert.equal(process.listenerCount('SIGCONT'), 0);
});

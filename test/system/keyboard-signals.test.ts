import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isForAnother, leaveKeyboardSignals } from '../../source/system/keyboard-signals.ts';

const KEYBOARD = ['SIGINT', 'SIGQUIT'] as const;

test('while a program has the terminal Ctrl-C and Ctrl-\\ are its alone, other signals are not', async () => {
  await leaveKeyboardSignals(async () => {
    for (const signal of KEYBOARD) {
      assert.equal(isForAnother(signal), true);
      // It would end this process.
      process.kill(process.pid, signal);
    }
    assert.equal(isForAnother('SIGTERM'), false);
    assert.equal(isForAnother('SIGHUP'), false);
    await sleep(20);
  });
  assert.deepEqual(KEYBOARD.map(isForAnother), [false, false]);
});

test('the last of two programs that had it gives the keyboard back, also when one fails', async () => {
  const before = KEYBOARD.map(signal => process.listenerCount(signal));
  const first = Promise.withResolvers<void>();
  const waiting = leaveKeyboardSignals(() => first.promise);
  const failing = leaveKeyboardSignals(() => Promise.reject(new Error('not started')));
  await assert.rejects(failing, /not started/);
  assert.equal(isForAnother('SIGINT'), true);
  first.resolve();
  await waiting;
  assert.equal(isForAnother('SIGINT'), false);
  assert.deepEqual(
    KEYBOARD.map(signal => process.listenerCount(signal)),
    before,
  );
});

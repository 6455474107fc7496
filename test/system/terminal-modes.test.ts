import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { createMode } from '../../source/system/terminal-modes.ts';

const module = new URL('../../source/system/terminal-modes.ts', import.meta.url).href;

/** What a process writes that sets a mode and then does `what`, and how it ends. */
function ended(what: string) {
  const script = `
    import { writeSync } from 'node:fs';
    import { createMode } from ${JSON.stringify(module)};
    const mode = createMode({ on: 'ON ', off: 'OFF ' }, text => writeSync(1, text));
    mode.on();
    ${what}
  `;
  const args = ['--input-type=module', '-e', script];
  const { stdout, status, signal } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { stdout, status, signal };
}

const wait = 'setInterval(() => undefined, 1000);';

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT']) {
  test(`${signal} switches a mode off and ends the process all the same`, () => {
    const kill = `process.kill(process.pid, '${signal}');`;
    assert.deepEqual(ended(`${kill}${wait}`), { stdout: 'ON OFF ', status: null, signal });
    const other = `process.on('${signal}', () => process.exit(7));`;
    assert.deepEqual(ended(`${kill}${wait}${other}`), {
      stdout: 'ON OFF ',
      status: 7,
      signal: null,
    });
  });
}

test('an exit and an error switch a mode off', () => {
  assert.equal(ended('process.exit(3);').stdout, 'ON OFF ');
  assert.equal(ended('throw new Error();').stdout, 'ON OFF ');
  assert.equal(ended('await Promise.reject(new Error());').stdout, 'ON OFF ');
  assert.equal(ended('').stdout, 'ON OFF ');
});

test('a mode is switched once each time, and its end leaves nothing behind', () => {
  const listeners = process.listenerCount('SIGTERM') + process.listenerCount('exit');
  const written: string[] = [];
  const mode = createMode({ on: '+', off: '-' }, text => written.push(text));
  mode.off();
  mode.on();
  mode.on();
  mode.off();
  mode.off();
  mode.on();
  mode.end();
  mode.end();
  assert.deepEqual(written, ['+', '-', '+', '-']);
  assert.equal(process.listenerCount('SIGTERM') + process.listenerCount('exit'), listeners);
});

test('a terminal that has gone is no error', () => {
  const mode = createMode({ on: '+', off: '-' }, text => {
    if (text === '-') throw new Error('EIO');
  });
  mode.on();
  mode.end();
});

import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { writeAll } from '../../source/system/output.ts';

/** A stream that keeps each piece it is given and fails with `code` from piece `failsAt` on. */
function sink(failsAt = Number.POSITIVE_INFINITY, code = 'EPIPE') {
  const pieces: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (piece: string, _, done) => {
      if (pieces.length >= failsAt) {
        done(Object.assign(new Error(code), { code }));
        return;
      }
      pieces.push(piece);
      setImmediate(done);
    },
  });
  return { pieces, stream };
}

async function* numbers(count: number): AsyncGenerator<string, string> {
  for (let n = 0; n < count; n++) yield `${n}\n`;
  return 'all';
}

test('everything is written in order, gathered into few pieces', async () => {
  const { pieces, stream } = sink();
  const result = await writeAll(stream, numbers(20_000));
  assert.deepEqual(result, { end: 'written', returned: 'all' });
  assert.equal(pieces.join(''), Array.from({ length: 20_000 }, (_, n) => `${n}\n`).join(''));
  assert.ok(pieces.length < 20, `${pieces.length} pieces`);
});

test('what is found is written before the next is sought', async () => {
  const { pieces, stream } = sink();
  let seenEarly = '';
  async function* slowly(): AsyncGenerator<string, number> {
    yield 'first\n';
    await wait(20);
    seenEarly = pieces.join('');
    yield 'second\n';
    return 0;
  }
  await writeAll(stream, slowly());
  assert.equal(seenEarly, 'first\n');
  assert.equal(pieces.join(''), 'first\nsecond\n');
});

test('a reader that goes away stops the search quietly', async () => {
  const { stream } = sink(1);
  let asked = 0;
  let stopped = false;
  async function* endless(): AsyncGenerator<string, number> {
    try {
      for (;;) {
        asked += 1;
        yield 'x'.repeat(1000);
      }
    } finally {
      stopped = true;
    }
  }
  assert.deepEqual(await writeAll(stream, endless()), { end: 'closed', returned: undefined });
  assert.ok(asked < 100, `${asked} asked for`);
  await wait(1);
  assert.ok(stopped);
});

test('a device that takes no more is told in words, the last piece included', async () => {
  const { stream } = sink(0, 'ENOSPC');
  const { end, returned } = await writeAll(stream, numbers(3));
  assert.deepEqual(end, { failed: 'no space left on the device' });
  assert.equal(returned, undefined);
});

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { readInputRecords, readStandardInput } from '../../source/system/standard-input.ts';

test('records end with line feeds, or with NUL where there is one', async () => {
  assert.deepEqual(await readInputRecords(Readable.from(['a\nb', 'c\r\n\nd'])), ['a', 'bc', 'd']);
  assert.deepEqual(await readInputRecords(Readable.from(['a\nb\0c\0'])), ['a\nb', 'c']);
  assert.deepEqual(await readInputRecords(Readable.from([])), []);
});

test('a character torn between two pieces is whole again', async () => {
  const bytes = Buffer.from('报');
  const pieces = [bytes.subarray(0, 1), bytes.subarray(1)];
  assert.equal((await readStandardInput(Readable.from(pieces))).toString(), '报');
});

test('input that breaks off gives what came before', async () => {
  const broken = Readable.from(
    (async function* () {
      yield 'a\n';
      throw new Error('EIO');
    })(),
  );
  assert.deepEqual(await readInputRecords(broken), ['a']);
});

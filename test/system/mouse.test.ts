import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createMouseFilter, type MouseEvent, withoutMouse } from '../../source/system/mouse.ts';

const ESC = '\u001b';

/** What is left of the chunks, joined, and what the mouse did. */
function filtered(...chunks: readonly string[]): readonly [string, readonly MouseEvent[]] {
  const events: MouseEvent[] = [];
  const filter = createMouseFilter(event => events.push(event));
  return [chunks.map(filter).join(''), events];
}

test('a press and the wheel are told with their cells, counted from 0', () => {
  assert.deepEqual(filtered(`${ESC}[<0;1;1M${ESC}[<0;1;1m${ESC}[<65;12;300M${ESC}[<64;5;6M`), [
    '',
    [
      { what: 'press', button: 'left', column: 0, row: 0 },
      { what: 'wheel', by: 'down', column: 11, row: 299 },
      { what: 'wheel', by: 'up', column: 4, row: 5 },
    ],
  ]);
});

test('other buttons, held keys and movement', () => {
  const [rest, events] = filtered(
    `${ESC}[<2;3;4M${ESC}[<1;3;4M${ESC}[<20;3;4M${ESC}[<35;3;4M${ESC}[<66;3;4M${ESC}[<128;3;4M`,
  );
  assert.equal(rest, '');
  assert.deepEqual(
    events.map(event => event.what === 'press' && event.button),
    ['right', 'middle', 'left'],
  );
});

test('keys before, between and after reports stay as they are', () => {
  const [rest, events] = filtered(`j${ESC}[<65;1;1Mk${ESC}[A${ESC}[<65;1;1M${ESC}OB${ESC}`);
  assert.equal(rest, `jk${ESC}[A${ESC}OB${ESC}`.slice(0, -1));
  assert.equal(events.length, 2);
  for (const keys of [
    'jjj',
    ESC,
    `${ESC}[`,
    `${ESC}[A`,
    `${ESC}${ESC}`,
    '[<0;1;1M',
    '看报',
    `${ESC}[M`,
  ]) {
    assert.deepEqual(filtered(keys), [keys, []], JSON.stringify(keys));
  }
});

test('a report torn anywhere is one report and never a key', () => {
  const before = `${ESC}[<64;10;20M`;
  const report = `${ESC}[<65;10;20M`;
  for (let cut = 1; cut < report.length; cut += 1) {
    const [rest, events] = filtered(before + report.slice(0, cut), `${report.slice(cut)}j`);
    assert.equal(rest, 'j', `cut at ${cut}`);
    assert.equal(events.length, 2);
  }
  for (let cut = 3; cut < report.length; cut += 1) {
    assert.equal(filtered(report.slice(0, cut), report.slice(cut))[1].length, 1);
  }
});

test('what only begins like a report is given on', () => {
  for (const odd of [
    `${ESC}[<x`,
    `${ESC}[<0;1M`,
    `${ESC}[<1;2;3;4M`,
    `${ESC}[<${'9'.repeat(40)}`,
  ]) {
    assert.deepEqual(filtered(odd), [odd, []]);
  }
});

test('a paste is text, whatever it holds and however it comes', () => {
  const paste = `${ESC}[200~a${ESC}[<0;1;1Mb${ESC}[<${ESC}[201~`;
  for (let cut = 0; cut <= paste.length; cut += 1) {
    const [rest, events] = filtered(
      `x${paste.slice(0, cut)}`,
      `${paste.slice(cut)}${ESC}[<0;2;2My`,
    );
    assert.equal(rest, `x${paste}y`, `cut at ${cut}`);
    assert.equal(events.length, 1, `cut at ${cut}`);
  }
});

test('a paste is given on as soon as it ends', () => {
  const paste = `${ESC}[200~text${ESC}[201~`;
  assert.deepEqual(filtered(paste), [paste, []]);
});

test('random chunks lose no key, whatever stands between them', () => {
  const pieces = [
    'j',
    `${ESC}[A`,
    '泉',
    `${ESC}[<0;3;4M`,
    `${ESC}[<64;3;4M`,
    `${ESC}[<0;3;4m`,
    ' ',
  ];
  let seed = 3;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return (seed >> 8) % below;
  };
  for (let round = 0; round < 500; round += 1) {
    const chosen = Array.from({ length: 20 }, () => pieces[random(pieces.length)] ?? '');
    const input = chosen.join('');
    const wanted = chosen.filter(piece => !piece.startsWith(`${ESC}[<`)).join('');
    const reports = chosen.filter(piece => /^\u001b\[<.*M$/.test(piece)).length;
    const whole = filtered(input);
    assert.deepEqual([whole[0], whole[1].length], [wanted, reports]);
    const at = input.indexOf(`${ESC}[<`);
    const cut = at < 0 ? 1 : at + 3 + random(4);
    const torn = filtered(input.slice(0, cut), input.slice(cut));
    assert.deepEqual([torn[0], torn[1].length], [wanted, reports]);
  }
});

test('the filtered input is the terminal’s own in everything else', async () => {
  const events: MouseEvent[] = [];
  const stdin = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.ReadStream;
  const input = withoutMouse(stdin, event => events.push(event));
  input.setEncoding('utf8');
  assert.equal(input.isTTY, true);
  const read = new Promise<unknown>(resolve => {
    input.once('readable', () => resolve(input.read()));
  });
  (stdin as unknown as PassThrough).write(`j${ESC}[<0;1;1Mk`);
  assert.equal(await read, 'jk');
  assert.equal(events.length, 1);
  assert.equal(input.read(), null);
  assert.equal(stdin.listenerCount('readable'), 0);
});

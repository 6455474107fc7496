import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainOutput, runCommandLine } from '../../source/system/command-output.ts';

const env = { ...process.env, SHELL: '/bin/sh' };

test('a command line is the shell’s, the text comes on its standard input', async () => {
  assert.deepEqual(await runCommandLine('tr a-z A-Z | rev', 'abc', env), {
    output: 'CBA\n'.trimEnd(),
    truncated: false,
    code: 0,
  });
});

test('both outputs and the exit code come back', async () => {
  const { output, code } = await runCommandLine('echo out; echo err >&2; exit 4', '', env);
  assert.deepEqual([...output.trim().split('\n')].sort(), ['err', 'out']);
  assert.equal(code, 4);
});

test('a command that reads nothing of a long text ends well', async () => {
  assert.equal((await runCommandLine('true', 'x'.repeat(5_000_000), env)).code, 0);
});

test('endless output is cut and its command ended', async () => {
  const { output, truncated } = await runCommandLine('yes kanbao', '', env);
  assert.equal(truncated, true);
  assert.equal(output.length, 4_000_000);
});

test('a command is ended with all it has started', async () => {
  const stop = new AbortController();
  const running = runCommandLine('sleep 60 | sleep 60; echo no', '', env, stop.signal);
  stop.abort();
  const before = performance.now();
  const { output, code } = await running;
  assert.equal(output, '');
  assert.equal(code, null);
  assert.ok(performance.now() - before < 20_000);
});

test('what a command leaves running is not waited for', async () => {
  const before = performance.now();
  const { output } = await runCommandLine('sleep 30 & echo done', '', env);
  assert.equal(output, 'done\n');
  assert.ok(performance.now() - before < 20_000);
});

test('a command has no terminal to draw on or read keys from', async () => {
  assert.notEqual((await runCommandLine('exec 3<>/dev/tty', '', env)).code, 0);
});

test('a shell that cannot be started is told', async () => {
  const { output, code } = await runCommandLine('true', '', { ...env, SHELL: '/nowhere/sh' });
  assert.equal(code, 127);
  assert.match(output, /no such file/);
});

const outputs: readonly (readonly [string, string, string])[] = [
  ['colours', '\u001b[1;31mred\u001b[0m plain', 'red plain'],
  ['a title', '\u001b]0;a title\u0007text', 'text'],
  ['a clipboard write', '\u001b]52;c;YWJj+/==\u001b\\text', 'text'],
  ['a title that never ends', 'a\u001b]0;title\nb', 'a\nb'],
  ['other escapes', '\u001b(B\u001b=a\u001bM', 'a'],
  ['overstruck letters', 'N\bNA\bA_\bM', 'NAM'],
  ['a progress bar', '10 %\r50 %\r100 %\r\ndone\r\n', '100 %\ndone\n'],
  ['plain text', '一\n\n二\t三', '一\n\n二\t三'],
];

for (const [what, output, plain] of outputs) {
  test(`of output with ${what} the words are left`, () => {
    assert.equal(plainOutput(output), plain);
  });
}

test('floods of control characters take linear time', () => {
  const before = performance.now();
  for (const flood of [
    '\r',
    '\b',
    '\u001b',
    '\u001b[',
    '\u001b]',
    '\u001b[0;',
    'x\r',
    '\u001bP;',
  ]) {
    plainOutput(`${flood.repeat(1_000_000 / flood.length)}x`);
  }
  assert.ok(performance.now() - before < 5000);
});

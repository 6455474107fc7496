import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { clipboardProgram, clipboardSequence, copyText } from '../../source/system/clipboard.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { programFolder } from './programs.ts';

const text = '泉州晚报 \u001b]0;x\u0007';
const encoded = Buffer.from(text).toString('base64');

test('the text is asked onto the clipboard with OSC 52, nothing of it readable as a sequence', () => {
  assert.equal(clipboardSequence(text, {}), `\u001b]52;c;${encoded}\u0007`);
});

test('tmux passes the sequence through, its own escapes doubled', () => {
  const sequence = clipboardSequence(text, { TMUX: '/tmp/tmux,1,0' }) ?? '';
  assert.ok(
    sequence.endsWith(`\u001bPtmux;\u001b\u001b]52;c;${encoded}\u0007\u001b\\`),
    JSON.stringify(sequence),
  );
});

test('GNU screen passes it through in pieces that it takes', () => {
  const long = 'x'.repeat(3000);
  const sequence = clipboardSequence(long, { STY: '1.pts' }) ?? '';
  const pieces = sequence.split('\u001b\\').slice(0, -1);
  assert.ok(pieces.length > 1);
  for (const piece of pieces) assert.ok(piece.startsWith('\u001bP') && piece.length <= 300);
  assert.equal(
    pieces.map(piece => piece.slice(2)).join(''),
    `\u001b]52;c;${Buffer.from(long).toString('base64')}\u0007`,
  );
});

test('what terminals would drop for its length is not sent', () => {
  assert.equal(clipboardSequence('报'.repeat(30_000), {}), undefined);
  assert.ok((clipboardSequence('x'.repeat(74_000), {}) ?? '').length <= 100_000);
});

const PATH = programFolder({
  'wl-copy': 'cat > "$OUT"',
  xclip: 'exit 1',
  pbcopy: 'exit 0',
  tmux: 'exit 0',
});

const programOf = (env: Record<string, string>, platform: NodeJS.Platform = 'linux') => {
  const command = clipboardProgram({ PATH, ...env }, platform);
  return command && [basename(command.program), ...command.args].join(' ');
};

test('the clipboard’s program is the desktop’s, and none over SSH', () => {
  assert.equal(programOf({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }), 'wl-copy');
  assert.equal(programOf({ DISPLAY: ':0' }), 'xclip -selection clipboard');
  assert.equal(programOf({}, 'darwin'), 'pbcopy');
  assert.equal(programOf({}), undefined);
  assert.equal(programOf({ DISPLAY: ':0', SSH_CONNECTION: 'a b' }), undefined);
  assert.equal(programOf({ TMUX: 'x', SSH_CONNECTION: 'a b' }), 'tmux load-buffer -w -');
});

test('text goes to the terminal and to the program; too long and without one, nowhere', async () => {
  const out = join(temporaryFolder(), 'out');
  const sent: string[] = [];
  process.env.OUT = out;
  const env = { PATH, WAYLAND_DISPLAY: 'wayland-0' };
  const long = 'x'.repeat(200_000);
  const write = (sequence: string): void => {
    sent.push(sequence);
  };
  assert.equal(await copyText(text, env, write), true);
  assert.equal(readFileSync(out, 'utf8'), text);
  assert.equal(sent.length, 1);
  assert.equal(await copyText(long, env, write), true);
  assert.equal(await copyText(long, { PATH }, write), false);
  assert.equal(await copyText(long, { PATH, DISPLAY: ':0' }, write), false);
  assert.equal(sent.length, 1);
  delete process.env.OUT;
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { root } from '../helpers/home.ts';

const cli = join(root, 'dist/cli.js');
/** More than a pipe holds as JSON. */
const POSTS = 1000;

let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanbao-process-'));
  mkdirSync(join(folder, '_posts'));
  for (let n = 0; n < POSTS; n++) {
    const body = `---\ntitle: Post ${n}\ncategories: news\n---\nBody of post ${n}.\n`;
    writeFileSync(join(folder, `_posts/2022-03-11-post-${n}.md`), body);
  }
});
after(() => rmSync(folder, { recursive: true, force: true }));

function start(argv: readonly string[], stdout: number | 'pipe', home = join(folder, 'home')) {
  const env = { PATH: process.env.PATH, HOME: home, LANG: 'C' };
  const args = [cli, ...argv];
  return spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', stdout, 'pipe'] });
}

test('a reader that closes early ends the program quietly with 0', async () => {
  for (const argv of [
    ['list', '--json'],
    ['search', '--jsonl', 'body'],
    ['list', '--tsv'],
  ]) {
    const child = start(argv, 'pipe');
    assert.ok(child.stdout && child.stderr);
    child.stdout.once('data', () => child.stdout?.destroy());
    const [messages, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    assert.deepEqual([code, messages], [0, ''], argv.join(' '));
  }
});

test('a device that is full is told and is exit code 2', {
  skip: !existsSync('/dev/full') && 'no /dev/full here',
}, async () => {
  for (const argv of [['list'], ['cat', 'latest'], ['--help']]) {
    const full = openSync('/dev/full', 'w');
    const child = start(argv, full);
    closeSync(full);
    assert.ok(child.stderr);
    const [messages, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    const message = 'kanbao: standard output cannot be written: no space left on the device\n';
    assert.deepEqual([code, messages], [2, message], argv.join(' '));
  }
});

test('the whole list reaches a reader that is slow', async () => {
  const child = start(['list', '--jsonl'], 'pipe');
  assert.ok(child.stdout);
  child.stdout.pause();
  setTimeout(() => child.stdout?.resume(), 300);
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  assert.equal(code, 0);
  assert.equal(out.trimEnd().split('\n').length, POSTS);
});

test('a home in which nothing can be made is lived with', {
  skip: !existsSync('/proc/self/fd') && 'no /proc here',
  timeout: 20_000,
}, async () => {
  const child = start(['list', '-n', '1', '--format', '{title}'], 'pipe', '/proc/self');
  assert.ok(child.stdout && child.stderr);
  const [printed, messages] = await Promise.all([text(child.stdout), text(child.stderr)]);
  assert.deepEqual([printed, messages], ['Post 999\n', '']);
});

test('compiled code is kept in a cache for this user alone', async () => {
  const home = join(folder, 'own-home');
  mkdirSync(home);
  const child = start(['--version'], 'pipe', home);
  await once(child, 'exit');
  assert.equal(statSync(join(home, '.cache/kanbao/compiled')).mode & 0o777, 0o700);
  const none = start(['--version'], 'pipe', join(folder, 'no-home'));
  await once(none, 'exit');
  assert.equal(existsSync(join(folder, 'no-home')), false);
});

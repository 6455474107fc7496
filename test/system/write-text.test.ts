import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expandPath, fileNameOf, writeText } from '../../source/system/write-text.ts';
import { temporaryFolder } from '../helpers/home.ts';

function place(): { readonly cwd: string; readonly home: string } {
  const cwd = temporaryFolder();
  const home = join(cwd, 'home');
  mkdirSync(home);
  return { cwd, home };
}

test('paths start from the current folder, and ~ is the home', () => {
  assert.equal(expandPath('a/b.txt', '/cwd', '/home/x'), '/cwd/a/b.txt');
  assert.equal(expandPath('~/b.txt', '/cwd', '/home/x'), '/home/x/b.txt');
  assert.equal(expandPath('~', '/cwd', '/home/x'), '/home/x');
  assert.equal(expandPath('~root', '/cwd', '/home/x'), '/cwd/~root');
  assert.equal(expandPath('/b', '/cwd', undefined), '/b');
});

test('a text is written to a new file, and nothing else is left beside it', () => {
  const from = place();
  const path = join(from.cwd, 'a.txt');
  assert.deepEqual(writeText('a.txt', 'x', '报\n', from), { what: 'written', path });
  assert.equal(readFileSync(path, 'utf8'), '报\n');
  assert.deepEqual(readdirSync(from.cwd).sort(), ['a.txt', 'home']);
});

test('an existing file is left alone until its replacing is asked for', () => {
  const from = place();
  const path = join(from.cwd, 'a.txt');
  writeFileSync(path, 'old');
  chmodSync(path, 0o640);
  assert.deepEqual(writeText('a.txt', 'x', 'new', from), { what: 'exists', path });
  assert.equal(readFileSync(path, 'utf8'), 'old');
  assert.deepEqual(writeText('a.txt', 'x', 'new', from, true), { what: 'written', path });
  assert.equal(readFileSync(path, 'utf8'), 'new');
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(from.cwd).sort(), ['a.txt', 'home']);
});

test('a symbolic link stays one when its file is replaced, and a dangling one is no free name', () => {
  const from = place();
  writeFileSync(join(from.cwd, 'real'), 'old');
  symlinkSync('real', join(from.cwd, 'link'));
  symlinkSync('nowhere', join(from.cwd, 'dangling'));
  assert.equal(writeText('link', 'x', 'new', from).what, 'exists');
  assert.equal(writeText('link', 'x', 'new', from, true).what, 'written');
  assert.equal(readFileSync(join(from.cwd, 'real'), 'utf8'), 'new');
  assert.equal(writeText('dangling', 'x', 'new', from).what, 'exists');
  assert.equal(existsSync(join(from.cwd, 'nowhere')), false);
});

test('a folder means the proposed name in it', () => {
  const from = place();
  assert.deepEqual(writeText('~', 'a post', 'x', from), {
    what: 'written',
    path: join(from.home, 'a post'),
  });
  assert.equal(writeText('home/', 'b', 'x', from).path, join(from.home, 'b'));
});

test('what a post is called never leads out of the chosen folder', () => {
  for (const name of [
    '../../x',
    '/etc/x',
    '..',
    '.bashrc',
    'a\nb',
    'a\u001b[31mb',
    '\u202ex',
    '-rf',
  ]) {
    const from = place();
    const { path } = writeText('home/', name, 'x', from);
    assert.equal(join(path, '..'), from.home, name);
    assert.doesNotMatch(path.slice(from.home.length + 1), /[\p{Cc}\p{Cf}/]|^[.-]/u);
  }
  assert.ok(Buffer.byteLength(fileNameOf('报'.repeat(1000))) <= 200);
  assert.equal(fileNameOf('...'), 'article');
});

test('what cannot be written is told', () => {
  const from = place();
  const message = (typed: string): string => {
    const written = writeText(typed, 'x', 'x', from, true);
    return written.what === 'failed' ? written.message : written.what;
  };
  assert.match(message('missing/a.txt'), /no such/);
  assert.match(message('missing/'), /no such/);
  assert.match(message('a\0b'), /NUL/);
  if (existsSync('/dev/null')) assert.equal(message('/dev/null'), 'it is not a file');
  if (existsSync('/proc/self')) assert.notEqual(message('/proc/self/x'), 'written');
  mkdirSync(join(from.home, 'x'));
  assert.equal(message('home/'), 'it is a folder');
});

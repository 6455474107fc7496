import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { freshEnvironment, temporaryFolder } from '../helpers/home.ts';
import { npm, pack } from './pack.ts';

/** Of it Ink with React and Yoga take 0.4, the newspaper 0.2, what reads articles 0.2, all commands 0.1. */
const MOST_BYTES = 1.5 * 1024 * 1024;

let packed: ReturnType<typeof pack>;
let prefix: string;
before(() => {
  packed = pack();
  prefix = temporaryFolder();
  npm(['install', '--global', '--prefix', prefix, packed.path], temporaryFolder());
});

const installed = (...path: readonly string[]) => join(prefix, 'lib/node_modules/kanbao', ...path);

/** Runs the installed program by its name, in an empty folder. */
function kanbao(...args: readonly string[]) {
  return spawnSync(join(prefix, 'bin/kanbao'), args, {
    cwd: temporaryFolder(),
    env: freshEnvironment(),
    encoding: 'utf8',
  });
}

test('the package holds the program, its posts, its manual and its licences, and nothing else', () => {
  const expected =
    /^(?:package\.json|LICENSE|readme(?:\.zh)?\.md|kanbao\.1|dist\/(?:cli\.js|notices\.txt|(?:chunks|commands|shared)\/[^/]+\.js)|posts\/.+)$/;
  const strange = packed.files.map(({ path }) => path).filter(path => !expected.test(path));
  assert.deepEqual(strange, []);
  const paths = packed.files.map(({ path }) => path);
  for (const path of [
    'LICENSE',
    'dist/cli.js',
    'dist/notices.txt',
    'kanbao.1',
    'posts/_config.yml',
  ]) {
    assert.ok(paths.includes(path), path);
  }
});

test('the package takes at most 1.5 MB unpacked', () => {
  assert.ok(packed.unpackedSize <= MOST_BYTES, `${packed.unpackedSize} bytes`);
});

test('the package brings no other package along and runs nothing at its installation', () => {
  const { scripts, ...manifest } = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
    assert.equal(manifest[kind], undefined, kind);
  }
  // npm asks whoever installs about `prepare` too.
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
    assert.equal(scripts[script], undefined, script);
  }
});

test('the package names the licence of what it holds of others', () => {
  const notices = readFileSync(installed('dist/notices.txt'), 'utf8');
  for (const name of [
    'ink',
    'react',
    'gray-matter',
    'html-to-text',
    'markdown-it',
    'meow',
    'yargs-parser',
  ]) {
    assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
  }
  assert.match(notices, /Permission is hereby granted/);
});

test('the installed program tells its version', () => {
  const { version } = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
  const { status, stdout, stderr } = kanbao('--version');
  assert.deepEqual([status, stdout, stderr], [0, `${version}\n`, '']);
});

test('the installed program lists and prints the newspaper that comes with it', () => {
  const posts = installed('posts');
  const list = kanbao('list', '--posts', posts, '--format', '{id}');
  assert.equal(list.stderr, '');
  assert.equal(list.stdout.trimEnd().split('\n').length, 54);
  const article = kanbao('cat', '--posts', posts, '2022-01-12-luoyangqiao');
  assert.deepEqual([article.status, article.stderr], [0, '']);
  assert.match(article.stdout, /长在牡蛎上的千年石桥/);
});

test('npm puts the manual where man finds it', () => {
  assert.match(readFileSync(join(prefix, 'share/man/man1/kanbao.1'), 'utf8'), /^\.TH KANBAO 1/m);
});

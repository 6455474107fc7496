import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { freshEnvironment, root } from '../helpers/home.ts';

const cli = join(root, 'dist/cli.js');

function run(node: string, ...args: readonly string[]) {
  return spawnSync(node, args, { env: freshEnvironment(), encoding: 'utf8' });
}

/** A Node of this machine that is too old for kanbao. */
function oldNode(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, 'node'))
    .filter(file => existsSync(file))
    .find(file => Number.parseInt(run(file, '--version').stdout.slice(1), 10) < 24);
}

const older =
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'23.9.1'}})";

test('under an older Node the program says which it needs, and runs no further', () => {
  const { status, stdout, stderr } = run(process.execPath, '--import', older, cli, '--version');
  assert.deepEqual([status, stdout], [2, '']);
  const message = `kanbao: needs Node 24 or newer, and this is Node 23.9.1 (${process.execPath}); nodejs.org has newer ones\n`;
  assert.equal(stderr, message);
});

const old = oldNode();

test('what says so can be read by an older Node', {
  skip: old === undefined && 'left out: no Node older than 24 on this machine',
}, () => {
  const { status, stdout, stderr } = run(old ?? '', cli, 'list');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(
    stderr,
    /^kanbao: needs Node 24 or newer, and this is Node \d+\.\d+\.\d+ \(.*\); .*\n$/,
  );
});

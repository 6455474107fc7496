import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';
import { openKanbao } from '../helpers/terminal.ts';
import { addressPosts } from './addresses.ts';
import { writeHostileSite } from './corpus.ts';

/** An environment in which connections are written down and refused, and the file they go to. */
function guarded() {
  const file = join(temporaryFolder(), 'connections');
  writeFileSync(file, '');
  const guard = pathToFileURL(join(import.meta.dirname, 'network-guard.js')).href;
  return {
    env: { NODE_OPTIONS: `--import ${guard}`, CONNECTIONS: file },
    connections: () => readFileSync(file, 'utf8'),
  };
}

/** A site whose posts name addresses in every way a page can. */
function site(): string {
  const folder = temporaryFolder();
  writeHostileSite(folder, addressPosts());
  return folder;
}

test('the guard of these tests sees a connection that is tried', () => {
  const { connections, env: more } = guarded();
  const env = freshEnvironment(more);
  spawnSync(process.execPath, ['-e', 'fetch("http://127.0.0.1:9/").catch(() => 0)'], { env });
  spawnSync(process.execPath, ['-e', 'require("net").connect(9)'], { env });
  assert.match(connections(), /^fetch .*\nconnect /);
});

test('no command connects to anything, whatever the posts name', () => {
  const { connections, env: more } = guarded();
  const env = freshEnvironment(more);
  const folder = site();
  for (const [command = '', ...args] of [
    ['list'],
    ['cat', 'latest'],
    ['cat', 'latest', '--json'],
    ['links', 'latest'],
    ['search', 'link'],
    ['check'],
  ]) {
    const argv = [join(root, 'dist/cli.js'), command, ...args, '--posts', folder];
    const ran = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
    assert.ok((ran.status ?? 2) <= 1, `${command}: ${ran.stderr}`);
  }
  assert.equal(connections(), '');
});

test('the reader connects to nothing while hostile posts are paged through', async () => {
  const { env, connections } = guarded();
  const terminal = openKanbao(['--posts', site()], { env });
  await terminal.see('All posts');
  terminal.send('\r\r');
  await terminal.see('%');
  for (let page = 0; page < 30; page += 1) {
    terminal.send(' \t');
    await sleep(40);
  }
  terminal.send('Q');
  await terminal.ended;
  assert.equal(connections(), '');
});

import assert from 'node:assert/strict';
import { cpSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, temporaryFolder } from '../helpers/home.ts';
import { openKanbao, openTerminal } from '../helpers/terminal.ts';
import { modesLeft } from '../hostile/orders.ts';

const posts = join(root, 'posts');

/** A copy of the newspaper, to be damaged. */
function copyOfPosts(): string {
  const folder = join(temporaryFolder(), 'site');
  cpSync(posts, folder, { recursive: true });
  return folder;
}

/** Runs a line of shell in a terminal, in which `$KANBAO` is the program. */
function shell(line: string, size: { columns?: number; rows?: number } = {}) {
  const kanbao = `"${process.execPath}" "${join(root, 'dist/cli.js')}"`;
  return openTerminal('/bin/sh', ['-c', line.replaceAll('$KANBAO', kanbao)], size);
}

test('a terminal of no size is lived with: it says that it is too small, or lists', async () => {
  const terminal = shell(`stty cols 0 rows 0; $KANBAO --posts '${posts}'; echo "ended $?"`);
  await terminal.see(/54 posts|20.*5/);
  terminal.send('Q');
  await terminal.ended;
  assert.match(terminal.text(), /ended 0/);
  assert.deepEqual(modesLeft(terminal.written()), []);
});

test('a terminal that shrinks to one cell and grows again shows the page again', async () => {
  const terminal = openKanbao(['--posts', posts]);
  await terminal.see('54 posts');
  terminal.resize(1, 1);
  await sleep(100);
  terminal.resize(80, 24);
  await terminal.see('54 posts');
  terminal.send('Q');
  assert.equal((await terminal.ended).exitCode, 0);
});

test('without standard input the posts are listed, and with none to write to nothing throws', async () => {
  for (const [line, code] of [
    [`$KANBAO --posts '${posts}' < /dev/null | tail -1; echo "ended $?"`, 0],
    [`$KANBAO --posts '${posts}' <&- | tail -1; echo "ended $?"`, 0],
    [`$KANBAO list --posts '${posts}' <&- >/dev/null 2>&-; echo "ended $?"`, 0],
    [`$KANBAO cat - --posts '${posts}' <&-; echo "ended $?"`, 1],
    // Node opens /dev/null in its place.
    [`$KANBAO list --posts '${posts}' >&-; echo "ended $?"`, 0],
  ] as const) {
    const terminal = shell(line);
    await terminal.ended;
    assert.match(terminal.text(), new RegExp(`ended ${code}`), `${line}\n${terminal.text()}`);
    assert.doesNotMatch(terminal.text(), /\n\s+at |Error:/, line);
  }
});

test('a terminal that goes away ends the reader', async () => {
  const terminal = openKanbao(['--posts', posts]);
  await terminal.see('54 posts');
  terminal.kill('SIGHUP');
  await terminal.ended;
  assert.deepEqual(modesLeft(terminal.written()), []);
});

test('a folder that vanishes while it is read leaves the lists, names the file, and Q still ends', async () => {
  const site = copyOfPosts();
  const terminal = openKanbao(['--posts', site]);
  await terminal.see('54 posts');
  renameSync(site, `${site}-gone`);
  terminal.send('\r');
  await terminal.see(/›/);
  terminal.send('\r');
  await terminal.see(/cannot be read/);
  assert.match(terminal.text(), /no such file/);
  for (const keys of ['J', 'h', '0', 'jj', '\r', 'G', '/', 'a', '\x1b', 'n']) {
    terminal.send(keys);
    await sleep(30);
  }
  terminal.resize(100, 30);
  await sleep(100);
  renameSync(`${site}-gone`, site);
  terminal.send('Q');
  assert.equal((await terminal.ended).exitCode, 0);
  assert.deepEqual(modesLeft(terminal.written()), []);
  assert.doesNotMatch(terminal.written(), /\n\s+at /);
});

test('a post that vanishes while it is read stays readable and says so, and the list goes on without it', async () => {
  const site = copyOfPosts();
  const folder = join(site, '_posts');
  const newest = readdirSync(folder).sort().at(-1) ?? '';
  const terminal = openKanbao(['--posts', site]);
  await terminal.see('54 posts');
  terminal.send('\r');
  await terminal.see('1/54');
  terminal.send('\r');
  await terminal.see('读者来信');
  await terminal.see(/\d%/);
  const shown = terminal.rows().slice(0, -1);
  rmSync(join(folder, newest));
  await terminal.see('This post is no longer in the folder');
  assert.deepEqual(terminal.rows().slice(0, -1), shown);
  terminal.send('G');
  await terminal.unsee('读者来信');
  terminal.send('h');
  await terminal.see('53 posts');
  terminal.send('Q');
  assert.equal((await terminal.ended).exitCode, 0);
});

test('for a screen reader Ink writes lines without frames, and keys do the same', async () => {
  const terminal = openKanbao(['--posts', posts], { env: { INK_SCREEN_READER: 'true' } });
  await terminal.see('54 posts');
  terminal.send('\r');
  await terminal.see(/2022-03-31/);
  terminal.send('\r');
  await terminal.see('编辑同志');
  terminal.send('Q');
  assert.equal((await terminal.ended).exitCode, 0);
  assert.deepEqual(modesLeft(terminal.written()), []);
});

test('files that shrink to nothing while the reader is open show as empty, and nothing throws', async () => {
  const site = copyOfPosts();
  const terminal = openKanbao(['--posts', site]);
  await terminal.see('54 posts');
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.md'))
      truncateSync(join(entry.parentPath, entry.name), 3);
  }
  terminal.send('\r');
  await terminal.see(/›/);
  terminal.send('\r');
  await terminal.see(/%/);
  terminal.send('J');
  await sleep(100);
  rmSync(site, { recursive: true });
  terminal.send('J');
  await terminal.see(/cannot be read/);
  terminal.send('Q');
  assert.equal((await terminal.ended).exitCode, 0);
});

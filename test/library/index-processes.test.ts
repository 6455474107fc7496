import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePosts, writeCorpus } from '../bench/corpus.ts';
import { freshEnvironment, root as project } from '../helpers/home.ts';
import { makeFolder } from './site-folder.ts';

/** Nobody: whom a folder's permissions hold off. */
const NOBODY = 65534;

type Place = { readonly root: string; readonly cache: string };

function start({ root, cache }: Place, args: readonly string[], uid?: number): ChildProcess {
  return spawn(process.execPath, [join(project, 'dist/cli.js'), ...args, '-p', root], {
    // A home of root's tells anyone else that it may not be looked into.
    env: freshEnvironment({
      HOME: root,
      XDG_CONFIG_HOME: root,
      XDG_STATE_HOME: root,
      XDG_CACHE_HOME: cache,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid }),
  });
}

/** What a command prints; it must say nothing else. */
async function output(place: Place, args: readonly string[], uid?: number): Promise<string> {
  const child = start(place, args, uid);
  assert.ok(child.stdout && child.stderr);
  const [printed, messages] = await Promise.all([text(child.stdout), text(child.stderr)]);
  assert.equal(messages, '');
  return printed;
}

const LIST = ['list', '--jsonl'];
const FEW = ['list', '-n', '50'];

/** What the commands print without any index, beside what they print with this one. */
async function assertPlain(place: Place): Promise<void> {
  const none = { ...place, cache: '/dev/null/none' };
  const few = await output(none, FEW);
  assert.equal(await output(place, FEW), few);
  for (const args of [LIST, ['categories', '--tsv']])
    assert.equal(await output(place, args), await output(none, args), args.join(' '));
  assert.equal(await output(place, FEW), few);
}

function makePlace(t: TestContext, count: number): Place {
  const root = makeFolder(t, {});
  writeCorpus(root, count, 9, 0.05);
  return { root, cache: makeFolder(t, {}) };
}

test('two processes that make the index at once, and two that renew it, hurt nobody', async t => {
  const place = makePlace(t, 1200);
  for (const title of ['a', 'b']) {
    writeFileSync(join(place.root, '_posts/2030-01-01-new.md'), `---\ntitle: ${title}\n---\n`);
    await sleep(2100);
    const both = await Promise.all([output(place, LIST), output(place, LIST)]);
    assert.equal(both[0], both[1]);
    await assertPlain(place);
  }
});

test('a process killed at any moment of making the index leaves nothing that misleads', async t => {
  const place = makePlace(t, 1200);
  await sleep(2100);
  const began = performance.now();
  await output(place, LIST);
  const whole = performance.now() - began;
  for (let turn = 1; turn <= 12; turn++) {
    writeFileSync(join(place.root, `_posts/2030-01-${turn + 10}-new.md`), '---\ntitle: x\n---\n');
    const child = start(place, LIST);
    child.stdout?.resume();
    await sleep((whole * turn) / 11);
    child.kill('SIGKILL');
  }
  await sleep(2100);
  await assertPlain(place);
});

test('a folder that changes while it is read is read rightly when it is quiet again', async t => {
  const place = makePlace(t, 1200);
  let changing = true;
  const change = async () => {
    const names = readdirSync(join(place.root, '_posts'));
    for (const { name, content } of makePosts(100_000, 12, 0.05)) {
      if (!changing) return;
      writeFileSync(join(place.root, '_posts', `2029-${name}`), content);
      const old = names.shift();
      if (old !== undefined) rmSync(join(place.root, '_posts', old));
      await sleep(5);
    }
  };
  const changes = change();
  for (let turn = 0; turn < 3; turn++) {
    const lines = (await output(place, LIST)).trimEnd().split('\n');
    assert.ok(lines.length > 1000);
    for (const line of lines) JSON.parse(line);
  }
  changing = false;
  await changes;
  await assertPlain(place);
  await sleep(2100);
  await assertPlain(place);
});

test('a cache that nobody may write to is used as it is, or done without, in silence', async t => {
  const place = makePlace(t, 400);
  await sleep(2100);
  const uid = process.geteuid?.() === 0 ? NOBODY : undefined;
  chmodSync(place.root, 0o755);
  const plain = await output({ ...place, cache: '/dev/null/none' }, LIST, uid);
  chmodSync(place.cache, 0o555);
  assert.equal(await output(place, LIST, uid), plain);
  chmodSync(place.cache, 0o755);
  await output(place, LIST);
  const own = join(place.cache, 'kanbao');
  for (const entry of readdirSync(own, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
  chmodSync(own, 0o555);
  assert.equal(await output(place, LIST, uid), plain);
  assert.equal(
    await output(place, FEW, uid),
    await output({ ...place, cache: '/dev/null/none' }, FEW),
  );
  writeFileSync(join(place.root, '_posts/2030-01-01-new.md'), '---\ntitle: New\n---\n');
  const renewed = await output({ ...place, cache: '/dev/null/none' }, LIST, uid);
  assert.equal(await output(place, LIST, uid), renewed);
  chmodSync(own, 0o755);
});

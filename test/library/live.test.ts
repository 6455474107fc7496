import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSite } from '../../source/library/find-site.ts';
import { readHeadFile, removeIndex } from '../../source/library/index-file.ts';
import { createLive } from '../../source/library/live-library.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import { deviceOfRoot } from '../../source/library/site-root.ts';
import { makePosts, writeCorpus } from '../bench/corpus.ts';
import { allPosts, loadFolder, makeFolder, postFile } from './site-folder.ts';

function open(t: TestContext, root: string, cache: string): SiteLibrary {
  const found = findSite({ posts: root, cwd: '/' });
  assert.ok(found.found);
  const library = openLibrary(found.site, { cache });
  t.after(library.close);
  library.live();
  return library;
}

/** Settles when the library is as if it were read anew. */
async function caughtUp(library: SiteLibrary, root: string, milliseconds = 20_000): Promise<void> {
  const plain = await loadFolder(root);
  const all = (one: SiteLibrary) => JSON.stringify([allPosts(one), one.categories(), one.faults()]);
  const wanted = all(plain);
  for (const deadline = Date.now() + milliseconds; all(library) !== wanted; await sleep(20)) {
    if (Date.now() < deadline) continue;
    assert.deepEqual(allPosts(library), allPosts(plain));
    assert.equal(all(library), wanted);
  }
}

for (const [size, count] of [
  ['small site, which has no index', 30],
  ['larger site', 700],
] as const) {
  test(`a ${size}, follows its folder: posts added, edited, renamed, removed, folders more`, async t => {
    const root = makeFolder(t, {});
    writeCorpus(root, count, 5);
    const posts = join(root, '_posts');
    const library = open(t, root, makeFolder(t, {}));
    await library.load();
    assert.equal(library.loaded(), true);
    await caughtUp(library, root);
    const [first = '', second = '', third = ''] = readdirSync(posts);
    let version = library.version();
    const changes: readonly (() => void)[] = [
      () => writeFileSync(join(posts, '2030-01-01-new.md'), postFile('title: New')),
      () => writeFileSync(join(posts, first), postFile('title: Edited')),
      () => renameSync(join(posts, second), join(posts, '2031-01-01-renamed.md')),
      () => rmSync(join(posts, third)),
      () => {
        mkdirSync(join(root, 'arts/_posts'), { recursive: true });
        writeFileSync(join(root, 'arts/_posts/2032-01-01-a.md'), postFile('title: Arts'));
      },
      () => writeFileSync(join(root, 'arts/_posts/2033-01-01-b.md'), postFile('title: More')),
      () => writeFileSync(join(root, '_config.yml'), 'timezone: Asia/Tokyo\npermalink: none\n'),
    ];
    for (const change of changes) {
      change();
      await caughtUp(library, root);
      assert.notEqual(library.version(), version);
      version = library.version();
    }
  });
}

/** Settles when `is` holds, asked again and again. */
async function until(is: () => boolean, what: string, milliseconds = 20_000): Promise<void> {
  for (const deadline = Date.now() + milliseconds; !is(); await sleep(20))
    assert.ok(Date.now() < deadline, `never: ${what}`);
}

for (const [size, count] of [
  ['small site, which has no index', 30],
  ['larger site', 300],
] as const) {
  test(`a ${size}, stays as it is while its folder is gone, and is followed again when it is back`, async t => {
    const root = join(makeFolder(t, {}), 'site');
    writeCorpus(root, count, 5);
    const library = open(t, root, makeFolder(t, {}));
    await library.load();
    await caughtUp(library, root);
    const before = allPosts(library);
    renameSync(root, `${root}-away`);
    await until(library.gone, 'the folder is gone');
    // Long enough for another look at what is not there.
    await sleep(1700);
    assert.deepEqual([library.gone(), library.loaded()], [true, true]);
    assert.deepEqual(allPosts(library), before);
    writeFileSync(join(`${root}-away/_posts/2030-01-01-new.md`), postFile('title: New'));
    renameSync(`${root}-away`, root);
    await until(() => !library.gone(), 'the folder is back');
    await caughtUp(library, root);
    // And its events are heard.
    writeFileSync(join(root, '_posts/2030-01-01-new.md'), postFile('title: Edited'));
    await caughtUp(library, root);
  });
}

test('a folder that was put in the place of another is followed', async t => {
  const root = join(makeFolder(t, {}), 'site');
  for (const folder of [root, `${root}-new`]) writeCorpus(folder, 30, 5);
  const library = open(t, root, makeFolder(t, {}));
  await library.load();
  await caughtUp(library, root);
  renameSync(root, `${root}-old`);
  renameSync(`${root}-new`, root);
  // Until no file counts as changing, and it is looked at only when something is heard.
  await sleep(6000);
  writeFileSync(join(root, '_posts/2030-01-01-new.md'), postFile('title: New'));
  await caughtUp(library, root);
});

test('an empty folder on another device than before is the place of a disk that is gone', async t => {
  const here = makeFolder(t, { 'a.md': '' });
  const empty = makeFolder(t, {});
  const { dev } = statSync(here);
  assert.equal(await deviceOfRoot(here, null), dev);
  assert.equal(await deviceOfRoot(here, dev + 1), dev);
  assert.equal(await deviceOfRoot(empty, dev), dev);
  assert.equal(await deviceOfRoot(empty, dev + 1), null);
  assert.equal(await deviceOfRoot(join(here, 'none'), dev), null);
  assert.equal(await deviceOfRoot(join(here, 'a.md'), dev), null);
});

test('a burst of 30,000 new posts is all there in the end', async t => {
  const root = makeFolder(t, {});
  writeCorpus(root, 300, 5);
  const library = open(t, root, makeFolder(t, {}));
  await library.load();
  for (const { name, content } of makePosts(30_000, 6, 0.05)) {
    writeFileSync(join(root, '_posts', `x${name}`), content);
  }
  const deadline = Date.now() + 180_000;
  while (library.list({}).length < 30_300 && Date.now() < deadline) await sleep(100);
  await caughtUp(library, root, 60_000);
  assert.equal(library.list({}).length, 30_300);
});

test('a git pull under the open library brings its posts, takes away and renames, as reading anew', async t => {
  const folder = makeFolder(t, {});
  const git = (cwd: string, ...args: readonly string[]) => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'gc.auto=0'];
    const { status, stderr, error } = spawnSync('git', [...who, ...args], { cwd });
    if (error !== undefined) return false;
    assert.equal(status, 0, stderr.toString());
    return true;
  };
  const origin = join(folder, 'origin');
  const root = join(folder, 'clone');
  writeCorpus(origin, 600, 5, 0.05);
  if (!git(origin, 'init', '-q', '-b', 'main')) return t.skip('git is not installed');
  git(origin, 'add', '.');
  git(origin, 'commit', '-q', '-m', 'first');
  git(folder, 'clone', '-q', origin, root);
  const library = open(t, root, makeFolder(t, {}));
  await library.load();
  for (let turn = 0; turn < 3; turn++) {
    const names = readdirSync(join(origin, '_posts'));
    for (const name of names.slice(0, 50)) rmSync(join(origin, '_posts', name));
    for (const name of names.slice(50, 100))
      writeFileSync(join(origin, '_posts', name), postFile(`title: Edited ${turn}`));
    for (const name of names.slice(100, 110))
      renameSync(join(origin, '_posts', name), join(origin, '_posts', `2029-${turn}1-01-${name}`));
    for (const { name, content } of makePosts(80, 20 + turn, 0.05))
      writeFileSync(join(origin, '_posts', name), content);
    git(origin, 'add', '-A');
    git(origin, 'commit', '-q', '-m', `turn ${turn}`);
    git(root, 'pull', '-q', '--ff-only');
    await caughtUp(library, root, 60_000);
  }
});

test('what the index has is shown before anything is read, and the folder then decides', async t => {
  const root = makeFolder(t, {});
  writeCorpus(root, 500, 5);
  const cache = makeFolder(t, {});
  const first = open(t, root, cache);
  await first.load();
  // It is written when all posts are there.
  while (first.searchedIndex() === null) await sleep(20);
  first.close();
  writeFileSync(join(root, '_posts/2030-01-01-new.md'), postFile('title: New'));
  const library = open(t, root, cache);
  assert.equal(library.list({}).length, 500);
  assert.equal(library.loaded(), false);
  await library.load();
  assert.equal(library.list({}).at(0)?.title, 'New');
});

test('an index that turns out to be damaged while the folder is compared is made anew', async t => {
  const root = makeFolder(t, {});
  writeCorpus(root, 500, 5);
  // Until no file counts as changing: then there is something to compare with.
  await sleep(2500);
  const place = { folder: makeFolder(t, {}), drafts: false };
  const first = open(t, root, place.folder);
  await first.load();
  while (first.searchedIndex() === null) await sleep(20);
  first.close();
  const head = readHeadFile(place);
  assert.ok(head !== null && head.files !== '');
  removeIndex(place);
  let shown = 0;
  const live = createLive(
    { root, drafts: false, cache: place.folder },
    {
      files: head.files,
      isEmpty: () => false,
      show: ({ count }) => {
        shown = count;
      },
      showIndex: ({ count }) => {
        shown = count;
      },
      looked: () => undefined,
      gone: () => assert.fail('it is there'),
    },
  );
  t.after(live.stop);
  live.start();
  // The thread has been told by now what to compare with.
  await sleep(50);
  live.mend();
  await until(() => shown === 500, 'all posts again');
});

test('a folder that was removed and made anew is followed', async t => {
  const root = makeFolder(t, {});
  writeCorpus(root, 30, 5);
  const library = open(t, root, makeFolder(t, {}));
  await library.load();
  // Longer than a folder is looked at again after a watch began.
  await sleep(3000);
  rmSync(join(root, '_posts'), { recursive: true });
  mkdirSync(join(root, '_posts'));
  writeFileSync(join(root, '_posts/2030-01-01-first.md'), postFile('title: First'));
  await caughtUp(library, root);
  await sleep(3000);
  writeFileSync(join(root, '_posts/2030-01-02-second.md'), postFile('title: Second'));
  await caughtUp(library, root, 10_000);
});

test('while a large folder is read for the first time its newest posts are there and their number grows', async t => {
  const root = makeFolder(t, {});
  writeCorpus(root, 4000, 5);
  const library = open(t, root, makeFolder(t, {}));
  const counts: number[] = [];
  let newest = '';
  library.subscribe(() => {
    counts.push(library.list({}).length);
    newest ||= library.list({}).at(0)?.id ?? '';
  });
  await library.load();
  assert.ok(counts.length > 2, `${counts}`);
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  );
  assert.equal(newest.slice(0, 10), library.list({}).at(0)?.id.slice(0, 10));
  assert.equal(library.list({}).length, 4000);
});

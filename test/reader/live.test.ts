import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Library } from '../../source/library/library.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import { openReader } from '../../source/reader/open-reader.tsx';
import { readerSettings } from '../helpers/reader-settings.ts';
import { openScreen } from '../helpers/screen.ts';
import { fakeLibrary, fakeMarks, fakePost } from './fake-library.ts';
import { openOnSite } from './site.ts';

const ENTER = '\r';

/** Opens the reader over a library at 80x24, nothing marked; it is closed after the test `t`, if given. */
function openOver(library: Library, t?: TestContext, lang: 'en' | 'zh' = readerSettings.lang) {
  const screen = openScreen(80, 24);
  const { stdin, stdout } = screen;
  const settings = { ...readerSettings, lang };
  const closed = openReader({ library, marks: fakeMarks(), start: {}, stdin, stdout, settings });
  t?.after(async () => {
    await screen.send('Q');
    await closed;
  });
  return { screen, closed };
}

test('keys typed before the reader is there are not echoed, and count', async () => {
  const { screen, closed } = openOver(fakeLibrary([fakePost('a1', 'a', 0)]));
  assert.equal(screen.raw(), true);
  screen.stdin.push('j');
  await screen.see(/› Label a/);
  await screen.send('q');
  await closed;
  assert.equal(screen.raw(), false);
});

test('keys typed before the first posts are known wait for them, those that need none do not', async () => {
  const library = fakeLibrary([]);
  let isLoaded = false;
  const { screen, closed } = openOver({ ...library, loaded: () => isLoaded });
  await screen.send('?');
  await screen.see('Enter');
  await screen.send('\x1b');
  await screen.send('\r', 'j', '\r');
  library.grow([fakePost('a1', 'a', 0), fakePost('a2', 'a', 1)]);
  isLoaded = true;
  await screen.see(/Title of a2\n[\s\S]*100%/);
  await screen.send('Q');
  await closed;
});

test('while a large folder is read the heading tells how many posts are known, and then their number', async () => {
  const library = fakeLibrary([fakePost('p0', 'a', 0)]);
  let isLoaded = false;
  const loading = Promise.withResolvers<void>();
  const { screen, closed } = openOver({
    ...library,
    loaded: () => isLoaded,
    load: () => loading.promise,
  });
  await screen.see(/reading… 1$/m);
  library.grow(Array.from({ length: 1999 }, (_, age) => fakePost(`p${age + 1}`, 'a', age + 1)));
  await screen.see(/reading… 2,000$/m);
  await screen.send('\r');
  await screen.see(/› . Title of p0/);
  isLoaded = true;
  loading.resolve();
  await screen.see(/2,000 posts/);
  assert.doesNotMatch(screen.text(), /reading…/);
  await screen.send('Q');
  await closed;
});

test('a screen that fails says what failed, and keys lead on', async () => {
  const library = fakeLibrary([fakePost('a1', 'a', 0), fakePost('a2', 'a', 1)]);
  let fails = false;
  const { screen, closed } = openOver({
    ...library,
    list: query => {
      if (fails) throw new Error('the list is\x1b[31m broken');
      return library.list(query);
    },
  });
  await screen.see('All posts');
  fails = true;
  library.grow([fakePost('a3', 'a', 2)]);
  await screen.send('j', '\r', 's', '\r');
  await screen.see(/This screen failed:\s+Error: the list is␛\[31m broken/);
  fails = false;
  await screen.send('0');
  await screen.see('All posts');
  assert.doesNotMatch(screen.text(), /failed/);
  await screen.send('Q');
  await closed;
});

test('an error outside every screen closes the reader with it, and the terminal is as it was', async () => {
  const loading = Promise.withResolvers<void>();
  const { screen, closed } = openOver({
    ...fakeLibrary([fakePost('a1', 'a', 0)]),
    load: () => loading.promise,
  });
  await screen.see('All posts');
  loading.reject(new Error('the disk is gone'));
  await assert.rejects(closed, /the disk is gone/);
  await screen.settle();
  assert.deepEqual(
    [screen.alternate(), screen.cursorHidden(), screen.raw()],
    [false, false, false],
  );
});

test('what another copy marks shows within moments', async t => {
  const { screen, root } = await openOnSite(t, 80, 24);
  assert.match(screen.text(), /7 篇，7 篇未读/);
  openMarks(join(root, 'marks')).mark('read', '_posts/2022-03-12-bus.md');
  await screen.see('7 篇，6 篇未读');
});

test('a post whose file is gone says so once and whole on a narrow screen, and stays unread', async t => {
  const { screen, root } = await openOnSite(t, 60, 12, { lang: 'en' });
  const category = async () => screen.send('j', ENTER);
  await category();
  const list = screen.text();
  const file = join(root, '_posts', '2022-03-12-dawn.md');
  rmSync(file);
  await screen.send(ENTER);
  const shown = screen.text().replaceAll(/\s/g, '');
  assert.ok(shown.includes(`Thispostcannotberead:nosuchfile(${file})`), screen.text());
  assert.equal(screen.text().match(/cannot/g)?.length, 1);
  await screen.send('h');
  assert.equal(screen.text(), list);
  await screen.send(ENTER);
  await screen.resize(20, 5);
  assert.match(screen.rows()[4] ?? '', /^\? help +\d\d%$/);
  await screen.send('G');
  assert.match(screen.rows()[4] ?? '', / 100%$/);
});

for (const [lang, words] of [
  ['en', 'the folder is gone'],
  ['zh', '文件夹不见了'],
] as const) {
  test(`on every screen the last row says that the folder is gone, until it is back (${lang})`, async t => {
    const library = fakeLibrary([fakePost('a1', 'a', 0)]);
    let gone = false;
    const over = { ...library, gone: () => gone };
    const { screen } = openOver(over, t, lang);
    await screen.see('Label a');
    for (const key of ['', ENTER, ENTER, '?', '\x1b', '0', '/', '\x1b', 'c']) {
      if (key !== '') await screen.send(key);
      gone = true;
      library.grow([]);
      await screen.see(new RegExp(`${words} *$`));
      gone = false;
      library.grow([]);
      await screen.see(new RegExp(`^(?![\\s\\S]*${words})`));
    }
    await screen.send('\x1b');
  });
}

test('a library that reports a hundred times is asked for its posts a few times', async t => {
  const library = fakeLibrary([fakePost('p0', 'a', 0)]);
  let lists = 0;
  const { screen } = openOver(
    {
      ...library,
      list: query => {
        lists += 1;
        return library.list(query);
      },
    },
    t,
  );
  await screen.settle();
  lists = 0;
  for (let report = 1; report <= 100; report += 1) {
    library.grow([fakePost(`p${report}`, 'a', report)]);
    await sleep(1);
  }
  await screen.see('101 posts');
  assert.ok(lists > 0 && lists <= 8, `${lists} lists`);
});

test('a screen that cannot be drawn says what failed, and another key tries again', async t => {
  const library = fakeLibrary([fakePost('a1', 'a', 0)]);
  let isBroken = false;
  const { screen } = openOver(
    {
      ...library,
      categories: () => {
        if (isBroken) throw new Error('no categories today');
        return library.categories();
      },
    },
    t,
  );
  await screen.settle();
  const before = screen.text();
  isBroken = true;
  library.grow([fakePost('a2', 'a', 1)]);
  await screen.see('no categories today');
  assert.match(screen.text(), /h goes back, Q quits/);
  isBroken = false;
  await screen.send('x');
  assert.equal(screen.text(), before.replaceAll('1/1', '2/2').replace('1 posts, 1', '2 posts, 2'));
});

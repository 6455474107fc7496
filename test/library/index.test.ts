import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findSite } from '../../source/library/find-site.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import { makePosts } from '../bench/corpus.ts';
import { allPosts, makeFolder, postFile } from './site-folder.ts';

type Folder = { readonly root: string; readonly cache: string };

/** A site of 400 posts and what is odd among them; time is such that all of it is old. */
function makeSite(t: TestContext): Folder {
  const posts = [...makePosts(400, 3)].map(({ name, content }) => [`_posts/${name}`, content]);
  const root = makeFolder(t, {
    ...Object.fromEntries(posts),
    '_config.yml': 'title: A\nurl: https://news.example\nexclude: [hidden]\n',
    'category/lone.html': postFile('title: 孤报'),
    'news/_posts/2021-05-01-Tide.md': postFile('title: Tide\nredirect_from: [/old/tide, /x.html]'),
    'news/_posts/2021-05-02-tide.md': postFile('date: 2021-05-02 08:00\ncategories: [lone, "b c"]'),
    'sport/_posts/2021-05-02-tide.md': postFile('title: "open\ntags: a b', 'no end'),
    '_posts/2021-05-03-float.md': postFile('date: 2021-05-03 09:00:00\ntags: [x, "y z"]'),
    '_posts/2021-05-04-hidden.md': postFile('published: false'),
    '_posts/undated.md': 'no header',
    '_posts/empty.md': '',
    '_drafts/later.md': postFile('title: Later'),
    'hidden/_posts/2021-01-01-never.md': '',
  });
  symlinkSync('../news', join(root, 'sport/loop'));
  symlinkSync('nowhere.md', join(root, '_posts/2021-06-01-broken.md'));
  const odd = Buffer.concat([
    Buffer.from(`${root}/_posts/2021-06-02-`),
    Buffer.of(0xe9, 0x2e),
    Buffer.from('md'),
  ]);
  writeFileSync(odd, postFile('title: Odd'));
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  return { root, cache: makeFolder(t, {}) };
}

function open({ root, cache }: Folder, cached: boolean, drafts = false): SiteLibrary {
  const found = findSite({ posts: root, cwd: '/' });
  assert.ok(found.found);
  return openLibrary(found.site, { drafts, ...(cached && { cache }) });
}

/** All that a library tells. */
function told(library: SiteLibrary): unknown {
  const posts = allPosts(library);
  const ids = (query: Parameters<SiteLibrary['list']>[0]) => {
    const list = library.list(query);
    const found = list.slice(0, list.length);
    assert.equal(found.length, list.length);
    for (const at of [0, 7, list.length - 1]) {
      assert.equal(list.at(at)?.id, found[at]?.id);
      if (list.length > 0)
        assert.equal(list.indexOf(found.at(at)?.id ?? ''), found.indexOf(found.at(at) as never));
    }
    return found.map(({ id }) => id);
  };
  const hrefs = [
    '/',
    '//news.example/category/lone.html',
    '/lone/',
    '/tags/x/',
    '/old/tide',
    '/x',
    '/nothing',
    '/2021/05/02/tide.html',
    '../news/2021/05/01/Tide.html',
    '/NEWS/2021/05/01/TIDE',
    'old_post/tide.html',
    '//news.example/categories/b%20c/',
    ...posts.slice(0, 40).map(({ url }) => `//news.example${url}`),
  ];
  return {
    posts,
    categories: library.categories(),
    faults: library.faults(),
    lists: [
      ids({}),
      ids({ reverse: true }),
      ids({ sort: 'title' }),
      ids({ sort: 'category', reverse: true }),
      ids({ categories: ['lone', posts[3]?.categories[0] ?? ''] }),
      ids({ categories: ['孤报'] }),
      ids({ categories: [] }),
      ids({ tags: ['x', 'a'] }),
      ids({ since: '2020-01-03', until: '2021-05-02' }),
      ids({
        accept: ({ title }) => title.length > 12,
        categories: ['lone', posts[5]?.categories[0] ?? ''],
      }),
    ],
    found: [
      'latest',
      'tide',
      'news/2021-05',
      '2020-01-0',
      '2021-05-03-float',
      '_posts/undated.md',
      '/old/tide',
      'news/2021-05-02-tide',
      'https://news.example/news/2021/05/01/Tide.html',
      'Zz',
    ].map(reference => library.find(reference)),
    targets: posts.slice(0, 3).flatMap(post => hrefs.map(href => library.target(href, post))),
    byId: posts.map(({ id }) => library.post(id)),
    named: ['lone', '孤报', 'nothing'].map(name => library.category(name)),
  };
}

async function loaded(folder: Folder, cached: boolean, drafts = false): Promise<unknown> {
  const library = open(folder, cached, drafts);
  await library.load();
  const all = told(library);
  library.keep();
  return all;
}

/** Loads with and without the index, and again now that it is new: all are the same. */
async function assertSame(folder: Folder, what: string): Promise<void> {
  const plain = await loaded(folder, false);
  assert.deepEqual(await loaded(folder, true), plain, `${what}, index made or renewed`);
  assert.deepEqual(await loaded(folder, true), plain, `${what}, index unchanged`);
  const library = open(folder, true);
  await library.loadFor(() => library.list({}).slice(0, 50));
  assert.deepEqual(told(library), plain, `${what}, a few posts compared`);
}

const storeIn = ({ cache }: Folder): string => {
  const name = readdirSync(cache).find(one => one.endsWith('.sqlite'));
  assert.ok(name !== undefined, 'there is an index');
  return join(cache, name);
};

test('with an index a site is what it is without one: posts, order, labels, targets, faults', async t => {
  const folder = makeSite(t);
  await assertSame(folder, 'at first');
  storeIn(folder);
  assert.deepEqual(await loaded(folder, true, true), await loaded(folder, false, true), 'drafts');
  await assertSame(folder, 'after drafts were asked for');
});

test('whatever changes in the folder, the index is renewed to what reading all of it gives', async t => {
  const folder = makeSite(t);
  const { root } = folder;
  const posts = join(root, '_posts');
  await assertSame(folder, 'at first');
  const [first = '', second = '', third = ''] = readdirSync(posts);
  const later = () => t.mock.timers.setTime(Date.now() + 60_000);
  const changes: Readonly<Record<string, () => void>> = {
    'an edit': () => writeFileSync(join(posts, first), postFile('title: Edited\ncategories: q')),
    'an edit of the same length and time': () => {
      const file = join(posts, second);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace('layout: post', 'layout: pose'));
      utimesSync(file, 1, 1);
    },
    'a new post': () => writeFileSync(join(posts, '2026-01-01-new.md'), postFile('tags: x')),
    'a post gone': () => rmSync(join(posts, third)),
    'a rename': () => renameSync(join(posts, first), join(posts, '2019-02-02-renamed.md')),
    'a name that another file has': () =>
      writeFileSync(join(root, 'sport/_posts/2026-01-01-new.md'), postFile('title: Other')),
    'a category page edited': () =>
      writeFileSync(join(root, 'category/lone.html'), postFile('title: 別名')),
    'a new category page': () =>
      writeFileSync(join(root, 'category/b c.html'), postFile('title: 乙')),
    'a folder more': () => {
      mkdirSync(join(root, 'arts/_posts'), { recursive: true });
      writeFileSync(join(root, 'arts/_posts/2020-01-01-a.md'), '');
    },
    'another configuration': () =>
      appendFileSync(join(root, '_config.yml'), 'timezone: Asia/Tokyo\npermalink: pretty\n'),
    'a link mended': () => writeFileSync(join(posts, 'nowhere.md'), postFile('title: There')),
    'posts with times of another zone': () => {
      for (let at = 0; at < 500; at++)
        writeFileSync(
          join(posts, `2023-01-01-z${at}.md`),
          postFile('date: 2023-01-01 00:00:00 -0500'),
        );
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    change();
    later();
    await assertSame(folder, what);
  }
});

test('an index damaged in any way is done without, and made anew', async t => {
  const folder = makeSite(t);
  const { cache } = folder;
  const plain = await loaded(folder, false);
  const head = join(cache, 'index');
  const over = (file: string, at: number, bytes: Uint8Array) => {
    const content = readFileSync(file);
    content.set(bytes, at);
    writeFileSync(file, content);
  };
  const damages: Readonly<Record<string, () => void>> = {
    'no head': () => rmSync(head),
    'an empty head': () => writeFileSync(head, ''),
    'half a head': () => truncateSync(head, 1000),
    'a head of another build': () =>
      writeFileSync(head, readFileSync(head, 'utf8').replace('kanbao 1', 'kanbao 0')),
    'one byte of the head': () => over(head, 700, Buffer.from('~')),
    'a head that is noise': () => writeFileSync(head, Buffer.alloc(5000, 0xff)),
    'a head that is a folder': () => {
      rmSync(head);
      mkdirSync(join(head, 'x'), { recursive: true });
    },
    'no store': () => rmSync(storeIn(folder)),
    'an empty store': () => writeFileSync(storeIn(folder), ''),
    'half a store': () => truncateSync(storeIn(folder), 20_000),
    'a page of zeros in the store': () => over(storeIn(folder), 8192, new Uint8Array(4096)),
    'one letter of a title in the store': () => {
      const file = storeIn(folder);
      over(file, readFileSync(file).indexOf('Tide'), Buffer.from('Tidy'));
    },
    'a store that is text': () => writeFileSync(storeIn(folder), 'SQLite format 4\n'),
  };
  for (const [what, damage] of Object.entries(damages)) {
    rmSync(cache, { recursive: true, force: true });
    await loaded(folder, true);
    damage();
    const library = open(folder, true);
    await library.loadFor(() => library.list({}).slice(0, 300));
    assert.deepEqual(told(library), plain, what);
    assert.deepEqual(await loaded(folder, true), plain, what);
    assert.deepEqual(await loaded(folder, true), plain, `${what}, a second time`);
  }
});

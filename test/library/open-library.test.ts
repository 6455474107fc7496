import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSite } from '../../source/library/find-site.ts';
import { openLibrary } from '../../source/library/open-library.ts';
import { makeIds } from '../../source/library/post-ids.ts';
import { allPosts, type Files, loadFiles, makeFolder, postFile } from './site-folder.ts';

function siteAt(root: string) {
  const found = findSite({ posts: root, cwd: '/' });
  assert.ok(found.found);
  return found.site;
}

test('posts come newest first, undated last', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-b.md': postFile('date: 2022-01-01 08:00:00 +0000'),
    '_posts/2022-01-01-a.md': postFile('date: 2022-01-01 09:00:00 +0000'),
    '_posts/2022-01-01-c.md': postFile('date: 2022-01-01 17:30:00 +0800'),
    '_posts/2022-01-03-x.md': postFile('title: x'),
    '_posts/undated.md': postFile('title: u'),
  });
  assert.deepEqual(
    allPosts(library).map(({ path }) => path.slice(7, -3)),
    ['2022-01-03-x', '2022-01-01-c', '2022-01-01-a', '2022-01-01-b', 'undated'],
  );
});

test('a list filters by category, tag, days of the posts own clock and whatever the caller asks', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-03-10-a.md': postFile('date: 2022-03-10 23:30:00 -0800\ncategory: x\ntags: p q'),
    '_posts/2022-03-11-b.md': postFile('date: 2022-03-11 00:30:00 +0800\ncategory: y\ntags: q'),
    '_posts/2022-03-12-c.md': postFile('category: x'),
    '_posts/undated.md': postFile('category: x'),
  });
  const names = (query: Parameters<typeof library.list>[0]) => {
    const list = library.list(query);
    return list
      .slice(0, list.length)
      .map(({ id }) => id.slice(-1))
      .join('');
  };
  assert.equal(names({ categories: ['x'] }), 'cad');
  assert.equal(names({ categories: ['x', 'y'] }), 'cabd');
  assert.equal(names({ categories: ['none'] }), '');
  assert.equal(names({ tags: ['p'] }), 'a');
  assert.equal(names({ since: '2022-03-11' }), 'cb');
  assert.equal(names({ until: '2022-03-10' }), 'a');
  assert.equal(names({ since: '2022-03-10', until: '2022-03-10' }), 'a', 'both days are included');
  assert.equal(names({ categories: ['x'], accept: post => post.date !== null }), 'ca');
  assert.equal(names({ reverse: true }), 'dbac');
});

test('posts are sorted by title in the order of pinyin, and by category, newest first within', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('title: 泉州\ncategory: b'),
    '_posts/2022-01-02-b.md': postFile('title: 北京\ncategory: a'),
    '_posts/2022-01-03-c.md': postFile('title: No 10\ncategory: b'),
    '_posts/2022-01-04-d.md': postFile('title: No 9\ncategory: a'),
  });
  const titles = (sort: 'title' | 'category') =>
    library
      .list({ sort })
      .slice(0, 9)
      .map(({ title }) => title);
  assert.deepEqual(
    titles('title').filter(title => !title.startsWith('No')),
    ['北京', '泉州'],
  );
  assert.deepEqual(
    titles('title').filter(title => title.startsWith('No')),
    ['No 9', 'No 10'],
  );
  assert.deepEqual(titles('category'), ['No 9', '北京', 'No 10', '泉州']);
});

test('a list is read by position and is the same one until the library changes', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': '',
    '_posts/2022-01-02-b.md': '',
  });
  const list = library.list({ categories: [] });
  assert.equal(library.list({}), library.list({}));
  assert.equal(list.length, 0);
  const all = library.list({});
  assert.equal(all.at(1)?.id, '2022-01-01-a');
  assert.equal(all.at(-1), undefined);
  assert.equal(all.at(2), undefined);
  assert.equal(all.indexOf('2022-01-01-a'), 1);
  assert.equal(all.indexOf('none'), -1);
  assert.deepEqual(
    all.slice(1, 9).map(({ id }) => id),
    ['2022-01-01-a'],
  );
});

test('loading breathes: listeners hear of every batch, other work goes on, the newest names come first', async t => {
  const files: Record<string, string> = {};
  for (let at = 0; at < 1000; at++) {
    const day = new Date(Date.UTC(2020, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
    files[`_posts/${day}-${at}.md`] = postFile(`title: Post ${at}\ncategories: c${at % 7}`);
  }
  const library = openLibrary(siteAt(makeFolder(t, files)));
  const versions: number[] = [];
  let first: string | undefined;
  let turns = 0;
  const stop = library.subscribe(() => {
    versions.push(library.version());
    first ??= library.list({}).at(0)?.id;
  });
  const timer = setInterval(() => turns++, 1);
  assert.equal(library.loaded(), false);
  assert.equal(library.load(), library.load());
  await library.load();
  clearInterval(timer);
  assert.ok(library.loaded());
  assert.equal(library.list({}).length, 1000);
  assert.ok(versions.length >= 2, `${versions.length} batches`);
  assert.deepEqual(
    versions,
    [...new Set(versions)].sort((a, b) => a - b),
  );
  assert.ok(turns >= 2, 'timers ran between batches');
  assert.equal(first, library.list({}).at(0)?.id);
  const heard = versions.length;
  stop();
  await library.load();
  assert.equal(versions.length, heard);
});

test('an empty folder gives an empty library', async t => {
  const library = openLibrary(siteAt(makeFolder(t, { '_config.yml': '' })));
  assert.equal(library.list({}).length, 0);
  await library.load();
  assert.deepEqual([library.list({}).length, library.categories().length], [0, 0]);
  assert.deepEqual(library.find('latest'), { found: 'none' });
});

test('ids are the files names, longer only where two share one, and the same whatever the order', () => {
  const file = (path: string) => {
    const folders = path.split('/');
    const [stem = '', ending = ''] = (folders.pop() ?? '').split(/(?=\.)/);
    return { path, folders, stem, ending };
  };
  const paths = [
    '_posts/a.md',
    'x/_posts/b.md',
    'y/_posts/b.md',
    'b.md',
    'c/d.md',
    'c/d.html',
    'e/index.md',
  ];
  const expected = ['a', 'x/_posts/b', 'y/_posts/b', 'b', 'c/d.md', 'c/d.html', 'e/index'];
  assert.deepEqual(makeIds(paths.map(file)), expected);
  assert.deepEqual(makeIds(paths.map(file).reverse()), [...expected].reverse());
});

test('a bad configuration hides nothing: what can be read of it counts', async t => {
  const files: Files = {
    '_config.yml': 'title: "bad" quotes"\nurl: https://a.example\npermalink: /:title/\nbroken [\n',
    '_posts/2022-01-01-a.md': postFile('title: a'),
  };
  const library = await loadFiles(t, files);
  assert.equal(library.site.url, 'https://a.example');
  assert.equal(library.list({}).at(0)?.url, '/a/');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, isoDate } from '../../source/library/date.ts';
import { allPosts, kindsOf, loadFiles, onlyPost, postFile } from './site-folder.ts';

test('categories are the folders above _posts, then categories, then category, each once', async t => {
  const library = await loadFiles(t, {
    '_config.yml': '',
    'news/local/_posts/2022-01-01-a.md': postFile('categories: p news q\ncategory: x y'),
    '_posts/deep/er/2022-01-02-b.md': postFile('categories: [p q, r]\ncategory: [x, y]'),
  });
  assert.deepEqual(library.post('2022-01-01-a')?.categories, ['news', 'local', 'p', 'q', 'x y']);
  assert.deepEqual(
    library.post('2022-01-02-b')?.categories,
    ['p q', 'r', 'x', 'y'],
    'folders below _posts are none',
  );
});

test('a string of categories is split on blanks, a list is not, and category never is', async t => {
  assert.deepEqual((await onlyPost(t, postFile('categories: a b'))).categories, ['a', 'b']);
  assert.deepEqual((await onlyPost(t, postFile('categories:\n- a b'))).categories, ['a b']);
  assert.deepEqual((await onlyPost(t, postFile('category: a b'))).categories, ['a b']);
  assert.deepEqual((await onlyPost(t, postFile('category:\ncategories: a'))).categories, ['a']);
});

test('tags are those of tag, else of tags, by the same rules', async t => {
  assert.deepEqual((await onlyPost(t, postFile('tags: a b'))).tags, ['a', 'b']);
  assert.deepEqual((await onlyPost(t, postFile('tags: [a b, [c, d]]'))).tags, ['a b', 'c', 'd']);
  assert.deepEqual((await onlyPost(t, postFile('tags: a b\ntag: c d'))).tags, ['c d']);
  assert.deepEqual((await onlyPost(t, postFile('tags: a b\ntag:'))).tags, ['a', 'b']);
});

test('date in the header wins over the date in the name', async t => {
  const post = await onlyPost(t, postFile('date: 2021-05-06 07:08:09 +0800'));
  assert.equal(post.date && isoDate(post.date), '2021-05-06T07:08:09+08:00');
  assert.equal(
    post.url,
    '/2021/05/05/name.html',
    'the permalink is by the clock of the site, here UTC',
  );
  const named = await onlyPost(t, postFile('title: a'));
  assert.equal(named.date && isoDate(named.date), '2022-03-11T00:00:00+00:00');
});

test('published: false or nothing hides a post, a quoted or other value does not', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-false.md': postFile('published: false'),
    '_posts/2022-01-02-no.md': postFile('published: No'),
    '_posts/2022-01-03-quoted.md': postFile('published: "false"'),
    '_posts/2022-01-04-true.md': postFile('published: true'),
    '_posts/2022-01-05-draft.md': postFile('draft: true'),
    '_posts/2022-01-06-empty.md': postFile('published:'),
    '_posts/2022-01-07-list.md': postFile('published: [false]'),
  });
  assert.deepEqual(
    allPosts(library).map(({ id }) => id.slice(11)),
    ['list', 'draft', 'true', 'quoted'],
  );
});

test('a file in _posts whose name Jekyll drops is shown all the same, undated if need be, with that fault', async t => {
  const undated = await onlyPost(t, postFile('title: a'), 'about-us.md');
  assert.equal(undated.date, null);
  assert.equal(undated.url, '/about-us.html');
  assert.deepEqual(kindsOf(undated), ['name-invalid', 'date-missing']);
  const dated = await onlyPost(t, postFile('title: a\ndate: 2022-01-02'), 'about-us.md');
  assert.equal(dated.date && dayOf(dated.date), '2022-01-02');
  assert.deepEqual(kindsOf(dated), ['name-invalid']);
});

test('a name that Jekyll leaves out is left out; deeper below _posts only dots hide', async t => {
  const library = await loadFiles(t, {
    '_config.yml': 'include: [_kept]\n',
    '_posts/_drafts/2022-01-01-a.md': postFile('title: a'),
    '_posts/#old/2022-01-02-b.md': postFile('title: b'),
    '_posts/_2022-01-03-c.md': postFile('title: c'),
    '_posts/deep/_old/2022-01-04-d.md': postFile('title: d'),
    '_posts/deep/.old/2022-01-05-e.md': postFile('title: e'),
    'copy~/_posts/2022-01-06-f.md': postFile('title: f'),
    '_kept/_posts/2022-01-07-g.md': postFile('title: g'),
    '_posts/2022-01-08-h.textile': postFile('title: h'),
    '_posts/2022-01-09-i.png': 'no post',
  });
  assert.deepEqual(
    allPosts(library).map(({ title, url }) => [title, url]),
    [
      ['h', '/2022/01/08/h.textile'],
      ['g', '/_kept/2022/01/07/g.html'],
      ['d', '/2022/01/04/d.html'],
    ],
  );
});

test('a day its month does not have gives way to the name, but not in the permalink, which is as Jekyll has it', async t => {
  const header = await onlyPost(t, postFile('title: a\ndate: 2022-02-30'));
  assert.equal(header.date && dayOf(header.date), '2022-03-11');
  assert.equal(header.url, '/2022/03/02/name.html');
  assert.deepEqual(kindsOf(header), ['date-invalid']);
  const name = await onlyPost(t, postFile('title: a'), '2022-02-30-name.md');
  assert.equal(name.date && dayOf(name.date), '2022-03-02');
  assert.equal(name.url, '/2022/03/02/name.html');
  assert.deepEqual(kindsOf(name), ['date-invalid']);
  const month = await onlyPost(t, postFile('title: a'), '2022-13-01-name.md');
  assert.equal(month.date, null);
  assert.deepEqual(kindsOf(month), ['date-invalid']);
});

test('a string of categories is split on the blanks of ASCII alone, and inner blanks stay', async t => {
  const wide = await onlyPost(t, postFile('categories: 电子　报'));
  assert.deepEqual(wide.categories, ['电子　报']);
  assert.equal(wide.url, '/%E7%94%B5%E5%AD%90%E3%80%80%E6%8A%A5/2022/03/11/name.html');
  const two = await onlyPost(t, postFile('category: a  b'));
  assert.deepEqual(two.categories, ['a  b']);
});

test('markdown_ext says which files become HTML', async t => {
  const url = async (config: string) =>
    (await onlyPost(t, postFile('title: a'), '2022-03-11-name.mdown', config)).url;
  assert.equal(await url(''), '/2022/03/11/name.mdown');
  assert.equal(await url('markdown_ext: "md,mdown"'), '/2022/03/11/name.html');
});

test('future posts are shown', async t => {
  const post = await onlyPost(t, postFile('title: a\ndate: 2999-01-01'));
  assert.equal(post.date?.time, Date.UTC(2999, 0, 1));
});

test('the last of duplicated keys wins', async t => {
  const post = await onlyPost(t, postFile('title: a\ntitle: b'));
  assert.equal(post.title, 'b');
  assert.deepEqual(kindsOf(post), ['key-duplicated']);
});

test('the default permalink is /:categories/:year/:month/:day/:title.html', async t => {
  const post = await onlyPost(t, postFile('categories: Big news'), '2022-3-1-Some_Title é.md');
  assert.equal(post.url, '/big/news/2022/03/01/Some_Title-%C3%A9.html');
});

test('a permalink of the post wins over the one of its defaults, that over the one of the site', async t => {
  const config =
    'permalink: pretty\ndefaults:\n- scope: {path: ""}\n  values: {permalink: "/d/:title"}\n';
  assert.equal(
    (await onlyPost(t, postFile('permalink: /own/:year/x'), undefined, config)).url,
    '/own/2022/x',
  );
  assert.equal((await onlyPost(t, postFile('title: a'), undefined, config)).url, '/d/name');
  assert.equal(
    (await onlyPost(t, postFile('title: a'), undefined, 'permalink: pretty')).url,
    '/2022/03/11/name/',
  );
});

test('permalink of the posts collection wins over permalink of the site', async t => {
  const config = 'permalink: none\ncollections:\n  posts:\n    permalink: /news/:year/:title/\n';
  assert.equal(
    (await onlyPost(t, postFile('title: a'), undefined, config)).url,
    '/news/2022/name/',
  );
});

test('the deeper scope of defaults wins, and the header wins over both', async t => {
  const library = await loadFiles(t, {
    '_config.yml': [
      'defaults:',
      '- scope: {path: "blog"}',
      '  values: {title: Blog, tags: [b]}',
      '- scope: {path: "", type: posts}',
      '  values: {title: All, category: everywhere}',
      '- scope: {path: "", type: pages}',
      '  values: {title: Pages}',
    ].join('\n'),
    '_posts/2022-01-01-a.md': postFile('layout: post'),
    'blog/_posts/2022-01-02-b.md': postFile('layout: post'),
    'blog/_posts/2022-01-03-c.md': postFile('title: Own'),
  });
  const shown = allPosts(library).map(({ title, categories, tags }) => [title, categories, tags]);
  assert.deepEqual(shown, [
    ['Own', ['blog', 'everywhere'], ['b']],
    ['Blog', ['blog', 'everywhere'], ['b']],
    ['All', ['everywhere'], []],
  ]);
});

test('a permalink is computed as Jekyll does: a bare time is UTC to YAML, a quoted or short one local', async t => {
  const url = async (date: string) =>
    (await onlyPost(t, postFile(`date: ${date}`), undefined, 'timezone: Asia/Shanghai')).url;
  assert.equal(await url('2022-03-11 20:00:00'), '/2022/03/12/name.html');
  assert.equal(await url('"2022-03-11 20:00:00"'), '/2022/03/11/name.html');
  assert.equal(await url('2022-03-11 20:00'), '/2022/03/11/name.html');
  assert.equal(await url('2022-03-11 20:00:00 -0500'), '/2022/03/12/name.html');
  assert.equal(await url('2022-03-11'), '/2022/03/11/name.html');
});

test('a time without zone is in the timezone of the site', async t => {
  const post = await onlyPost(
    t,
    postFile('date: 2022-07-01 10:17:03'),
    undefined,
    'timezone: America/New_York',
  );
  assert.equal(post.date && isoDate(post.date), '2022-07-01T10:17:03-04:00');
});

test('a time without zone is, in a site without timezone, in the zone that most posts carry', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('date: 2022-01-01 10:00:00 +0800'),
    '_posts/2022-01-02-b.md': postFile('date: 2022-01-02 10:00:00 +0800'),
    '_posts/2022-01-03-c.md': postFile('date: 2022-01-03 10:00:00 -0500'),
    '_posts/2022-01-04-d.md': postFile('date: 2022-01-04 10:00:00\ncategory: x'),
    '_posts/2022-01-05-e.md': postFile('title: by its name'),
  });
  const date = (id: string) => {
    const found = library.post(id)?.date;
    return found && isoDate(found);
  };
  assert.equal(date('2022-01-04-d'), '2022-01-04T10:00:00+08:00');
  assert.equal(date('2022-01-05-e'), '2022-01-05T00:00:00+08:00');
  const newest = library.category('x')?.newest;
  assert.equal(newest && isoDate(newest), '2022-01-04T10:00:00+08:00');
  assert.equal(library.list({}).at(0)?.id, '2022-01-05-e');
});

test('a zone alone gives its zone to the date of the name; no usable date leaves the name its', async t => {
  const zone = await onlyPost(t, postFile('date: +0800'));
  assert.equal(zone.date && isoDate(zone.date), '2022-03-11T00:00:00+08:00');
  const wrong = await onlyPost(t, postFile('title: a\ndate: 2022-02-31 10:00:00'));
  assert.equal(wrong.date && dayOf(wrong.date), '2022-03-11');
  assert.deepEqual(wrong.faults, [
    { fault: 'date-invalid', line: 3, message: '"2022-02-31 10:00:00" is no date' },
  ]);
});

test('a date that the header leaves empty is a fault on its line; a header without one is not', async t => {
  const keyless = await onlyPost(t, postFile('title: a'));
  assert.deepEqual([keyless.date && dayOf(keyless.date), keyless.faults], ['2022-03-11', []]);
  const fault = (line: number, message: string) => [{ fault: 'date-missing', line, message }];
  const shown = 'the date shown is that of';
  const faultsOf = async (header: string, name?: string) =>
    (await onlyPost(t, postFile(header), name)).faults;
  for (const written of ['date:', 'date: ""', 'date: ~', 'date: "  "']) {
    assert.deepEqual(
      await faultsOf(`title: a\n${written}\ntags: b`),
      fault(3, `the header's date is empty; ${shown} the name of the file`),
      written,
    );
  }
  assert.deepEqual(
    await faultsOf('title: a\ndate: +0800'),
    fault(3, `the header's date is no more than a zone; ${shown} the name of the file`),
  );
  const undated = await onlyPost(t, postFile('title: a\ndate:'), 'about-us.md');
  assert.equal(undated.date, null);
  assert.deepEqual(
    undated.faults.slice(1),
    fault(3, "the header's date is empty, and the name of the file has none"),
  );
  const both = await onlyPost(t, postFile('layout: post\ntitle:\ndate:'));
  assert.equal(both.date && dayOf(both.date), '2022-03-11');
  assert.deepEqual(kindsOf(both), ['title-missing', 'date-missing']);
});

test('a loose post with an empty date is told which other date is shown', async t => {
  const library = await loadFiles(t, {
    'a/x.md': postFile('title: a\ndate:\npublished: 2022-05-06'),
    '2022/05/07/y.md': postFile('title: b\ndate:'),
  });
  const messages = allPosts(library).map(({ faults }) => faults.map(({ message }) => message));
  assert.deepEqual(messages, [
    ["the header's date is empty; the date shown is that of the folders of the file"],
    ['the header\'s date is empty; the date shown is that of "published" in the header'],
  ]);
});

test('a post without a title is called by the words of its file name', async t => {
  assert.equal(
    (await onlyPost(t, postFile('layout: post'), '2022-03-11-hello-BIG-world.md')).title,
    'Hello Big World',
  );
  assert.equal(
    (await onlyPost(t, 'No header at all.\n', '2022-03-11-10170342.md')).title,
    '10170342',
  );
});

test('a title is one clean line of text, whatever the header holds', async t => {
  const control = await onlyPost(t, postFile('title: "a\\e[31mb\\u202Ec\\n d"'));
  assert.doesNotMatch(control.title, /[\0-\x1f\u202e]/);
  assert.ok(kindsOf(control).includes('control-character'));
  const list = await onlyPost(t, postFile('title: [快讯, 暴雨]'));
  assert.equal(list.title, '快讯, 暴雨');
  assert.deepEqual(kindsOf(list), ['value-not-text']);
  const map = await onlyPost(t, postFile('title: {说: 你好}'));
  assert.equal(map.title, '说: 你好');
  const bomb = [
    'a0: &a0 [[]]',
    ...Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`),
  ];
  const tags = await onlyPost(t, postFile(`${bomb.join('\n')}\ntags: *a40\ntitle: t`));
  assert.deepEqual(tags.tags, []);
});

test('_drafts are shown only if asked for, and never when they are not published', async t => {
  const files = {
    '_posts/2022-01-01-a.md': postFile('title: a'),
    'news/_drafts/idea.md': postFile('title: idea'),
    '_drafts/hidden.md': postFile('published: false'),
  };
  assert.deepEqual(
    allPosts(await loadFiles(t, files)).map(({ id }) => id),
    ['2022-01-01-a'],
  );
  const drafts = allPosts(await loadFiles(t, files, true));
  assert.deepEqual(
    drafts.map(({ id, draft, categories, date }) => ({
      id,
      draft,
      categories,
      dated: date !== null,
    })),
    [
      { id: '2022-01-01-a', draft: false, categories: [], dated: true },
      { id: 'idea', draft: true, categories: ['news'], dated: false },
    ],
  );
});

test('what exclude names is left out, what include names is not', async t => {
  const library = await loadFiles(t, {
    '_config.yml':
      'exclude:\n- old\n- _posts/2022-01-01-*\n- "*.txt"\ninclude:\n- _posts/2022-01-01-kept.md\n',
    'old/_posts/2022-01-04-d.md': postFile('title: d'),
    '_posts/2022-01-01-a.md': postFile('title: a'),
    '_posts/2022-01-01-kept.md': postFile('title: kept'),
    '_posts/2022-01-02-b.md': postFile('title: b'),
    '_posts/2022-01-03-c.txt': postFile('title: c'),
  });
  assert.deepEqual(
    allPosts(library).map(({ title }) => title),
    ['b', 'kept'],
  );
});

test('a scope of defaults is a beginning of paths, collections_dir left out; one that begins with a slash fits none', async t => {
  const library = await loadFiles(t, {
    '_config.yml': [
      'collections_dir: in',
      'defaults:',
      '- scope: {path: "_posts/a"}',
      '  values: {tag: begins}',
      '- scope: {path: "in/_posts/deep/"}',
      '  values: {tag: within}',
      '- scope: {path: "/_posts"}',
      '  values: {title: slash}',
      '- scope: {path: "_posts/*/x"}',
      '  values: {category: glob}',
    ].join('\n'),
    'in/_posts/a1/2022-01-01-a.md': postFile('x: y'),
    'in/_posts/deep/x/2022-01-02-b.md': postFile('x: y'),
    'in/_posts/deeper/2022-01-03-c.md': postFile('x: y'),
  });
  assert.deepEqual(
    allPosts(library).map(({ title, tags, categories }) => [title, ...tags, ...categories]),
    [['C'], ['B', 'within', 'glob'], ['A', 'begins']],
  );
});

test('with source only _posts in it count, it is no category, and exclude and defaults start from it', async t => {
  const library = await loadFiles(t, {
    '_config.yml':
      'source: ./src/\nexclude: [old]\ndefaults:\n- scope: {path: _posts}\n  values: {tag: d}\n',
    'src/_posts/2022-01-01-a.md': postFile('title: a'),
    'src/news/_posts/2022-01-02-b.md': postFile('title: b'),
    'src/old/_posts/2022-01-03-c.md': postFile('title: c'),
    '_posts/2022-01-04-d.md': postFile('title: d'),
  });
  assert.deepEqual(
    allPosts(library).map(({ title, url, categories, tags }) => [title, url, categories, tags]),
    [
      ['b', '/news/2022/01/02/b.html', ['news'], []],
      ['a', '/2022/01/01/a.html', [], ['d']],
    ],
  );
});

test('<< merges a map into a header and into the configuration', async t => {
  const header = 'base: &b\n  title: merged\n  tags: [x]\n<<: *b\ncategory: own';
  const post = await onlyPost(t, postFile(header));
  assert.deepEqual([post.title, post.tags, post.categories], ['merged', ['x'], ['own']]);
  const config = 'base: &b {permalink: none}\n<<: *b\n';
  assert.equal((await onlyPost(t, postFile('title: a'), undefined, config)).url, '/name.html');
});

test('with collections_dir only _posts in it count, and it is no category', async t => {
  const library = await loadFiles(t, {
    '_config.yml': 'collections_dir: content\n',
    'content/_posts/2022-01-01-a.md': postFile('title: a'),
    'content/news/_posts/2022-01-02-b.md': postFile('title: b'),
    '_posts/2022-01-03-c.md': postFile('title: c'),
  });
  assert.deepEqual(
    allPosts(library).map(({ title, categories }) => [title, ...categories]),
    [['b', 'news'], ['a']],
  );
});

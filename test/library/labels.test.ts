import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownLabel } from '../../source/library/category-label.ts';
import { categoryPages, categoryPageTitle } from '../../source/library/category-page.ts';
import { labelOf } from '../../source/library/label-of.ts';
import { readPost } from '../../source/library/read-post.ts';
import { lastName, returnLinks } from '../../source/library/return-links.ts';
import { type Files, loadFiles, makeFolder, postFile } from './site-folder.ts';

/** Posts of a category that end with a line. */
function filed(slug: string, lines: readonly string[], more = ''): Files {
  return Object.fromEntries(
    lines.map((line, at) => [
      `_posts/2022-01-${String(at + 1).padStart(2, '0')}-${slug.replace(/\W/g, '')}.md`,
      postFile(`categories:\n- ${slug}\n${more}`.trimEnd(), `Words.\n\n${line}`),
    ]),
  );
}

test('a label is what the return links of a category say, in every variant and language', async t => {
  const library = await loadFiles(t, {
    ...filed(
      'quanzhouwanbao',
      [
        '[返回泉州晚报新闻](//host.example/category/quanzhouwanbao.html)｜[返回首页](//host.example/)',
      ],
      'tags: 别的',
    ),
    ...filed('haigang', ['[返回首页](../)\n[返回海港晨报新闻](../emnews/haigang.html)']),
    ...filed('desk', [
      '<p><a class="x" href="//old.example/emnews/desk.html">Back to English Desk</a> <a href="//old.example/">Home</a></p>',
    ]),
    ...filed('nihongo', ['[日本語ニュースに戻る](/category/nihongo.html)｜[ホームに戻る](/)']),
    ...filed('a b (c)', [
      '[返回括号报](//host.example/category/a b (c).html)｜[返回首页](//host.example/)',
    ]),
  });
  const labels = Object.fromEntries(library.categories().map(({ slug, label }) => [slug, label]));
  assert.deepEqual(labels, {
    quanzhouwanbao: '泉州晚报新闻',
    haigang: '海港晨报新闻',
    desk: 'English Desk',
    nihongo: '日本語ニュース',
    'a b (c)': '括号报',
  });
});

test('the newest posts decide: a stray old line does not name a category', async t => {
  const lines = [
    '[返回旧名](//h.example/category/x.html)',
    ...Array.from({ length: 6 }, () => '[返回新名](//h.example/category/x.html)'),
  ];
  const library = await loadFiles(t, filed('x', lines));
  assert.equal(library.category('x')?.label, '新名');
});

test('without return links the label is the one tag nearly all posts share', async t => {
  const library = await loadFiles(t, {
    ...filed(
      'x',
      Array.from({ length: 10 }, () => ''),
      'tags:\n- 城市日报',
    ),
    '_posts/2022-02-01-odd.md': postFile('category: x\ntags: other'),
    '_posts/2022-02-02-two.md': postFile('category: two\ntags: a b'),
  });
  assert.equal(library.category('x')?.label, '城市日报');
  assert.equal(library.category('two')?.label, 'two', 'of several shared tags none is the name');
});

test('a tag is no label where one post has it, another category is called so, or two share it', async t => {
  const two = (slug: string, more: string) => filed(slug, ['', ''], more);
  const library = await loadFiles(t, {
    '_posts/2022-02-01-one.md': postFile('category: one\ntags:\n- 经济'),
    ...filed('told', ['[返回晚报](/category/told.html)']),
    ...two('taken', 'tags: 晚报'),
    ...two('slug', 'tags: told'),
    ...two('a', 'tags: 共享'),
    ...two('b', 'tags: 共享'),
    ...two('own', 'tags: 自己'),
    ...two('same', 'tags: same'),
  });
  const labels = Object.fromEntries(library.categories().map(({ slug, label }) => [slug, label]));
  assert.deepEqual(labels, {
    one: 'one',
    told: '晚报',
    taken: 'taken',
    slug: 'slug',
    a: 'a',
    b: 'b',
    own: '自己',
    same: 'same',
  });
});

test('a category is called by its label, a post without one by nothing', async t => {
  const library = await loadFiles(t, {
    ...filed('x', ['[返回晚报](/category/x.html)'], 'category: y'),
    '_posts/2022-02-01-none.md': postFile('title: a'),
  });
  const label = (id: string) => {
    const post = library.post(id);
    assert.ok(post);
    return [labelOf(post, library), labelOf(post, { category: () => undefined })];
  };
  assert.deepEqual(label('2022-01-01-x'), ['晚报', 'x']);
  assert.deepEqual(label('2022-02-01-none'), ['', '']);
});

test('the pages of 20,000 categories cost no file that is not there', async t => {
  const slugs = Array.from({ length: 20_000 }, (_, at) => `c${at}`);
  const root = makeFolder(t, {
    'category/c7.html': postFile('title: 七'),
    'categories/c8/index.md': postFile('title: 八'),
    'category/a/b.md': postFile('title: 甲乙'),
    'c9.md': postFile('title: 九'),
  });
  const titleOf = categoryPages(root);
  const started = performance.now();
  const titles = [...slugs, 'a/b', '../c9', ''].map(titleOf).filter(title => title !== null);
  assert.deepEqual(titles, ['七', '八', '九', '甲乙']);
  const listed = performance.now() - started;
  for (const slug of slugs.slice(0, 5000)) categoryPageTitle(root, slug);
  const opened = performance.now() - started - listed;
  assert.ok(listed < opened, `${listed} ms for 20,000, ${opened} ms for 5,000 by opening files`);
});

test("else the title of the category's page, else the slug", async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('category: paged'),
    '_posts/2022-01-02-b.md': postFile('category: bare'),
    'category/paged.html': postFile('layout: category\ntitle: "分类页"'),
  });
  assert.equal(library.category('paged')?.label, '分类页');
  assert.equal(library.category('bare')?.label, 'bare');
});

test('return links win over a category page that carries the title of another paper', async t => {
  const library = await loadFiles(t, {
    ...filed('x', ['[返回对的报](//h.example/category/x.html)']),
    'category/x.html': postFile('title: 错的报'),
  });
  assert.equal(library.category('x')?.label, '对的报');
});

test('one newspaper under two slugs, and slugs that differ only in case, stay apart', async t => {
  const library = await loadFiles(t, {
    ...filed('wanbao', ['[返回晚报](//h.example/category/wanbao.html)']),
    ...filed('wanbao2', ['[返回晚报](//h.example/category/wanbao2.html)']),
    '_posts/2022-03-01-up.md': postFile('category: News'),
    '_posts/2022-03-02-low.md': postFile('category: news'),
  });
  assert.equal(library.categories().length, 4);
  assert.equal(
    library.list({ categories: ['晚报'] }).length,
    2,
    'a label stands for every category it names',
  );
  assert.equal(library.list({ categories: ['wanbao'] }).length, 1);
  assert.equal(library.list({ categories: ['News'] }).length, 1);
});

test('categories come newest first with their number of posts', async t => {
  const library = await loadFiles(t, {
    ...filed('old', ['', '']),
    '_posts/2022-05-01-n.md': postFile('category: fresh'),
    '_posts/nodate.md': postFile('category: timeless'),
  });
  assert.deepEqual(
    library.categories().map(({ slug, posts, newest }) => [slug, posts, newest !== null]),
    [
      ['fresh', 1, true],
      ['old', 2, true],
      ['timeless', 1, false],
    ],
  );
});

test('only links whose words say so are return links', () => {
  const read = (text: string) => returnLinks(text).map(({ label }) => label);
  assert.deepEqual(read('[返回 A报](/a)｜[返回首页](/)'), ['A报', null]);
  assert.deepEqual(read('[← Back to The Desk](/a) | [Home](/)'), [
    'The Desk'.replace('The ', ''),
    null,
  ]);
  assert.deepEqual(read('[首页](/) [トップ](/) [return to x](/x)'), [null, null, 'x']);
  assert.deepEqual(read('[more](/a) ![返回](/x.png) [返回](/a)'), []);
  assert.deepEqual(read("<a href='/a'>返回B报</a>"), ['B报']);
});

test('the name a link leads to is its last part, decoded and without ending', () => {
  assert.equal(lastName('//h.example/category/a%20b.html?x#y'), 'a b');
  assert.equal(lastName('../emnews/x.html'), 'x');
  assert.equal(lastName('/x/'), 'x');
  assert.equal(lastName('/x/index.html'), 'x');
  assert.equal(lastName('//h.example/'), '');
  assert.equal(lastName('//h.example'), '');
});

test('what a post itself calls its category: its return link, else the page, else the slug, never a tag', async t => {
  const library = await loadFiles(t, {
    ...filed('linked', ['[返回海港晨报](../category/linked.html)'], 'tags: [标签]'),
    ...filed('paged', ['No link.'], 'tags: [标签]'),
    ...filed(
      'slugged',
      ['[返回别的报](../category/other.html)｜[返回首页](../)'],
      'tags: [标签]\ncategory: b',
    ),
    'category/linked.html': postFile('layout: category\ntitle: 别的报'),
    'category/paged.html': postFile('layout: category\ntitle: 城市日报'),
    '_posts/2022-02-01-none.md': postFile('title: a'),
  });
  const label = (id: string) => {
    const post = library.post(id);
    assert.ok(post, id);
    return ownLabel(post, readPost(post).body, library.site);
  };
  assert.equal(label('2022-01-01-linked'), '海港晨报');
  assert.equal(label('2022-01-01-paged'), '城市日报');
  assert.equal(label('2022-01-01-slugged'), 'slugged');
  assert.equal(label('2022-02-01-none'), '');
});

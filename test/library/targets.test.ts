import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SiteLibrary } from '../../source/library/open-library.ts';
import type { Post } from '../../source/library/post.ts';
import { readPostArticle } from '../../source/library/post-article.ts';
import { type Files, loadFiles, loadFolder, makeFolder, postFile } from './site-folder.ts';

const RETURN = '[返回晚报](//host.example/category/wanbao.html)｜[返回首页](//host.example/)';

const FILES: Files = {
  '_config.yml': 'url: https://site.example\ntimezone: Asia/Shanghai\n',
  '_posts/2022-03-11-10170342.md': postFile(
    'date: 2022-03-11 10:17:03 +0800\ncategories: wanbao\ntags: 城市',
    RETURN,
  ),
  '_posts/2022-03-12-second-one.md': postFile(
    'date: 2022-03-12 01:00:00 +0800\ncategories: wanbao\nredirect_from: [/older/address.html, /x/y/]',
    RETURN,
  ),
  '_posts/2022-03-13-中文 名.md': postFile('categories:\n- a b (c)\ntags:\n- New Thing'),
  '_posts/2022-03-14-Caps-Here.md': postFile('categories: News\npermalink: /Big/Caps/'),
  'about.md': postFile('layout: page'),
  'pictures/a.png': 'not really',
};

function resolver(library: SiteLibrary, id = '2022-03-11-10170342'): (href: string) => string {
  const from = library.post(id);
  assert.ok(from);
  return href => {
    const target = library.target(href, from);
    const anchor = 'anchor' in target && target.anchor !== '' ? `#${target.anchor}` : '';
    return `${target.kind} ${target.target}${anchor}`;
  };
}

test('a post is found by its permalink: absolute, //host, root-relative, relative, with or without .html, index.html, slash', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  for (const href of [
    'https://site.example/wanbao/2022/03/12/second-one.html',
    'http://www.site.example/wanbao/2022/03/12/second-one',
    '//site.example/wanbao/2022/03/12/second-one/',
    '/wanbao/2022/03/12/second-one/index.html',
    '../12/second-one.html',
    './../12/second-one',
    '/wanbao/2022/03/12/SECOND-ONE.html',
    ' /wanbao/2022/03/12/second-one.html?from=x ',
  ]) {
    assert.equal(lead(href), 'post 2022-03-12-second-one', href);
  }
  assert.equal(lead('/wanbao/2022/03/12/second-one.html#part'), 'post 2022-03-12-second-one#part');
  assert.equal(lead('/Big/Caps'), 'post 2022-03-14-Caps-Here');
});

test('percent-encoding makes no difference', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  const post = 'post 2022-03-13-中文 名';
  assert.equal(lead('/a%20b%20(c)/2022/03/13/%E4%B8%AD%E6%96%87-%E5%90%8D.html'), post);
  assert.equal(lead('/a b (c)/2022/03/13/中文-名.html'), post);
});

test('a post is found by its older addresses, its file name and old_post/NAME.html', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  assert.equal(lead('/older/address.html'), 'post 2022-03-12-second-one');
  assert.equal(lead('/x/y'), 'post 2022-03-12-second-one');
  assert.equal(lead('/anywhere/2022-03-12-second-one.html'), 'post 2022-03-12-second-one');
  assert.equal(lead('/old_post/second-one.html'), 'post 2022-03-12-second-one');
  assert.equal(lead('/_posts/2022-03-12-second-one.md'), 'post 2022-03-12-second-one');
  assert.equal(lead('2022-03-12-second-one.md#x'), 'post 2022-03-12-second-one#x');
});

test('an address whose day another time zone has moved is the same post; another day or slug is not', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  assert.equal(lead('/wanbao/2022/03/11/second-one.html'), 'post 2022-03-12-second-one');
  assert.match(lead('/wanbao/2022/03/09/second-one.html'), /^missing/);
  assert.match(lead('/other/2022/03/11/second-one.html'), /^missing/);
  assert.match(lead('/second-one.html'), /^missing/);
});

test('home is /, //host/, index.html, and dots alone', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  for (const href of [
    '/',
    '//site.example/',
    '//site.example',
    'https://site.example/index.html',
    './',
    '../',
    '..',
    '../../',
    '/index.html',
  ]) {
    assert.equal(lead(href), 'home /', href);
  }
});

test('a category page is known by its meaning, as the links of the original site changed', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  for (const href of [
    '/category/wanbao.html',
    '//site.example/category/wanbao.html',
    '/categories/wanbao/',
    '/wanbao/',
    '../wanbao/',
    './emnews/wanbao.html',
    '../emnews/wanbao.html',
    '//old.example/emnews/wanbao.html',
    '/categories/#wanbao',
  ]) {
    assert.equal(lead(href), 'category wanbao', href);
  }
  assert.equal(lead('/category/a b (c).html'), 'category a b (c)');
  assert.equal(lead('/category/a%20b%20(c).html'), 'category a b (c)');
  assert.equal(lead('/categories/a-b-c/'), 'category a b (c)');
  assert.match(lead('/category/unknown.html'), /^missing/);
});

test('slugs that differ only in case lead to their own category', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('category: News'),
    '_posts/2022-01-02-b.md': postFile('category: news'),
  });
  const lead = resolver(library, '2022-01-01-a');
  assert.equal(lead('/category/News.html'), 'category News');
  assert.equal(lead('/category/news.html'), 'category news');
  assert.match(lead('/category/NEWS.html'), /^missing/, 'which of the two is not for us to guess');
});

test('a tag page leads to its tag', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  assert.equal(lead('/tags/城市/'), 'tag 城市');
  assert.equal(lead('/tag/new-thing.html'), 'tag New Thing');
  assert.equal(lead('/tags/#New%20Thing'), 'tag New Thing');
});

test('hosts: the configured one, CNAME, those of newest return links, and those of the post itself', async t => {
  const old = '[返回晚报](//older.example/emnews/wanbao.html)｜[返回首页](//older.example/)';
  const many = Array.from(
    { length: 6 },
    (_, at) =>
      [`_posts/2022-04-0${at + 1}-n${at}.md`, postFile('categories: wanbao', RETURN)] as const,
  );
  const library = await loadFiles(t, {
    ...FILES,
    ...Object.fromEntries(many),
    CNAME: 'cname.example\n',
    '_posts/2012-01-01-old.md': postFile('categories: wanbao', old),
  });
  const lead = resolver(library);
  assert.equal(
    lead('https://cname.example/wanbao/2022/03/12/second-one.html'),
    'post 2022-03-12-second-one',
  );
  assert.equal(lead('//host.example/'), 'home /', 'learned from the newest posts');
  assert.equal(
    lead('//older.example/'),
    'external https://older.example/',
    'no post looked at names it',
  );
  assert.equal(
    resolver(library, '2012-01-01-old')('//older.example/'),
    'home /',
    'the post itself does',
  );
});

test('a page of another host that is called like a category makes that host none of ours', async t => {
  const body =
    'See [the docs](https://docs.example/lib/wanbao.html), and [more](https://docs.example/).';
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('categories: wanbao', body),
  });
  const lead = resolver(library, '2022-01-01-a');
  assert.equal(
    lead('https://docs.example/lib/wanbao.html'),
    'external https://docs.example/lib/wanbao.html',
  );
  assert.equal(lead('https://docs.example/'), 'external https://docs.example/');
});

test('anchors, other schemes and other hosts', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  assert.equal(lead('#part%20one'), 'anchor part one');
  assert.equal(lead('#'), 'anchor ');
  assert.equal(lead(''), 'anchor ');
  assert.equal(lead('mailto:a@b.example'), 'external mailto:a@b.example');
  assert.equal(lead('javascript:alert(1)'), 'external javascript:alert(1)');
  assert.equal(lead('//quote.example/600000.html'), 'external https://quote.example/600000.html');
  assert.equal(lead('HTTPS://Else.example/x'), 'external HTTPS://Else.example/x');
});

test('a page or picture the site holds is external, what it does not hold is missing, both as full addresses', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  assert.equal(lead('/about/'), 'external https://site.example/about/');
  assert.equal(lead('/pictures/a.png'), 'external https://site.example/pictures/a.png');
  assert.equal(
    lead('/wanbao/2001/01/01/gone.html#x'),
    'missing https://site.example/wanbao/2001/01/01/gone.html#x',
  );
  assert.equal(lead('gone.html'), 'missing https://site.example/wanbao/2022/03/11/gone.html');
});

test('baseurl is taken off; beside it, a host is not ours', async t => {
  const library = await loadFiles(t, {
    ...FILES,
    '_config.yml': 'url: https://me.example\nbaseurl: /news\n',
  });
  const lead = resolver(library);
  assert.equal(lead('/news/wanbao/2022/03/11/second-one.html'), 'post 2022-03-12-second-one');
  assert.equal(lead('https://me.example/news/'), 'home /');
  assert.equal(lead('https://me.example/other/page'), 'external https://me.example/other/page');
});

test('{% post_url %}, {% link %}, site.url and relative_url in an article lead where Jekyll leads', async t => {
  const body = [
    '[a]({% post_url 2022-03-12-second-one %})',
    '[b]({% link _posts/2022-03-12-second-one.md %}#x)',
    '[c]({{ site.url }}{{ site.baseurl }}/wanbao/2022/03/11/second-one.html)',
    '[d]({{ "/wanbao/2022/03/11/second-one.html" | relative_url }})',
    '[e]({% post_url 2022-03-12-no-such %})',
  ].join('\n\n');
  const library = await loadFiles(t, {
    ...FILES,
    '_config.yml': 'url: https://me.example\nbaseurl: /news\n',
    '_posts/2022-05-01-links.md': postFile('title: links', body),
  });
  const post = library.post('2022-05-01-links') as Post;
  const article = readPostArticle(library, post);
  const leads = article.links.map(({ text, href }) => [text, resolver(library, post.id)(href)]);
  assert.deepEqual(leads.slice(0, 4), [
    ['a', 'post 2022-03-12-second-one'],
    ['b', 'post 2022-03-12-second-one#x'],
    ['c', 'post 2022-03-12-second-one'],
    ['d', 'post 2022-03-12-second-one'],
  ]);
  assert.doesNotMatch(leads[4]?.[1] ?? 'missing', /^post/);
});

test('pages with an address of their own, collections, static folders and sections are there; other addresses are missing', async t => {
  const library = await loadFiles(t, {
    ...FILES,
    '_pages/team.md': postFile('permalink: /people/'),
    'imprint.html': postFile('permalink: /legal.html'),
    '_docs/guide/start.md': postFile('title: Start'),
    'static/robots.txt': '',
    '_layouts/post.html': postFile('permalink: /layout/'),
  });
  const kind = (href: string) => resolver(library)(href).split(' ')[0];
  for (const href of [
    '/people/',
    '/people',
    '/legal.html',
    '/docs/guide/start.html',
    '/robots.txt',
  ])
    assert.equal(kind(href), 'external', href);
  for (const href of ['/layout/', '/docs/', '/imprint/x', '/_docs/gone'])
    assert.equal(kind(href), 'missing', href);
});

test('{% link %} leads to pages and other files too, {% post_url %} among posts of one name to the one in its folder', async t => {
  const body = [
    '[a]({% link about.md %})',
    '[b]({% link pictures/a.png %})',
    '[c]({% link _pages/team.md %})',
    '[d]({% post_url 2022-06-01-same %})',
    '[e]({% post_url films/2022-06-01-same %})',
  ].join('\n\n');
  const library = await loadFiles(t, {
    ...FILES,
    '_pages/team.md': postFile('permalink: /people/'),
    '_posts/2022-06-01-same.md': postFile('title: same'),
    'films/_posts/2022-06-01-same.md': postFile('title: same'),
    '_posts/2022-05-01-links.md': postFile('title: links', body),
  });
  const post = library.post('2022-05-01-links') as Post;
  assert.deepEqual(
    readPostArticle(library, post).links.map(({ href }) => href),
    [
      '/about.html',
      '/pictures/a.png',
      '/people/',
      '/2022/06/01/same.html',
      '/films/2022/06/01/same.html',
    ],
  );
});

test('the disk is asked once whether a link leads to a file of the site', async t => {
  const root = makeFolder(t, FILES);
  const lead = resolver(await loadFolder(root));
  assert.equal(lead('/pictures/a.png'), 'external https://site.example/pictures/a.png');
  assert.equal(lead('/pictures/b.png'), 'missing https://site.example/pictures/b.png');
  rmSync(join(root, 'pictures'), { recursive: true });
  assert.equal(lead('/pictures/a.png'), 'external https://site.example/pictures/a.png');
});

test('a fragment brings no control character, however it is encoded', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  for (const href of [
    '#%1b[31m',
    '#%c2%9b31m',
    '/wanbao/2022/03/12/second-one.html#%1b[31m',
    '/no#%1b[1m',
  ]) {
    assert.doesNotMatch(lead(href), /[\0-\x1f\x7f-\x9f]/, href);
  }
});

test('no link makes the resolver throw or wait', async t => {
  const lead = resolver(await loadFiles(t, FILES));
  const started = performance.now();
  for (const href of [
    'http://',
    '//',
    '///',
    'http://[',
    '%',
    '/%zz',
    '?',
    '\0',
    '/\0',
    'a'.repeat(100_000),
    '../'.repeat(5000),
    '{{',
    '@/',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    `${'.'.repeat(5000)}x`,
    `${'/'.repeat(50_000)}x`,
    '?x',
  ]) {
    assert.equal(typeof lead(href), 'string');
  }
  assert.ok(performance.now() - started < 1000);
  assert.match(lead('/%2e%2e/%2e%2e/etc/passwd'), /^missing/);
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { isoDate } from '../../source/library/date.ts';
import { allPosts, type Files, loadFiles, postFile } from './site-folder.ts';

/** Ids, days, categories and addresses of a site's posts, newest first. */
async function shownOf(t: TestContext, files: Files) {
  const library = await loadFiles(t, files);
  return allPosts(library).map(({ id, date, categories, url }) =>
    [id, date === null ? '-' : isoDate(date).slice(0, 10), categories.join(), url].join(' '),
  );
}

test('Hugo: permalinks by section, names as it spells them, bundles with their parts, headers in three languages', async t => {
  const shown = await shownOf(t, {
    'hugo.toml':
      'baseURL = "https://h.example/sub/"\n[permalinks]\nposts = "/:year/:month/:slug/"\n[permalinks.page]\nnotes = "/n/:title/"\n',
    'content/posts/one.md': postFile('title: One Two\ndate: 2022-03-11T23:30:00'),
    'content/posts/two.md': postFile('title: Two\ndate: 2022-03-10\nslug: Slugged'),
    'content/posts/bundle/index.md': postFile('title: B\ndate: 2022-03-09'),
    'content/posts/bundle/part.md': postFile('title: Part'),
    'content/posts/url.md': postFile('title: U\ndate: 2022-03-08\nurl: /own/place.html'),
    'content/notes/x.md': '+++\ntitle = "A Note"\ndate = 2022-03-07\n+++\nText.\n',
    'content/news/Big Day.md':
      '{\n  "title": "J",\n  "date": "2022-03-06",\n  "categories": ["C"]\n}\nText.\n',
    'content/news/draft.md': postFile('title: D\ndate: 2022-03-05\ndraft: true'),
    'content/news/_index.md': postFile('title: News'),
    'content/news/changed.md': postFile('title: L\nlastmod: 2022-03-04'),
  });
  assert.deepEqual(shown, [
    'one 2022-03-11  /2022/03/one-two/',
    'two 2022-03-10  /2022/03/slugged/',
    'bundle/index 2022-03-09  /2022/03/b/',
    'url 2022-03-08  /own/place.html',
    'x 2022-03-07 notes /n/a-note/',
    'Big Day 2022-03-06 C /news/big-day/',
    'changed 2022-03-04 news /news/changed/',
  ]);
});

test('Hugo: ref and relref, with and without ending, from the post and from the content folder', async t => {
  const body = [
    '[a]({{< ref "two.md" >}})',
    '[b]({{< relref "/posts/two" >}})',
    '[c]({{< ref "posts/bundle" >}})',
    '[d](../bundle/)',
    '[e](https://h.example/sub/posts/two/)',
    '[f](/sub/posts/two/)',
    '[g](/posts/gone/)',
  ];
  const library = await loadFiles(t, {
    'hugo.toml': 'baseURL = "https://h.example/sub/"\n',
    'content/posts/one.md': postFile('title: One\ndate: 2022-03-11', body.join('\n')),
    'content/posts/two.md': postFile('title: Two\ndate: 2022-03-10'),
    'content/posts/bundle/index.md': postFile('title: B\ndate: 2022-03-09'),
  });
  const one = library.post('one');
  assert.ok(one);
  assert.deepEqual([library.site.url, library.site.baseurl], ['https://h.example', '/sub']);
  const hrefs = ['two.md', '/posts/two', 'posts/bundle', '../bundle/'];
  const absolute = ['https://h.example/sub/posts/two/', '/sub/posts/two/', '/posts/gone/'];
  assert.deepEqual(
    [...hrefs, ...absolute].map(href => {
      const { kind, target } = library.target(href, one);
      return `${kind} ${target}`;
    }),
    [
      'post two',
      'post two',
      'post bundle/index',
      'post bundle/index',
      'post two',
      'post two',
      'missing https://h.example/sub/posts/gone/',
    ],
  );
});

test('Hexo: folders are a part of the title, the wall clock makes the permalink, root is the base', async t => {
  const files = {
    '_config.yml':
      'url: https://x.example/blog\nroot: /blog/\npermalink: :year/:month/:day/:title/\nnew_post_name: :title.md\ntimezone: Asia/Shanghai\n',
    'source/_posts/hello.md': postFile(
      'title: Hello\ndate: 2022-03-11 23:30:00\ncategories:\n- [A, B]\n- C',
    ),
    'source/_posts/sub/inner.md': postFile('title: Inner\ndate: 2022-03-10 00:30:00'),
    'source/_posts/2022-03-09-whole.md': postFile('title: Whole'),
    'source/_posts/own.md': postFile('title: Own\ndate: 2022-03-08\npermalink: my/own'),
    'source/about/index.md': postFile('title: About\ndate: 2022-03-07'),
  };
  assert.deepEqual(await shownOf(t, files), [
    'hello 2022-03-11 A,B,C /2022/03/11/hello/',
    'inner 2022-03-10  /2022/03/10/sub/inner/',
    '2022-03-09-whole 2022-03-09  /2022/03/09/2022-03-09-whole/',
    'own 2022-03-08  /my/own',
  ]);
  const library = await loadFiles(t, files);
  const hello = library.post('hello');
  assert.ok(hello);
  assert.deepEqual(library.target('/blog/2022/03/10/sub/inner/', hello), {
    kind: 'post',
    target: 'inner',
    anchor: '',
  });
});

test('folders of Node sites: the date under any of the usual keys, drafts hidden, node_modules not entered', async t => {
  const shown = await shownOf(t, {
    'package.json': '{}',
    'src/content/blog/a.md': postFile("title: A\npubDate: 'Jul 08 2022'"),
    'src/content/blog/b.mdx': postFile('title: B\npublishedAt: 2022-07-07'),
    'src/content/blog/c/index.md': postFile('title: C\npublished: 2022-07-06\ncategory: Cat'),
    'src/content/blog/d.md': postFile('title: D\ncreated_at: 2022-07-05\ndraft: true'),
    'src/content/news/e.md': postFile('title: E\npublish_date: 2022-07-04'),
    'node_modules/x/readme.md': postFile('title: no\ndate: 2022-07-03'),
    'readme.md': 'No post.',
  });
  assert.deepEqual(shown, [
    'a 2022-07-08  /blog/a/',
    'b 2022-07-07  /blog/b/',
    'c/index 2022-07-06 Cat /blog/c/',
    'e 2022-07-04 news /news/e/',
  ]);
});

test('a name may begin with its day in other forms than those of Jekyll', async t => {
  const shown = await shownOf(t, {
    'posts/2022-03-11_under.md': postFile('title: a'),
    'posts/2022-03-10 blank.md': postFile('title: b'),
    'posts/2022-03-09.md': postFile('title: c'),
    'posts/2022-03-08T10:00:00-time.md': postFile('title: d'),
  });
  assert.deepEqual(
    shown.map(line => /\d{4}-\d\d-\d\d(?= {2})/.exec(line)?.[0]),
    ['2022-03-11', '2022-03-10', '2022-03-09', '2022-03-08'],
  );
});

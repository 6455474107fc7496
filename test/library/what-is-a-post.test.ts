import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { isoDate } from '../../source/library/date.ts';
import type { SiteLibrary } from '../../source/library/open-library.ts';
import { unprivileged } from '../helpers/unprivileged.ts';
import { allPosts, loadFiles, loadFolder, makeFolder, postFile } from './site-folder.ts';

function ids(posts: readonly { readonly id: string }[]): readonly string[] {
  return posts.map(({ id }) => id).sort();
}

test('posts are files with a known ending under _posts folders anywhere', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('title: a'),
    '_posts/2022-01-02-b.markdown': '',
    '_posts/2022-01-03-c.mkd': '',
    '_posts/2022-01-04-d.html': '',
    '_posts/2022-01-05-e.htm': '',
    '_posts/2022-01-06-f.txt': '',
    '_posts/2022-01-07-g.mdx': '',
    '_posts/2022-01-08-h.png': '',
    '_posts/2022-01-09-i.md~': '',
    '_posts/.2022-01-10-j.md': '',
    'blog/deep/_posts/more/2022-01-11-k.md': '',
    'about.md': postFile('title: no post'),
    'index.html': postFile('layout: home'),
    'category/x.html': postFile('layout: category'),
    '_layouts/_posts/2022-01-12-l.md': '',
    '.git/_posts/2022-01-13-m.md': '',
    'node_modules/x/_posts/2022-01-14-n.md': '',
    '_site/_posts/2022-01-15-o.md': '',
  });
  assert.equal(
    ids(allPosts(library))
      .map(id => id.slice(11))
      .join(''),
    'abcdefgk',
  );
});

test('in a site without _posts, files with a header or a date in their name are posts, pages are not', async t => {
  const library = await loadFiles(t, {
    'old_post/2022-01-01-a.md': 'No header.',
    'old_post/b.md': postFile('title: b\ndate: 2022-01-02'),
    'old_post/readme.md': 'Neither header nor date.',
    'old_post/home.md': postFile('layout: home'),
    'old_post/tag.html': postFile('layout: tag'),
    'index.md': postFile('title: Home\ndate: 2022-01-01'),
    'category/news.html': postFile('title: News'),
  });
  assert.deepEqual(ids(allPosts(library)), ['2022-01-01-a', 'b']);
});

test('content folders of Hugo and Zola: section as category, date from header, path or name, drafts hidden', async t => {
  const library = await loadFiles(t, {
    'config.toml': 'base_url = "https://z.example"\n',
    'themes/x/content/t.md': postFile('title: t'),
    'content/news/first.md':
      '+++\ntitle = "First"\ndate = 2022-03-11T10:17:03+08:00\n[taxonomies]\ntags = ["x"]\n+++\nbody',
    'content/news/second.md':
      '+++\npath = "news/2022/04/07/second"\ntitle = "Second"\naliases = ["old/second.html"]\n+++\n',
    'content/news/2022-05-06-third.md': '+++\ntitle = "Third"\n+++\n',
    'content/news/bundle/index.md': '+++\ntitle = "Bundle"\ndate = 2022-06-01\n+++\n',
    'content/news/_index.md': '+++\ntitle = "Section"\n+++\n',
    'content/news/draft.md': '+++\ntitle = "Draft"\ndraft = true\n+++\n',
    'content/posts/plain.md':
      '+++\ntitle = "Plain"\ndate = 2022-01-01\ncategories = ["own"]\n+++\n',
  });
  const shown = allPosts(library).map(({ id, date, categories, url, tags }) => [
    id,
    date && isoDate(date).slice(0, 10),
    categories.join(),
    url,
    tags.join(),
  ]);
  assert.deepEqual(shown, [
    ['bundle/index', '2022-06-01', 'news', '/news/bundle/', ''],
    ['2022-05-06-third', '2022-05-06', 'news', '/news/third/', ''],
    ['second', '2022-04-07', 'news', '/news/2022/04/07/second/', ''],
    ['first', '2022-03-11', 'news', '/news/first/', 'x'],
    ['plain', '2022-01-01', 'own', '/posts/plain/', ''],
  ]);
  const second = library.post('second');
  assert.ok(second);
  assert.deepEqual(library.target('/old/second.html', second), {
    kind: 'post',
    target: 'second',
    anchor: '',
  });
  const lead = (href: string) => library.target(href, second);
  assert.deepEqual(lead('@/news/bundle/index.md#x'), {
    kind: 'post',
    target: 'bundle/index',
    anchor: 'x',
  });
  assert.deepEqual(lead('@/news/gone.md'), {
    kind: 'missing',
    target: 'https://z.example/news/gone.md',
  });
});

test('Hexo keeps posts in source/_posts: source is no category and a name without date no fault', async t => {
  const library = await loadFiles(t, {
    '_config.yml': 'new_post_name: :title.md\npermalink: :year/:month/:day/:title/\n',
    'source/_posts/hello.md': postFile('title: Hello\ndate: 2022-03-11 10:00:00\ncategories: news'),
  });
  const [post] = allPosts(library);
  assert.deepEqual(
    [post?.categories, post?.url, post?.faults],
    [['news'], '/2022/03/11/hello/', []],
  );
});

test('Astro: published holds the date, draft: true hides', async t => {
  const library = await loadFiles(t, {
    'src/content/posts/a.md': postFile('title: A\npublished: 2022-03-11\ndraft: false'),
    'src/content/posts/b.mdx': postFile('title: B\npubDate: Mar 12 2022\ndraft: false'),
    'src/content/posts/c.md': postFile('title: C\npublished: 2022-03-13\ndraft: true'),
  });
  assert.deepEqual(
    allPosts(library).map(({ title, date }) => [title, date && isoDate(date).slice(0, 10)]),
    [
      ['B', '2022-03-12'],
      ['A', '2022-03-11'],
    ],
  );
});

test('a FIFO, a socket, links in a circle, folders named x.md and odd names list everything else and are named', {
  timeout: 20_000,
}, async t => {
  const root = makeFolder(t, {
    '_posts/2022-01-01-good.md': postFile('title: good'),
    '_posts/2022-01-02-empty.md': '',
  });
  const posts = join(root, '_posts');
  execFileSync('mkfifo', [join(posts, '2022-01-03-fifo.md')]);
  const server = createServer().listen(join(posts, '2022-01-04-socket.md'));
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));
  symlinkSync('..', join(posts, 'circle'));
  symlinkSync('loop.md', join(posts, 'loop.md'));
  symlinkSync('nowhere', join(posts, 'broken.md'));
  symlinkSync('2022-01-01-good.md', join(posts, '2022-01-05-linked.md'));
  mkdirSync(join(posts, '2022-01-06-folder.md'));
  writeFileSync(join(posts, '2022-01-07-new\nline.md'), postFile('title: line'));
  writeFileSync(
    Buffer.concat([
      Buffer.from(`${posts}/2022-01-08-`),
      Buffer.from([0xb1, 0xa8]),
      Buffer.from('.md'),
    ]),
    postFile('title: bytes'),
  );
  const library = await loadFolder(root);
  assert.deepEqual(
    allPosts(library)
      .map(({ id, title }) => [id, title])
      .reverse(),
    [
      ['2022-01-01-good', 'good'],
      ['2022-01-02-empty', 'Empty'],
      ['2022-01-05-linked', 'good'],
      ['2022-01-07-new line', 'line'],
      ['2022-01-08-%B1%A8', 'bytes'],
    ],
  );
  const named = library
    .faults()
    .map(({ path, fault }) => `${path.replace('_posts/', '')} ${fault}`);
  assert.deepEqual(named.sort(), [
    '2022-01-03-fifo.md not-a-file',
    '2022-01-04-socket.md not-a-file',
    '2022-01-06-folder.md not-a-file',
    'broken.md link-broken',
    'circle link-loop',
    'loop.md link-broken',
  ]);
});

test('a link is followed to posts elsewhere, never to a folder the site lies in', async t => {
  const root = makeFolder(t, {
    'site/_posts/2022-01-01-a.md': postFile('title: a'),
    'other/2022-01-02-b.md': postFile('title: b'),
    'other/deep/2022-01-03-c.md': postFile('title: c'),
    'beside/2022-01-04-d.md': postFile('title: d'),
  });
  const posts = join(root, 'site/_posts');
  symlinkSync('../../other', join(posts, 'other'));
  symlinkSync('../..', join(posts, 'up'));
  symlinkSync('/', join(posts, 'all'));
  const library = await loadFolder(join(root, 'site'));
  assert.deepEqual(ids(allPosts(library)), ['2022-01-01-a', '2022-01-02-b', '2022-01-03-c']);
  const faults = library.faults().map(({ path, fault }) => `${path} ${fault}`);
  assert.deepEqual(faults.sort(), ['_posts/all link-loop', '_posts/up link-loop']);
});

test('links lead to 10,000 folders and no more, and that is said', { timeout: 30_000 }, async t => {
  const root = makeFolder(t, {
    'site/_posts/2022-01-01-a.md': postFile('title: a'),
    'other/2022-01-02-b.md': postFile('title: b'),
  });
  for (let at = 0; at < 10_001; at++) mkdirSync(join(root, 'other', String(at)));
  symlinkSync('../../other', join(root, 'site/_posts/other'));
  const library = await loadFolder(join(root, 'site'));
  assert.deepEqual(ids(allPosts(library)), ['2022-01-01-a', '2022-01-02-b']);
  assert.deepEqual(
    library.faults().map(({ fault }) => fault),
    ['link-limit'],
  );
});

/** Loads a site in which a file or folder cannot be read, without the right of root to read everything. */
async function loadClosed(root: string, closed: string, site = root): Promise<SiteLibrary> {
  chmodSync(root, 0o755);
  chmodSync(join(root, closed), 0);
  try {
    return await unprivileged(() => loadFolder(site));
  } finally {
    chmodSync(join(root, closed), 0o755);
  }
}

test('an unreadable file is listed by its name with that fault', async t => {
  const root = makeFolder(t, { '_posts/2022-01-01-secret-plan.md': postFile('title: hidden') });
  const [post] = allPosts(await loadClosed(root, '_posts/2022-01-01-secret-plan.md'));
  assert.equal(post?.title, 'Secret Plan');
  assert.deepEqual(post?.faults, [
    { fault: 'unreadable', line: 1, message: 'the file cannot be read: permission denied' },
  ]);
});

test('a folder that cannot be read is named as such, and so is the site itself', async t => {
  const root = makeFolder(t, {
    '_posts/2022-01-01-a.md': postFile('title: a'),
    'news/_posts/2022-01-02-b.md': postFile('title: b'),
  });
  const fault = (path: string) => ({
    path,
    fault: 'unreadable',
    line: 1,
    message: 'cannot read this folder: permission denied',
  });
  const library = await loadClosed(root, 'news');
  assert.deepEqual(library.faults(), [fault('news')]);
  assert.equal(library.list({}).length, 1);
  const closed = await loadClosed(root, 'news', join(root, 'news'));
  assert.deepEqual(closed.faults(), [fault('.')]);
});

test('a file of 100 MB and a header of 900 kB are listed without being read whole', {
  timeout: 20_000,
}, async t => {
  const root = makeFolder(t, {
    '_posts/2022-01-02-long-header.md': postFile(
      `title: long\ndescription: ${'长'.repeat(300_000)}\ntags: end`,
    ),
  });
  const file = openSync(join(root, '_posts/2022-01-01-big.md'), 'w');
  writeSync(file, postFile('title: big'));
  writeSync(file, 'x', 100_000_000);
  closeSync(file);
  const started = performance.now();
  const [long, big] = allPosts(await loadFolder(root));
  assert.deepEqual([long?.title, long?.tags, big?.title], ['long', ['end'], 'big']);
  assert.ok(performance.now() - started < 1000);
});

test('GB18030 where it fits, else replacement characters, and the fault says so', async t => {
  const gb = Buffer.concat([
    Buffer.from('---\ntitle: '),
    Buffer.from([0xc8, 0xaa, 0xd6, 0xdd, 0xcd, 0xed, 0xb1, 0xa8]),
    Buffer.from('\n---\n'),
    Buffer.from([0xd0, 0xc2, 0xce, 0xc5]),
  ]);
  const bad = Buffer.concat([
    Buffer.from('---\ntitle: a'),
    Buffer.from([0xff, 0xfe, 0x80]),
    Buffer.from('b\n---\n'),
  ]);
  const library = await loadFiles(t, {
    '_posts/2022-01-01-gb.md': gb,
    '_posts/2022-01-02-bad.md': bad,
  });
  const [second, first] = allPosts(library);
  assert.equal(first?.title, '泉州晚报');
  assert.equal(first?.faults[0]?.fault, 'not-utf-8');
  assert.match(first?.faults[0]?.message ?? '', /GB18030/);
  assert.match(second?.title ?? '', /^a\ufffd+b$/);
  assert.equal(second?.faults[0]?.fault, 'not-utf-8');
});

test('a BOM, CRLF, a closing ..., a blank line in front: the header is read all the same', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-bom.md': '\ufeff---\ntitle: bom\n---\n',
    '_posts/2022-01-02-crlf.md': '---\r\ntitle: crlf\r\n---\r\nbody\r\n',
    '_posts/2022-01-03-cr.md': '---\rtitle: cr\r---\rbody\r',
    '_posts/2022-01-04-dots.md': '---\ntitle: dots\n...\nbody',
    '_posts/2022-01-05-blank.md': '\n\n---\ntitle: blank\n---\nbody',
  });
  assert.deepEqual(
    allPosts(library).map(({ title, faults }) => [title, faults.length]),
    [
      ['blank', 0],
      ['dots', 0],
      ['cr', 0],
      ['crlf', 0],
      ['bom', 0],
    ],
  );
});

test('a post with an unclosed header is listed by its file name, with that fault', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-open-end.md': '---\ntitle: never closed\nwords\n',
  });
  const [post] = allPosts(library);
  assert.equal(post?.title, 'Open End');
  assert.deepEqual(post?.faults, [
    { fault: 'header-unclosed', line: 1, message: 'the header is not closed by ---; read as text' },
  ]);
});

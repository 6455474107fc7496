import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { postOfBytes, readFilePost } from '../../source/library/file-post.ts';
import { readPostArticle } from '../../source/library/post-article.ts';
import { PostUnreadable, readPost } from '../../source/library/read-post.ts';
import { NO_SITE } from '../../source/library/site.ts';
import { allPosts, loadFiles, loadFolder, makeFolder, postFile } from './site-folder.ts';

test('the body is all after the header, its format is told by the ending', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': '\ufeff---\r\ntitle: a\r\n---\r\n\r\nBody\r\n',
    '_posts/2022-01-02-b.html': '<p>no header</p>',
    '_posts/2022-01-03-c.txt': '---\nunclosed: yes\nbody',
  });
  const read = (id: string) => {
    const post = library.post(id);
    assert.ok(post);
    const { body, format } = readPost(post);
    return { body, format };
  };
  assert.deepEqual(read('2022-01-01-a'), { body: '\r\nBody\r\n', format: 'markdown' });
  assert.deepEqual(read('2022-01-02-b'), { body: '<p>no header</p>', format: 'html' });
  assert.deepEqual(read('2022-01-03-c'), {
    body: '---\nunclosed: yes\nbody',
    format: 'text',
  });
});

test('a body in GB18030 is read as such, other bytes become replacement characters', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-gb.md': Buffer.concat([
      Buffer.from('---\ntitle: a\n---\n'),
      Buffer.from([0xd0, 0xc2, 0xce, 0xc5]),
    ]),
    '_posts/2022-01-02-bad.md': Buffer.concat([
      Buffer.from('---\ntitle: a\n---\nx'),
      Buffer.from([0x80, 0xff]),
      Buffer.from('y'),
    ]),
  });
  const body = (id: string) => {
    const post = library.post(id);
    assert.ok(post);
    return readPost(post).body;
  };
  assert.equal(body('2022-01-01-gb'), '新闻');
  assert.match(body('2022-01-02-bad'), /^x\ufffd+y$/);
});

test('a post that cannot be read throws one line that names file and reason', async t => {
  const root = makeFolder(t, { '_posts/2022-01-01-a.md': '', '_posts/2022-01-02-b.md': '' });
  const library = await loadFolder(root);
  const [b, a] = [library.post('2022-01-02-b'), library.post('2022-01-01-a')];
  assert.ok(a && b);
  rmSync(a.file);
  rmSync(b.file);
  execFileSync('mkfifo', [b.file]);
  assert.throws(
    () => readPost(a),
    (error: unknown) =>
      error instanceof PostUnreadable && error.message === `cannot read ${a.file}: no such file`,
  );
  assert.throws(
    () => readPostArticle(library, b),
    (error: unknown) => error instanceof PostUnreadable && error.reason === 'it is no regular file',
  );
});

test('an article knows its page and its site', async t => {
  const library = await loadFiles(t, {
    '_config.yml': 'title: The Site\nurl: https://a.example\nauthor: An Author\n',
    '_posts/2022-03-11-a.md': postFile(
      'title: Own\nmediaName: 晚报\ndate: 2022-03-11 10:17:03 +0800',
      '{{ page.title }}, {{ page.mediaName }}, {{ site.title }}, {{ site.author }}, {{ page.url }}, {{ site.url }}.',
    ),
  });
  const post = library.list({}).at(0);
  assert.ok(post);
  assert.equal(
    readPostArticle(library, post).text,
    'Own, 晚报, The Site, An Author, /2022/03/11/a.html, https://a.example.',
  );
});

test('one file is read with its site and nothing around it, and says what the whole library says', async t => {
  const root = makeFolder(t, {
    '_config.yml': 'timezone: Asia/Shanghai\npermalink: pretty\n',
    '_posts/2022-03-11-a.md': postFile('title: "One"\ndate: 2022-03-11 10:17:03\ncategories: x'),
    '_posts/2022-03-12-b.md': postFile('title: >\n  Needs\n  YAML\npublished: false'),
    'about.md': postFile('layout: page\ntitle: About'),
  });
  const { site, post } = await readFilePost(join(root, '_posts/2022-03-11-a.md'));
  const library = await loadFolder(root);
  assert.equal(site.root, root);
  assert.deepEqual({ ...post }, { ...library.post('2022-03-11-a') });
  assert.equal((await readFilePost(join(root, '_posts/2022-03-12-b.md'))).post.title, 'Needs YAML');
  assert.equal((await readFilePost(join(root, 'about.md'))).post.title, 'About');
  await assert.rejects(readFilePost(join(root, 'none.md')), PostUnreadable);
  await assert.rejects(
    readFilePost(root),
    (error: unknown) => error instanceof PostUnreadable && error.reason === 'it is no regular file',
  );
});

test('a file is in the place that a scan of its site finds it in', async t => {
  const header = postFile('title: One\ndate: 2022-03-11 10:17:03 +0800');
  const sites = {
    'a section below content': { 'zola.toml': '', 'content/news/a.md': header },
    'a section below src/content': { 'hugo.toml': '', 'src/content/news/a.md': header },
    'a page bundle': { 'hugo.toml': '', 'content/news/a/index.md': header },
    'a folder above _posts': { '_config.yml': '', 'news/_posts/2022-03-11-a.md': header },
    'a folder below _posts': { '_config.yml': '', '_posts/news/2022-03-11-a.md': header },
    "Hexo's source": { '_config.yml': 'new_post_name: x', 'source/_posts/news/a.md': header },
    'source beside _posts': {
      '_config.yml': '',
      'source/_posts/2022-03-11-a.md': header,
      '_posts/2022-03-10-b.md': header,
    },
    collections_dir: {
      '_config.yml': 'collections_dir: all',
      'all/news/_posts/2022-03-11-a.md': header,
    },
    'collections_dir with posts of its own': {
      '_config.yml': 'collections_dir: all',
      'all/news/_posts/2022-03-11-a.md': header,
      'all/_posts/2022-03-10-b.md': header,
    },
  };
  for (const [name, files] of Object.entries(sites)) {
    const library = await loadFiles(t, files);
    const posts = allPosts(library);
    assert.equal(posts.length, Object.keys(files).length - 1, name);
    for (const post of posts) {
      assert.deepEqual((await readFilePost(post.file, library.site)).post, post, name);
    }
  }
});

test('a file below a site that is itself a folder _posts is a post by its rules', async t => {
  const root = makeFolder(t, { '_posts/news/2022-03-11-a.md': postFile('title: One') });
  const library = await loadFolder(join(root, '_posts'));
  const [post] = allPosts(library);
  assert.ok(post);
  assert.equal(post.url, '/2022/03/11/a.html');
  const read = await readFilePost(post.file);
  assert.deepEqual([read.site, read.post], [library.site, post]);
});

test('a post is built of bytes alone, by the rules of a site, whether or not there is such a file', async t => {
  const library = await loadFiles(t, {
    '_config.yml': 'permalink: /:year/:title/',
    '_posts/x.md': '',
  });
  const bytes = Buffer.from(postFile('title: Piped\ndate: 2022-03-11 10:17:03', 'Words.'));
  const { post, text, floating } = await postOfBytes(bytes, '_posts/2022-03-11-a.md', library.site);
  assert.deepEqual([post.id, post.url, post.title], ['2022-03-11-a', '/2022/a/', 'Piped']);
  assert.deepEqual([text.body, text.format, floating], ['Words.\n', 'markdown', true]);
  const alone = await postOfBytes(bytes, 'stdin.md', NO_SITE);
  assert.deepEqual([alone.post.title, alone.post.categories], ['Piped', []]);
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkSite } from '../../source/library/check-site.ts';
import { type Files, loadFolder, makeFolder, postFile } from './site-folder.ts';

/** All faults of a folder as `path:line kind`, `_posts/` left out. */
async function faultsOf(root: string, only?: readonly string[]): Promise<readonly string[]> {
  const library = await loadFolder(root);
  const posts = only?.flatMap(id => library.post(id) ?? []);
  const shown: string[] = [];
  for await (const { path, line, fault } of checkSite(library, posts)) {
    shown.push(`${path.replace(/^_posts\//, '')}:${line} ${fault}`);
  }
  return shown;
}

/** The faults of the only post of a site, with their messages, `name.md` being its file. */
async function toldOf(t: TestContext, content: string | Uint8Array, more: Files = {}) {
  const root = makeFolder(t, { '_posts/2022-03-11-name.md': content, ...more });
  const told: string[] = [];
  for await (const { path, line, fault, message } of checkSite(await loadFolder(root))) {
    if (path.endsWith('name.md')) told.push(`${line} ${fault}: ${message}`);
  }
  return told;
}

test('a sound site has no fault, and neither has one without any post', async t => {
  const sound = makeFolder(t, {
    '_config.yml': 'title: a\nurl: https://a.example\ntimezone: Asia/Shanghai\n',
    '_posts/2022-01-01-a.md': postFile(
      'title: a\ncategories: x',
      'See [b](/2022/01/02/b.html#end).',
    ),
    '_posts/2022-01-02-b.md': postFile(
      'title: b',
      'See {% post_url 2022-01-01-a %}, <a href="https://a.example/">home</a> and [above](#x).\n\n# X\n',
    ),
  });
  assert.deepEqual(await faultsOf(sound), []);
  assert.deepEqual(await faultsOf(makeFolder(t, {})), []);
});

test('a broken header, a missing or impossible date and a refused language are told with line and reason', async t => {
  const root = makeFolder(t, {
    '_posts/2022-01-01-quotes.md': postFile('layout: post\ntitle: "a "b" c"'),
    '_posts/2022-01-02-open.md': '---\ntitle: a\nWords.\n',
    '_posts/2022-01-03-day.md': postFile('title: a\ndate: 2022-02-31 10:00'),
    '_posts/2022-01-04-js.md': '---js\nprocess.exit(3)\n---\nWords.\n',
    '_posts/2022-01-05-twice.md': postFile('title: a\ntitle: b'),
    '_posts/name.md': postFile('title: a'),
    '_posts/2022-01-06-map.md': postFile('title: {a: b}\ndate: [2022]'),
  });
  assert.deepEqual(await faultsOf(root), [
    '2022-01-01-quotes.md:3 header-invalid',
    '2022-01-02-open.md:1 header-unclosed',
    '2022-01-03-day.md:3 date-invalid',
    '2022-01-04-js.md:1 header-refused',
    '2022-01-04-js.md:1 title-missing',
    '2022-01-05-twice.md:3 key-duplicated',
    '2022-01-06-map.md:2 value-not-text',
    '2022-01-06-map.md:3 value-not-text',
    '2022-01-06-map.md:3 date-invalid',
    'name.md:1 name-invalid',
    'name.md:1 date-missing',
  ]);
});

test('encodings other than UTF-8 are named, bad bytes with their line, in the body too', async t => {
  const gb = Buffer.from([0xc8, 0xaa, 0xd6, 0xdd]);
  const utf16 = Buffer.from('\ufeff---\ntitle: a\n---\n文\n', 'utf16le');
  const header = '---\ntitle: a\n---\nWords.\n';
  assert.deepEqual(await toldOf(t, Buffer.concat([Buffer.from(header), gb])), [
    '1 not-utf-8: the file is GB18030, not UTF-8',
  ]);
  assert.deepEqual(await toldOf(t, utf16), ['1 not-utf-8: the file is UTF-16, not UTF-8']);
  assert.deepEqual(await toldOf(t, Buffer.concat([Buffer.from(header), Buffer.from([0xff, 10])])), [
    '5 not-utf-8: the file holds bytes that are not UTF-8',
  ]);
});

test('control characters are told once a file, with the line of the first and their codes', async t => {
  assert.deepEqual(await toldOf(t, postFile('title: a', 'a\tb\r\n\u001b[31m\u0000\u009b')), [
    '5 control-character: 3 control characters, the first here: U+001B, U+0000, U+009B',
  ]);
  assert.deepEqual(await toldOf(t, postFile('title: "\\e[31m"', 'a')), [
    '2 control-character: the title holds control characters',
  ]);
});

test('a post without text is told, and one of which nothing shows; one picture is something', async t => {
  const empty = ['4 body-empty: the post has no text'];
  assert.deepEqual(await toldOf(t, '---\ntitle: a\n---\n'), empty);
  assert.deepEqual(await toldOf(t, postFile('title: a', '\n \n')), empty);
  assert.deepEqual(await toldOf(t, postFile('title: a', '<!-- soon -->\n<p>&nbsp;</p>')), [
    '4 body-empty: nothing of the post is shown',
  ]);
  assert.deepEqual(await toldOf(t, postFile('title: a', '![x](/a.png)')), []);
  assert.deepEqual(
    await toldOf(t, postFile('title: a', '<iframe src="//v.example"></iframe>')),
    [],
  );
  assert.deepEqual(await toldOf(t, postFile('title: a', '{% include a.html %}')), []);
});

test('links that lead nowhere inside the site are told on their line, whatever their style', async t => {
  const body = [
    '[a](/gone/) and [a](/gone/) again, [b](https://other.example/gone)',
    '<a href="gone.html">c</a>, [d][d], [e](/a.png "picture"), [f](/b.png)',
    '`[code](/code)` {% post_url 2000-01-01-gone %} {% link a.png %} {% link b.png %}',
    '{% raw %}{% post_url raw %}{% endraw %} [g](#there) [h](#nowhere) [i]({{ site.url }}/lost)',
    '[j](/2022/03/11/name.html) [k](/q?a=1&amp;b=2) [l](</two words>) [m](/x%20y)',
    '',
    '## There',
    '',
    '[d]: //a.example/d/gone',
  ].join('\n');
  const told = await toldOf(t, postFile('title: a', body), {
    '_config.yml': 'url: https://a.example\n',
    'a.png': '',
  });
  assert.deepEqual(told, [
    '4 link-missing: the link /gone/ leads to nothing in the site',
    '5 link-missing: the link gone.html leads to nothing in the site',
    '5 link-missing: the link /b.png leads to nothing in the site',
    '6 link-missing: {% post_url 2000-01-01-gone %} names nothing in the site',
    '6 link-missing: {% link b.png %} names nothing in the site',
    '7 anchor-missing: the link #nowhere leads to no place in the post',
    '7 link-missing: the link https://a.example/lost leads to nothing in the site',
    '8 link-missing: the link /q?a=1&b=2 leads to nothing in the site',
    '8 link-missing: the link /two words leads to nothing in the site',
    '8 link-missing: the link /x%20y leads to nothing in the site',
    '12 link-missing: the link //a.example/d/gone leads to nothing in the site',
  ]);
});

test('posts of one name or one permalink are told, each with the other', async t => {
  const root = makeFolder(t, {
    'a/_posts/2022-01-01-x.md': postFile('title: a'),
    'b/_posts/2022-01-01-x.md': postFile('title: a'),
    '_posts/2022-01-02-y.md': postFile('title: a\npermalink: /z'),
    '_posts/2022-01-03-z.md': postFile('permalink: /z.html\ntitle: a'),
    '_posts/2022-01-04-w.md': postFile('title: a\npermalink: /w/'),
    '_posts/2022-01-05-w.md': postFile('title: a\npermalink: /w/index.html'),
  });
  assert.deepEqual(await faultsOf(root), [
    '2022-01-02-y.md:3 permalink-duplicated',
    '2022-01-03-z.md:2 permalink-duplicated',
    '2022-01-04-w.md:3 permalink-duplicated',
    '2022-01-05-w.md:3 permalink-duplicated',
    'a/_posts/2022-01-01-x.md:1 id-duplicated',
    'b/_posts/2022-01-01-x.md:1 id-duplicated',
  ]);
});

test('a category without a page is unknown where the others have theirs, and only there', async t => {
  const posts = {
    '_posts/2022-01-01-a.md': postFile('title: a\ncategories: [known, Some Words, titled]'),
    '_posts/2022-01-02-b.md': postFile('title: b\ncategories: knwon'),
  };
  const pages = {
    'category/known.html': postFile('title: 已知'),
    'category/some-words/index.html': postFile('title: a'),
    'category/other-name.html': postFile('category: titled'),
  };
  assert.deepEqual(await faultsOf(makeFolder(t, { ...posts, ...pages })), [
    '2022-01-02-b.md:3 category-unknown',
  ]);
  assert.deepEqual(await faultsOf(makeFolder(t, posts)), []);
});

test('the configuration is checked: its form with the line, and its zone', async t => {
  const root = makeFolder(t, {
    '_config.yml': '---\ntitle: a\ntimezone: Asia/Nowhere\nurl: "a" b\n',
    '_posts/2022-01-01-a.md': postFile('title: a'),
  });
  assert.deepEqual(await faultsOf(root), [
    '_config.yml:4 config-invalid',
    '_config.yml:3 timezone-unknown',
  ]);
});

test('only the posts asked for are checked, against all the others', async t => {
  const root = makeFolder(t, {
    '_posts/2022-01-01-a.md': postFile('title: a', '[b](/2022/01/02/b.html) [c](/c)'),
    '_posts/2022-01-02-b.md': postFile('title: b', '[c](/c)'),
    '_posts/folder.md/2022-01-03-c.md': postFile('title: c'),
  });
  assert.deepEqual(await faultsOf(root, ['2022-01-01-a']), ['2022-01-01-a.md:4 link-missing']);
});

test('a FIFO, a socket, links, an unreadable file, a folder x.md, empty and endless files and odd names: each is named', {
  timeout: 20_000,
}, async t => {
  const root = makeFolder(t, { '_posts/2022-01-01-good.md': postFile('title: good') });
  const posts = join(root, '_posts');
  const odd = (bytes: readonly number[]) =>
    Buffer.concat([Buffer.from(`${posts}/2022-01-`), Buffer.from(bytes), Buffer.from('.md')]);
  execFileSync('mkfifo', [join(posts, '2022-01-02-fifo.md')]);
  const server = createServer().listen(join(posts, '2022-01-03-socket.md'));
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));
  symlinkSync('..', join(posts, 'circle'));
  symlinkSync('2022-01-04-loop.md', join(posts, '2022-01-04-loop.md'));
  mkdirSync(join(posts, 'x.md'));
  writeFileSync(join(posts, '2022-01-05-empty.md'), '');
  writeFileSync(join(posts, '2022-01-06-two\nlines.md'), postFile('title: a'));
  writeFileSync(odd([0x30, 0x37, 0x2d, 0xb1, 0xa8]), postFile('title: a'));
  const large = openSync(join(posts, '2022-01-08-large.md'), 'w');
  writeSync(large, postFile('title: a'));
  ftruncateSync(large, 100_000_000);
  closeSync(large);
  writeFileSync(join(posts, '2022-01-09-closed.md'), postFile('title: a'));
  chmodSync(join(posts, '2022-01-09-closed.md'), 0);
  const started = performance.now();
  const faults = await faultsOf(root);
  assert.ok(performance.now() - started < 5000);
  // Whoever may read everything finds nothing wrong with a file that is closed to others.
  const unreadable = process.getuid?.() === 0 ? [] : ['2022-01-09-closed.md:1 unreadable'];
  assert.deepEqual(
    faults.filter(fault => !fault.includes('closed') || fault.endsWith('unreadable')),
    [
      '2022-01-02-fifo.md:1 not-a-file',
      '2022-01-03-socket.md:1 not-a-file',
      '2022-01-04-loop.md:1 link-broken',
      '2022-01-05-empty.md:1 no-header',
      '2022-01-05-empty.md:1 body-empty',
      '2022-01-06-two\nlines.md:1 name-invalid',
      '2022-01-07-%B1%A8.md:1 name-invalid',
      '2022-01-08-large.md:1 file-large',
      ...unreadable,
      'circle:1 link-loop',
      'x.md:1 not-a-file',
    ],
  );
});

test('an empty file, and one whose header is never closed, are named in a folder without _posts too', async t => {
  const root = makeFolder(t, {
    'news/a.md': postFile('title: a\ndate: 2022-01-01'),
    'news/empty.md': '',
    'news/open.md': '---\ntitle: open\ndate: 2022-01-02\nWords.\n',
    'README.md': '---\n\nA rule, and no header.\n',
  });
  assert.deepEqual(await faultsOf(root), [
    'news/empty.md:1 file-empty',
    'news/open.md:1 header-unclosed',
    'news/open.md:1 date-missing',
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFilePost } from '../../source/library/file-post.ts';
import { allPosts, type Files, loadFiles, makeFolder, postFile } from './site-folder.ts';

/** Whatever may not reach a terminal. */
const CONTROL = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const ESC = '\u001b[31mred';

const SITES: Readonly<Record<string, Files>> = {
  'without configuration': {
    [`${ESC}/${ESC}.md`]: postFile('title:\ndate: 2022-01-01\ntags: "\\e[31mtag"'),
    '\u009b1m/\u009b2m.md': postFile('title: "\\e[1m"\ncategory: "\\u009b1m"'),
    '\u202ea/2022-01-01-\u202eb.html': '',
    '\u0085/c.md': postFile('permalink: "/\\e[31m\\u202e/"'),
  },
  Jekyll: {
    '_config.yml': 'title: "\\e[31m"\nurl: "https://h\\e[31m"\nbaseurl: "/\\e[31m"',
    [`${ESC}/_posts/2022-01-01-${ESC}.md`]: postFile('layout: x'),
    [`_posts/2022-01-02-${ESC}.${'md'}`]: postFile('permalink: "/\\e[31m/:title"'),
    [`_posts/${ESC}/\u009b.md`]: postFile(
      '"\\e[31m": "\\e[31m"\ncategories: "\\e]0;x"\ndate: "\\e"',
    ),
    '_posts/2022-01-03-x.md': postFile('categories: x', '[返回\u001b[31m红](/category/x.html)'),
    '_posts/2022-01-04-y.md': postFile('categories: y'),
    'category/y.html': postFile('title: "\\e[31m"'),
  },
  Hugo: {
    'hugo.toml': 'title = "\\u001b[31m"',
    [`content/${ESC}/${ESC}/index.md`]: postFile('date: 2022-01-01\ntitle: ""'),
    'content/a.md': postFile('date: 2022-01-01\nurl: "/\\e[31m"'),
    'content/b.md': postFile('date: 2022-01-01\nslug: "\\e[31m"'),
  },
};

test('no control reaches any field but the path, whatever folders, files and headers are called', async t => {
  for (const [name, files] of Object.entries(SITES)) {
    const library = await loadFiles(t, files);
    const posts = allPosts(library);
    const count = Object.keys(files).filter(path => /\.(?:md|html)$/.test(path)).length;
    assert.equal(posts.length, count - (name === 'Jekyll' ? 1 : 0), name);
    const { root: _root, ...site } = library.site;
    for (const fields of [site, ...library.categories(), ...posts]) {
      for (const [key, value] of Object.entries(fields)) {
        if (key === 'path' || key === 'file') continue;
        for (const text of [value].flat(2)) {
          const shown = typeof text === 'object' ? Object.values(text ?? {}).join() : String(text);
          assert.doesNotMatch(shown, CONTROL, `${name}: ${key} is ${JSON.stringify(shown)}`);
        }
      }
    }
  }
});

test('files whose names differ only in what cannot be printed are posts of their own', async t => {
  const library = await loadFiles(t, {
    '_posts/a.md': postFile('title: one'),
    '_posts/a\u0080.md': postFile('title: two'),
    '_posts/\u0080.md': postFile('title: three'),
  });
  const ids = allPosts(library).map(({ id, title }) => `${id} ${title}`);
  assert.deepEqual(ids.sort(), ['_ three', '_posts/a.md one', '_posts/a.md~2 two']);
});

test('a list of 400,000 categories, and one that aliases make endless, lose no post', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-long.md': postFile(`categories: [[${'a,'.repeat(400_000)}b]]`),
    '_posts/2022-01-02-string.md': postFile(`categories: ${'a '.repeat(400_000)}`),
    '_posts/2022-01-03-alias.md': postFile(
      `x: &x [${'a,'.repeat(3000)}b]\ny: &y [${'*x,'.repeat(3000)}b]\ncategories: [${'*y,'.repeat(3000)}b]`,
    ),
  });
  assert.deepEqual(
    allPosts(library).map(({ id, categories }) => [id, categories]),
    [
      ['2022-01-03-alias', ['a', 'b']],
      ['2022-01-02-string', ['a']],
      ['2022-01-01-long', ['a']],
    ],
  );
});

test('slashes without end in an address cost no time', async t => {
  const slashes = '/'.repeat(200_000);
  const root = makeFolder(t, {
    'hugo.toml': `baseURL = "https://h.example${slashes}"\nbaseurl = "/x${slashes}y"\ncollections_dir = "a${slashes}b"\n`,
    'content/a.md': postFile(`date: 2022-01-01\nurl: "a${slashes}b"`),
  });
  const started = performance.now();
  await readFilePost(`${root}/content/a.md`);
  assert.ok(performance.now() - started < 1000);
});

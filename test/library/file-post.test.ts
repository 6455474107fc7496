import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readFilePost } from '../../source/library/file-post.ts';
import { siteOfFile } from '../../source/library/find-site.ts';
import { allPosts, type Files, loadFolder, makeFolder, postFile } from './site-folder.ts';

const POST = postFile('title: A\ndate: 2022-03-11 10:00:00 +0800\ntags: x y');
const FILED = postFile('title: B\ndate: 2022-03-12 10:00:00 +0800\ncategories: c d');

/** Sites of every shape, with the folder that is given as the site. */
const SITES: Readonly<Record<string, readonly [folder: string, files: Files]>> = {
  Jekyll: ['', { '_config.yml': '', '_posts/2022-03-11-a.md': POST, '_posts/x/b.html': FILED }],
  'Jekyll with folders': [
    '',
    {
      '_config.yml': 'permalink: pretty',
      'news/local/_posts/2022-03-11-a.md': POST,
      'source/_posts/2022-03-12-b.md': FILED,
      '_posts/2022-03-12-c.md': FILED,
    },
  ],
  collections_dir: [
    '',
    {
      '_config.yml': 'collections_dir: in/all/',
      'in/all/_posts/2022-03-11-a.md': POST,
      'in/all/news/_posts/2022-03-12-b.md': FILED,
    },
  ],
  'Jekyll without configuration': ['', { '_posts/2022-03-11-a.md': POST, '_posts/x/b.md': FILED }],
  '_posts given': ['_posts', { '_posts/2022-03-11-a.md': POST, '_posts/x/b.md': FILED }],
  '_posts with a configuration': [
    '_posts',
    { '_posts/_config.yml': '', '_posts/2022-03-11-a.md': POST, '_posts/x/_posts/b.md': FILED },
  ],
  drafts: ['', { '_config.yml': '', '_drafts/a.md': POST, 'news/_drafts/x/b.md': FILED }],
  Hexo: [
    '',
    {
      '_config.yml': 'new_post_name: x',
      'source/_posts/a.md': POST,
      'source/_posts/x/b.md': FILED,
      'source/_drafts/c.md': POST,
    },
  ],
  Hugo: [
    '',
    {
      'hugo.toml': '',
      'content/news/a.md': POST,
      'content/posts/b/index.md': FILED,
      'content/c.md': POST,
    },
  ],
  Zola: [
    '',
    {
      'config.toml': 'base_url = "https://h.example"',
      'content/news/2022-03-11-a.md': POST,
      'content/x/y/b.md': FILED,
    },
  ],
  Astro: [
    '',
    { 'hugo.yaml': '', 'src/content/news/a.md': POST, 'src/content/blog/x/b.mdx': FILED },
  ],
  'a content folder': ['content', { 'content/news/a.md': POST, 'content/x/y/b.md': FILED }],
  flat: ['', { 'a.md': POST, '2022-03-12-b.txt': FILED }],
  'a folder posts': ['posts', { 'posts/a.md': POST, 'posts/2022/b.md': FILED }],
  'flat, configured': ['', { '_config.yml': '', 'a.md': POST, 'posts/x/b.md': FILED }],
};

for (const [name, [folder, files]] of Object.entries(SITES)) {
  test(`a post by its path is the one of the list, alone and in its site: ${name}`, async t => {
    const root = makeFolder(t, files);
    const library = await loadFolder(join(root, folder), true);
    const posts = allPosts(library);
    const count = Object.keys(files).filter(path => /\.(?:md|mdx|html|txt)$/.test(path)).length;
    assert.equal(posts.length, count);
    for (const post of posts) {
      assert.equal(siteOfFile(post.file).root, library.site.root, post.path);
      const { post: alone, site } = await readFilePost(post.file);
      assert.deepEqual({ ...alone, id: post.id }, post);
      assert.deepEqual(site, library.site);
    }
  });
}

test('a site of drafts alone has no category _drafts', async t => {
  const files = { '_drafts/a.md': POST, 'news/_drafts/b.md': POST };
  const posts = allPosts(await loadFolder(makeFolder(t, files), true));
  assert.deepEqual(
    posts.map(({ path, categories }) => [path, categories]),
    [
      ['news/_drafts/b.md', ['news']],
      ['_drafts/a.md', []],
    ],
  );
});

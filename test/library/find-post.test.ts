import assert from 'node:assert/strict';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import type { Found } from '../../source/library/library.ts';
import { type Files, loadFiles, postFile } from './site-folder.ts';

const FILES: Files = {
  '_config.yml': 'url: https://site.example\nbaseurl: /b\n',
  '_posts/2022-03-11-10170342.md': postFile('title: one'),
  '_posts/2022-03-11-10170399.md': postFile('title: two'),
  '_posts/2022-03-12-a.md': postFile('title: newest of all'),
  'news/_posts/2022-03-10-same.md': postFile('title: news'),
  'sport/_posts/2022-03-10-same.md': postFile('title: sport'),
};

function shortly(found: Found): string {
  if (found.found === 'none') return 'none';
  return found.found === 'one' ? found.post.title : found.posts.map(({ title }) => title).join('|');
}

test('a post is found by path, id, URL, permalink, latest and the beginning of an id', async t => {
  const library = await loadFiles(t, FILES);
  const { root } = library.site;
  const find = (reference: string) => shortly(library.find(reference));
  assert.equal(find('2022-03-11-10170342'), 'one');
  assert.equal(find(join(root, '_posts/2022-03-11-10170342.md')), 'one');
  assert.equal(find(relative(process.cwd(), join(root, '_posts/2022-03-11-10170342.md'))), 'one');
  assert.equal(find('_posts/2022-03-11-10170342.md'), 'one');
  assert.equal(find('2022-03-11-10170342.md'), 'one');
  assert.equal(find('https://site.example/b/2022/03/11/10170342.html'), 'one');
  assert.equal(find('/2022/03/11/10170342.html'), 'one');
  assert.equal(find('/2022/03/11/10170342'), 'one');
  assert.equal(find('latest'), 'newest of all');
  assert.equal(find('2022-03-11-101703'), 'two|one');
  assert.equal(find('2022-03-12'), 'newest of all');
  assert.equal(find('https://else.example/2022/03/11/10170342.html'), 'none');
  assert.equal(find('nothing'), 'none');
  assert.equal(find(''), 'none');
});

test('files that share a name have as much of the folder in their id as tells them apart', async t => {
  const library = await loadFiles(t, FILES);
  const { root } = library.site;
  assert.equal(shortly(library.find('news/_posts/2022-03-10-same')), 'news');
  assert.equal(shortly(library.find('2022-03-10-same')), 'sport|news');
  assert.equal(shortly(library.find(join(root, 'sport/_posts/2022-03-10-same.md'))), 'sport');
});

test('post_url names a post by folder, or by the day of its header', async t => {
  const library = await loadFiles(t, {
    ...FILES,
    '_posts/2022-01-01-moved.md': postFile('title: moved\ndate: 2022-02-02'),
  });
  assert.equal(shortly(library.find('sport/2022-03-10-same')), 'sport');
  assert.equal(shortly(library.find('/news/2022-03-10-same')), 'news');
  assert.equal(shortly(library.find('2022-02-02-moved')), 'moved');
  assert.equal(shortly(library.find('2022-02-03-moved')), 'none');
});

test('a reference is found from a current folder that has been removed', async t => {
  const library = await loadFiles(t, FILES);
  const before = process.cwd();
  const gone = mkdtempSync(join(tmpdir(), 'kanbao-gone-'));
  process.chdir(gone);
  t.after(() => process.chdir(before));
  rmdirSync(gone);
  assert.throws(() => process.cwd());
  assert.equal(shortly(library.find('2022-03-12-a')), 'newest of all');
  assert.equal(shortly(library.find('_posts/2022-03-12-a.md')), 'newest of all');
  assert.equal(shortly(library.find('nothing.md')), 'none');
});

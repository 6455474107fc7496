import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { readPostArticle } from '../../source/library/post-article.ts';
import { type Files, loadFiles } from './site-folder.ts';

const BODY = 'a {{ page.nothing }}`{{b}}`{{< c >}}d';

async function textOf(t: TestContext, files: Files): Promise<string> {
  const library = await loadFiles(t, files);
  const post = library.list({}).at(0);
  assert.ok(post);
  return readPostArticle(library, post).text;
}

test('braces are Liquid in a site of Jekyll and in a folder laid out like one', async t => {
  const files = { '_posts/2022-03-11-a.md': `---\ntitle: a\n---\n${BODY}` };
  assert.equal(await textOf(t, { '_config.yml': 'title: x\n', ...files }), 'a ``d');
  assert.equal(await textOf(t, files), 'a ``d');
});

test('braces but for shortcodes are text in sites of Hugo, Zola and Astro', async t => {
  const shown = 'a {{ page.nothing }}{{b}}d';
  const header = `+++\ntitle = "a"\n+++\n${BODY}`;
  assert.equal(await textOf(t, { 'hugo.toml': 'title = "x"\n', 'content/a.md': header }), shown);
  const zola = { 'config.toml': 'base_url = "https://a.example"\n', 'content/a.md': header };
  assert.equal(await textOf(t, zola), shown);
  assert.equal(await textOf(t, { 'content/a.md': `---\ntitle: a\n---\n${BODY}` }), shown);
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../source/article/document.ts';
import { beginPostArticle, readPostArticle } from '../../source/library/post-article.ts';
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

/** A post of `body` in a site of its own, as its file's bytes. */
async function postOf(t: TestContext, file: string, body: string | Buffer) {
  const library = await loadFiles(t, { [file]: body });
  const post = library.list({}).at(0);
  assert.ok(post);
  return { library, post };
}

const paragraphs = `${'晨报 {{ page.title }} text, *so* [called][1].\n\n'.repeat(6000)}[1]: /below\n`;

test('of a long post the beginning is there at once, and the rest is read further on', async t => {
  for (const header of ['---\ntitle: a\n---\n', `---\ntitle: a\nx: ${'y'.repeat(70_000)}\n---\n`]) {
    const { library, post } = await postOf(t, '_posts/2022-03-11-a.md', header + paragraphs);
    const { article, rest } = beginPostArticle(library, post);
    assert.ok(article !== undefined && rest !== undefined);
    const whole = readPostArticle(library, post);
    assert.ok(article.text.length > 1000 && article.text.length < 10_000);
    assert.ok(whole.text.startsWith(article.text));
    assert.deepEqual(article.links, whole.links.slice(0, article.links.length));
    assert.equal(article.links[0]?.href, '/below');
    const longer: Article[] = [];
    let step = rest.next();
    for (; step.done !== true; step = rest.next()) if (step.value) longer.push(step.value);
    assert.ok(isDeepStrictEqual(step.value, whole));
    assert.equal(longer.length, 1);
    assert.ok(longer[0] !== undefined && whole.text.startsWith(longer[0].text));
    assert.ok(longer[0].text.length > 10_000);
  }
});

test('a short post is read whole, and so is the beginning of one in another encoding', async t => {
  const short = await postOf(t, '_posts/2022-03-11-a.md', '---\ntitle: a\n---\nshort');
  assert.equal(beginPostArticle(short.library, short.post).rest, undefined);
  // 晨报 in GB18030.
  const lines = Buffer.concat([Buffer.from([0xb3, 0xbf, 0xb1, 0xa8]), Buffer.from('\n\n')]);
  const other = await postOf(t, '_posts/2022-03-11-a.md', Buffer.concat(Array(40_000).fill(lines)));
  const { article } = beginPostArticle(other.library, other.post);
  assert.match(article?.text ?? '', /^晨报\n\n晨报/);
});

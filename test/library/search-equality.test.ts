import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSite } from '../../source/library/find-site.ts';
import { foldText } from '../../source/library/fold.ts';
import type { SearchFound } from '../../source/library/library.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import { readPostArticle } from '../../source/library/post-article.ts';
import { searchAll, searchOpened } from '../../source/library/search-all.ts';
import { searchLibrary } from '../../source/library/search-scan.ts';
import { openSearched } from '../../source/library/search-worker.ts';
import type { Site } from '../../source/library/site.ts';
import { randomFrom, writeCorpus } from '../bench/corpus.ts';
import { allPosts, makeFolder, postFile } from './site-folder.ts';

async function openLive(t: TestContext, root: string, cache: string): Promise<SiteLibrary> {
  const found = findSite({ posts: root, cwd: '/' });
  assert.ok(found.found);
  const library = openLibrary(found.site, { cache });
  t.after(library.close);
  library.live();
  await library.load();
  // Texts are kept of posts that an index has; it is written when all are there.
  while (library.searchedIndex() === null) await sleep(20);
  return library;
}

type Text = { readonly id: string; readonly title: string; readonly text: string };

function textsOf(library: SiteLibrary): readonly Text[] {
  return allPosts(library).map(post => ({
    id: post.id,
    title: foldText(post.title),
    text: foldText(readPostArticle(library, post).text),
  }));
}

/** What reading everything finds: the hits in order. */
function plainly(texts: readonly Text[], words: readonly string[]): readonly string[] {
  const sought = words.map(word => foldText(word).trim()).filter(word => word !== '');
  if (sought.length === 0) return [];
  const titles: string[] = [];
  const bodies: string[] = [];
  for (const { id, title, text } of texts) {
    if (sought.every(word => title.includes(word))) titles.push(`title ${id}`);
    else if (sought.every(word => title.includes(word) || text.includes(word)))
      bodies.push(`body ${id}`);
  }
  return [...titles, ...bodies];
}

function search(library: SiteLibrary, words: readonly string[], limit = 50): Promise<SearchFound> {
  return new Promise(resolve => {
    const told = (found: SearchFound) => {
      if (found.done) resolve(found);
    };
    library.search(words, told, { limit });
  });
}

async function assertEqual(
  library: SiteLibrary,
  texts: readonly Text[],
  words: readonly string[],
  limit = 50,
) {
  const expected = plainly(texts, words);
  const { hits, count } = await search(library, words, limit);
  const found = hits.map(({ where, post }) => `${where} ${post.id}`);
  assert.deepEqual([count, found], [expected.length, expected.slice(0, limit)], words.join('|'));
  for (const { where, snippet, match } of hits) {
    const [start, end] = match;
    if (where === 'body' && words.length === 1 && end > start)
      assert.ok(foldText(snippet.slice(start, end)).includes(foldText(words[0] ?? '').trim()));
  }
}

/** Queries cut from the posts: 1–6 characters, Latin in any case, several words, and what is nowhere. */
function* queries(texts: readonly Text[], count: number): Generator<readonly string[], void, void> {
  const random = randomFrom(11);
  const cut = (): string => {
    const { title, text } = texts[Math.floor(random() * texts.length)] ?? { title: '', text: '' };
    const from = random() < 0.2 ? title : text;
    const characters = [...from.slice(Math.floor(random() * from.length)).slice(0, 40)];
    return characters.slice(0, 1 + Math.floor(random() * 6)).join('');
  };
  const latin = ['gDP', 'WTO', 'wi-fi', 'Fraun', 'XK-20', 'pm2.5', 'i', '5g', 'ＧＤＰ'];
  for (let at = 0; at < count; at++) {
    const kind = random();
    if (kind < 0.6) yield [cut()];
    else if (kind < 0.7) yield [latin[Math.floor(random() * latin.length)] ?? ''];
    else if (kind < 0.8)
      yield [cut().toUpperCase(), latin[Math.floor(random() * latin.length)] ?? ''];
    else if (kind < 0.95) yield Array.from({ length: 2 + Math.floor(random() * 2) }, cut);
    else yield [`${cut()}☃${cut()}`];
  }
}

const segments = (cache: string) => readdirSync(cache).filter(name => name.startsWith('text-'));

/** Number of texts in all segments, by their heads. */
function textsKept(cache: string): number {
  return segments(cache).reduce((sum, name) => {
    const json = readFileSync(join(cache, name), 'latin1').split('\n', 2)[1] ?? '';
    return sum + JSON.parse(Buffer.from(json, 'latin1').toString()).texts.length;
  }, 0);
}

test('search finds what reading every post finds, on 1,000 queries over 10,000 posts', async t => {
  const root = makeFolder(t, {});
  const cache = makeFolder(t, {});
  writeCorpus(root, 10_000, 7, 0.05);
  writeFileSync(
    join(root, '_posts/2021-01-01-liquid.md'),
    postFile('title: Liquid', 'GDP {{ page.title }} {% post_url 2021-01-01-liquid %}'),
  );
  await sleep(2100);
  const library = await openLive(t, root, cache);
  const texts = textsOf(library);
  const all = [...queries(texts, 1000)];
  // As at first use, before any text is kept: each of these reads every post.
  for (const words of all.slice(0, 10)) await assertEqual(library, texts, words);
  const deadline = Date.now() + 300_000;
  while (textsKept(cache) < texts.length - 1 && Date.now() < deadline) await sleep(200);
  assert.equal(textsKept(cache), texts.length - 1, 'all texts are kept but that with Liquid');
  for (const words of all.slice(10)) await assertEqual(library, texts, words, 5);
  library.close();
  await assertSearchAll(library.site, cache, all.slice(0, 200), texts);
});

/** Searches that open the texts by themselves, as a command does. */
const OPENED = 20;

/** Compares what a command finds, with the texts that are kept, and what it finds without any. */
async function assertSearchAll(
  site: Site,
  cache: string,
  all: readonly (readonly string[])[],
  texts: readonly Text[],
) {
  const kept = openLibrary(site, { cache });
  await kept.load();
  const index = kept.searchedIndex();
  assert.ok(index !== null);
  const plain = openLibrary(site);
  const query = { since: '2020-02-01', until: '2020-04-30' };
  for (const words of all.slice(0, 3)) {
    const hits = await Array.fromAsync(searchAll(kept, words, { query, limit: 70 }));
    assert.deepEqual(
      hits,
      await Array.fromAsync(searchLibrary(plain, words, { query, limit: 70 })),
    );
  }
  // What is opened for each search takes longer than to search it: most are made in one that is open.
  const searched = openSearched(index, () => assert.fail('the index is damaged'));
  for (const [at, words] of all.entries()) {
    const limit = 100;
    const hits =
      at < OPENED ? searchAll(kept, words, { limit }) : searchOpened(searched, words, { limit });
    const found: string[] = [];
    for await (const { where, post } of hits) found.push(`${where} ${post.id}`);
    assert.deepEqual(found, plainly(texts, words).slice(0, limit), words.join('|'));
  }
  searched.texts.close();
}

test('texts of posts that change, go or come are never found, or found, wrongly', async t => {
  const root = makeFolder(t, {});
  const cache = makeFolder(t, {});
  writeCorpus(root, 300, 7, 0.2);
  await sleep(2100);
  const first = await openLive(t, root, cache);
  await search(first, ['港']);
  while (segments(cache).length === 0) await sleep(50);
  const posts = readdirSync(join(root, '_posts'));
  for (const name of posts.slice(0, 20))
    writeFileSync(join(root, '_posts', name), postFile('title: x', '雪人 ☃'));
  for (const name of posts.slice(20, 40)) rmSync(join(root, '_posts', name));
  writeFileSync(join(root, '_posts/2030-01-01-new.md'), postFile('title: New ☃'));
  await sleep(2500);
  first.close();
  const library = await openLive(t, root, cache);
  const texts = textsOf(library);
  assert.equal((await search(library, ['☃'])).count, 21);
  for (const words of queries(texts, 60)) await assertEqual(library, texts, words);
});

test('texts that are damaged are done without', async t => {
  const root = makeFolder(t, {});
  const cache = makeFolder(t, {});
  writeCorpus(root, 300, 7, 0.2);
  await sleep(2100);
  const keep = async () => {
    const library = await openLive(t, root, cache);
    await search(library, ['港']);
    while (textsKept(cache) < 300) await sleep(50);
    library.close();
    return segments(cache).map(name => join(cache, name));
  };
  const over = (file: string, at: number, bytes: Uint8Array) => {
    const content = readFileSync(file);
    content.set(bytes, at < 0 ? content.length + at : at);
    writeFileSync(file, content);
  };
  const damages: readonly ((file: string) => void)[] = [
    file => truncateSync(file, 5000),
    file => truncateSync(file, 0),
    file => over(file, 30, Buffer.from('~')),
    file => over(file, -5000, Buffer.alloc(4096)),
    file => over(file, -101, Buffer.of(1)),
    file => writeFileSync(file, 'noise'),
  ];
  for (const damage of damages) {
    for (const file of await keep()) damage(file);
    const library = await openLive(t, root, cache);
    const texts = textsOf(library);
    for (const words of queries(texts, 10)) await assertEqual(library, texts, words);
    library.close();
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Library, SearchFound, SearchRequest } from '../../source/library/library.ts';
import { loadFiles, postFile } from './site-folder.ts';

/** All that a search told, once it is done. */
function searched(
  library: Library,
  words: readonly string[],
  request?: SearchRequest,
): Promise<readonly SearchFound[]> {
  const told: SearchFound[] = [];
  return new Promise(resolve => {
    library.search(
      words,
      found => {
        told.push(found);
        if (found.done) resolve(told);
      },
      request,
    );
  });
}

const files = Object.fromEntries(
  Array.from({ length: 120 }, (_, at) => [
    `_posts/2022-01-01-p${String(at).padStart(3, '0')}.md`,
    postFile(
      `title: ${at === 7 ? '海港' : `Post ${at}`}`,
      at % 2 === 0 ? '海　港 and GDP.' : '港。',
    ),
  ]),
);

test('the first hits come at once and stay, the count grows until it is exact', async t => {
  const library = await loadFiles(t, files);
  const told = await searched(library, ['港'], { limit: 10 });
  const last = told.at(-1);
  assert.equal(last?.count, 120);
  const settled = told.find(found => found.settled);
  assert.deepEqual(
    settled?.hits.map(({ post, where }) => `${where} ${post.id.slice(-4)}`),
    ['title p007', ...Array.from({ length: 9 }, (_, at) => `body p${119 - at}`)],
  );
  assert.deepEqual(last?.hits, settled?.hits);
});

test('the match is the word as the snippet writes it', async t => {
  const library = await loadFiles(t, files);
  const [found] = await searched(library, ['ｇｄｐ'], { limit: 1 });
  const [hit] = found?.hits ?? [];
  assert.equal(hit?.snippet.slice(...hit.match), 'GDP');
});

test('a new search ends the one before, and a search can be ended', async t => {
  const library = await loadFiles(t, files);
  let heard = 0;
  library.search(['港'], () => heard++);
  const end = library.search(['GDP'], () => heard++);
  end();
  assert.equal((await searched(library, ['海港'])).at(-1)?.count, 1);
  assert.equal(heard, 0);
});

test('no words find nothing, and say so at once', async t => {
  const library = await loadFiles(t, files);
  assert.deepEqual(await searched(library, [' ']), [
    { hits: [], settled: true, count: 0, looked: 1, done: true },
  ]);
});

test('a long search that finds nothing says how far it has come', async t => {
  // Liquid may turn into anything: each of them is read.
  const body = 'Lines of {{ page.title }} and more.\n\n'.repeat(40);
  const library = await loadFiles(
    t,
    Object.fromEntries(
      Array.from({ length: 1500 }, (_, at) => [
        `_posts/2022-01-01-${at}.md`,
        postFile('title: x', body),
      ]),
    ),
  );
  const told = await searched(library, ['鰲']);
  const shares = told.map(({ looked }) => looked);
  assert.ok(shares.length > 1, `${shares}`);
  assert.deepEqual(
    shares,
    shares.toSorted((one, other) => one - other),
  );
  assert.ok(shares.slice(0, -1).every(share => share > 0 && share < 1));
  assert.equal(shares.at(-1), 1);
});

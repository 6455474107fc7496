/** What reading, comparing and searching a newspaper cost, beside the plainest tools that do the same. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSite } from '../../source/library/find-site.ts';
import { foldText } from '../../source/library/fold.ts';
import type { SearchFound } from '../../source/library/library.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import { readPostArticle } from '../../source/library/post-article.ts';
import { refresh } from '../../source/library/refresh.ts';
import { randomFrom, writeCorpus } from './corpus.ts';
import type { Figure } from './figure.ts';

const POSTS = Number(process.env.KANBAO_BENCH_POSTS ?? 100_000);
const ROUNDS = 5;
const QUERIES = 60;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Median milliseconds of a shell command; NaN where it is not installed. */
function shell(command: string, rounds = ROUNDS): number {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const { status } = spawnSync('sh', ['-c', command], { stdio: 'ignore' });
    if (status === 127) return Number.NaN;
    taken.push(performance.now() - begin);
  }
  return percentile(taken, 0.5);
}

type Timed = { readonly first: number; readonly all: number; readonly count: number };

/** Milliseconds until a search told its first hits, and all. */
function search(library: SiteLibrary, words: readonly string[]): Promise<Timed> {
  const begin = performance.now();
  let first = Number.NaN;
  return new Promise(resolve => {
    library.search(words, ({ hits, done, count }: SearchFound) => {
      if (Number.isNaN(first) && (hits.length > 0 || done)) first = performance.now() - begin;
      if (done) resolve({ first, all: performance.now() - begin, count });
    });
  });
}

/** Measures everything on `KANBAO_BENCH_POSTS` posts, 100,000 unless told; keeping their texts takes minutes. */
export async function benchLibrary(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'));
  const figures: Figure[] = [];
  const add = (name: string, value: number, unit: Figure['unit']) => {
    if (!Number.isNaN(value)) figures.push({ name, value, unit });
  };
  try {
    const root = join(folder, 'news');
    const cache = join(folder, 'cache');
    writeCorpus(root, POSTS);
    const posts = join(root, '_posts');
    const found = findSite({ posts: root, cwd: '/' });
    if (!found.found) throw new Error(found.message);
    const job = { root: found.site.root, drafts: false, cache, before: null };
    // What has just been written may still be changing.
    await new Promise(resolve => setTimeout(resolve, 2500));

    const heads = shell(`cd ${posts} && ls | xargs head -qc 2048`);
    let begin = performance.now();
    const read = await refresh(job, () => {});
    const reading = performance.now() - begin;
    begin = performance.now();
    if (read.what === 'read') read.keep();
    add(`all headers of ${POSTS} posts, of xargs head -c 2048`, reading / heads, '×');
    add('writing the index', performance.now() - begin, 'ms');

    const stats = shell(`find ${posts} -printf '%T@ %s %i\\n'`);
    const compared: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      begin = performance.now();
      const { what } = await refresh(job, () => {});
      if (what !== 'indexed') throw new Error(`the index was not believed: ${what}`);
      compared.push(performance.now() - begin);
    }
    add('nothing changed, compared; of find -printf', percentile(compared, 0.5) / stats, '×');

    const library = openLibrary(found.site, { cache });
    library.live();
    await library.load();
    const random = randomFrom(3);
    const texts = join(folder, 'texts');
    writeFileSync(texts, '');
    const list = library.list({});
    const samples: string[] = [];
    for (let at = 0; at < list.length; at++) {
      const post = list.at(at);
      if (post === undefined) continue;
      const text = foldText(readPostArticle(library, post).text);
      appendFileSync(texts, `${text}\n`);
      if (random() < (2 * QUERIES) / list.length) samples.push(text);
    }
    const words = samples.slice(0, QUERIES).map(text => {
      const from = Math.floor(random() * text.length);
      return text.slice(from, from + 1 + Math.floor(random() * 4)).trim() || 'gdp';
    });
    await search(library, ['gdp']);
    begin = performance.now();
    const isKept = async (): Promise<boolean> =>
      (await search(library, ['☃'])).all < 1 + POSTS / 200;
    while (!(await isKept()) && performance.now() - begin < 1_800_000)
      await new Promise(resolve => setTimeout(resolve, 2000));
    const timed: Timed[] = [];
    for (const word of words) timed.push(await search(library, [word]));
    add(
      'search, first hits, median',
      percentile(
        timed.map(({ first }) => first),
        0.5,
      ),
      'ms',
    );
    add(
      'search, first hits, p95',
      percentile(
        timed.map(({ first }) => first),
        0.95,
      ),
      'ms',
    );
    const all = percentile(
      timed.map(one => one.all),
      0.5,
    );
    add('search, all counted, median', all, 'ms');
    const rg = words
      .slice(0, 10)
      .map(word => shell(`rg -c -a -F -e '${word.replaceAll("'", '')}' ${texts}`, 1));
    add(
      'search, all counted, of rg -c -a on one file of the same text',
      all / percentile(rg, 0.5),
      '×',
    );
    add('memory of this process', process.memoryUsage.rss() / 1e6, 'MB');
    library.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

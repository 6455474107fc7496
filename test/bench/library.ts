/** What reading, comparing and searching a newspaper cost, beside the plainest tools that do the same. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSite } from '../../source/library/find-site.ts';
import { foldText } from '../../source/library/fold.ts';
import { readHeadFile } from '../../source/library/index-file.ts';
import type { SearchFound } from '../../source/library/library.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import { refresh } from '../../source/library/refresh.ts';
import { openSearched } from '../../source/library/search-worker.ts';
import { randomFrom, writeCorpus } from './corpus.ts';
import type { Figure } from './figure.ts';
import { emptyScript, inScripts } from './floor.ts';

const POSTS = Number(process.env.KANBAO_BENCH_POSTS ?? 100_000);
const QUERIES = 60;
/** Of more posts than this only headers are measured, and the bodies are short. */
const HEADERS_ONLY = 200_000;
const ROUNDS = POSTS > HEADERS_ONLY ? 2 : 5;

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
  const add = (name: string, value: number, unit: Figure['unit'], limit?: number) => {
    if (Number.isNaN(value)) return;
    figures.push({ name, value, unit, ...(limit !== undefined && { limit }) });
  };
  try {
    const root = process.env.KANBAO_BENCH_NEWS ?? join(folder, 'news');
    const cache = join(folder, 'cache');
    const posts = join(root, '_posts');
    if (!existsSync(root)) writeCorpus(root, POSTS, 1, POSTS > HEADERS_ONLY ? 0.05 : 1);
    const made = readdirSync(posts).length;
    if (made !== POSTS) throw new Error(`${root} has ${made} posts, not ${POSTS}`);
    const found = findSite({ posts: root, cwd: '/' });
    if (!found.found) throw new Error(found.message);
    const job = { root: found.site.root, drafts: false, cache, before: null };
    // What has just been written may still be changing.
    await new Promise(resolve => setTimeout(resolve, 2500));

    const heads = shell(`cd ${posts} && ls | xargs head -qc 2048`);
    let begin = performance.now();
    let newest = 0;
    const read = await refresh(job, () => {
      newest ||= performance.now() - begin;
    });
    const reading = performance.now() - begin;
    begin = performance.now();
    if (read.what === 'read') read.keep();
    add(`the newest of ${POSTS} posts read`, newest, 'ms');
    add(`all headers, a post`, reading / POSTS, 'ms');
    add(`all headers of ${POSTS} posts, of xargs head -c 2048`, reading / heads, '×', 2.5);
    add('writing the index', performance.now() - begin, 'ms');

    const stats = shell(`find ${posts} -printf '%T@ %s %i\\n'`);
    const compared: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      begin = performance.now();
      const { what } = await refresh(job, () => {});
      if (what !== 'indexed') throw new Error(`the index was not believed: ${what}`);
      compared.push(performance.now() - begin);
    }
    add('nothing changed, compared; of find -printf', percentile(compared, 0.5) / stats, '×', 3);
    if (POSTS > HEADERS_ONLY) return figures;

    const head = readHeadFile({ folder: cache, drafts: false });
    if (head === null) throw new Error('no index was kept');
    begin = performance.now();
    const place = { folder: cache, drafts: false };
    const kept = openSearched({ site: found.site, place, head }, () => {});
    while (kept.texts.grow(() => false));
    add('keeping all texts, a post', (performance.now() - begin) / POSTS, 'ms');
    const library = openLibrary(found.site, { cache });
    library.live();
    await library.load();
    const random = randomFrom(3);
    const texts = join(folder, 'texts');
    writeFileSync(texts, '');
    const samples: string[] = [];
    for (let rank = 0; rank < POSTS; rank++) {
      const text = foldText(kept.texts.text(rank) ?? '');
      appendFileSync(texts, `${text}\n`);
      if (random() < (2 * QUERIES) / POSTS) samples.push(text);
    }
    kept.texts.close();
    const words = samples.slice(0, QUERIES).map(text => {
      const from = Math.floor(random() * text.length);
      return text.slice(from, from + 1 + Math.floor(random() * 4)).trim() || 'gdp';
    });
    await search(library, ['gdp']);
    const timed: Timed[] = [];
    for (const word of words) timed.push(await search(library, [word]));
    const first = timed.map(one => one.first);
    const floor = emptyScript();
    figures.push(
      ...inScripts('search, first hits, median', percentile(first, 0.5), floor),
      ...inScripts('search, first hits, p95', percentile(first, 0.95), floor, 50),
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
      1.5,
    );
    add('memory of this process', process.memoryUsage.rss() / 1e6, 'MB');
    library.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

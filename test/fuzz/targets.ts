import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { readArticle } from '../../source/article/read-article.ts';
import { cleanField, cleanText } from '../../source/article/sanitise.ts';
import { decode } from '../../source/library/decode.ts';
import { postOfBytes } from '../../source/library/file-post.ts';
import { findSite } from '../../source/library/find-site.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import { readPostArticle } from '../../source/library/post-article.ts';
import { searchAll } from '../../source/library/search-all.ts';
import { NO_SITE } from '../../source/library/site.ts';
import { formatMarkLine, markKinds, parseMarkLine } from '../../source/marks/mark-line.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import { optionsFor } from '../article/make-article.ts';
import { assertSound, context } from '../article/reading.ts';
import { expectSound } from '../article/sound-layout.ts';
import { run } from '../commands/small-site.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { type Random, wholeNumbers } from '../helpers/random.ts';
import { writeHostileSite } from '../hostile/corpus.ts';
import { allPosts, loadFolder } from '../library/site-folder.ts';
import { damaged, randomBody, randomName, randomPost } from './texts.ts';

/** Fails, by an assertion or a throw, on a case that breaks a rule. */
export type Check = (random: Random) => void | Promise<void>;

export type Target = {
  readonly name: string;
  readonly check: Check;
  /** Cases in a run of the tests. */
  readonly cases: number;
};

const CONTROLS = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;
const FIELD_CONTROLS = /[\0-\x1f\x7f-\x9f]/;

/** Headers: no throw, clean fields, and the body is what follows, untouched. */
async function headers(random: Random): Promise<void> {
  const written = randomPost(random);
  const bytes = random(4) === 0 ? damaged(Buffer.from(written), random) : Buffer.from(written);
  const name = randomName(random);
  const { post, text } = await postOfBytes(bytes, `_posts/${name}`, NO_SITE);
  for (const field of [post.title, ...post.tags, ...post.categories]) {
    assert.doesNotMatch(field, CONTROLS);
  }
  assert.doesNotMatch(post.title, FIELD_CONTROLS);
  assert.ok(decode(bytes).text.endsWith(text.body), 'the body is no end of the file');
  for (const { line, message } of post.faults) assert.ok(line >= 1 && message !== '');
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
}

/** Liquid, Markdown, HTML and layout: sound articles whose lines hold every word at any width. */
function articles(random: Random): void {
  const body = randomBody(random);
  const format = (['markdown', 'html', 'text'] as const)[random(3)] ?? 'text';
  const templates = random(3) === 0 ? 'shortcodes' : 'liquid';
  const article = readArticle(body, format, { ...context, templates });
  assertSound(article, format);
  const width = random(5) === 0 ? Number.POSITIVE_INFINITY : 1 + random(100);
  expectSound(
    article,
    optionsFor(width, {
      links: (['none', 'numbered', 'inline'] as const)[random(3)] ?? 'none',
      ambiguous: random(2) === 0 ? 1 : 2,
      paragraphs: random(2) === 0 ? 'spaced' : 'indented',
    }),
  );
}

/** The one door: clean, and clean twice is clean once. */
function sanitising(random: Random): void {
  const text =
    random(2) === 0
      ? randomBody(random)
      : damaged(Buffer.from(randomPost(random)), random).toString('latin1');
  for (const [clean, controls] of [
    [cleanText, CONTROLS],
    [cleanField, FIELD_CONTROLS],
  ] as const) {
    const once = clean(text);
    assert.doesNotMatch(once, controls);
    assert.equal(clean(once), once);
  }
}

/** Lines of a log: what was written is read back, what is damaged is skipped, nothing throws. */
function logLines(random: Random): void {
  const mark = {
    time: random(2 ** 31) * 1000,
    path: `_posts/${randomName(random).toWellFormed()}`,
    kind: markKinds[random(markKinds.length)] ?? 'read',
    ...(random(3) === 0 ? { batch: `b${random(1000)}` } : {}),
    ...(random(3) === 0 ? { isUndo: true as const } : {}),
  };
  const line = formatMarkLine(mark);
  assert.deepEqual(parseMarkLine(line.slice(0, -1)), mark);
  assert.doesNotMatch(line.slice(0, -1).replaceAll('\t', ''), FIELD_CONTROLS);
  for (let cut = 0; cut < line.length - 1; cut += 1)
    assert.equal(parseMarkLine(line.slice(0, cut)), undefined);
  parseMarkLine(damaged(Buffer.from(line), random).toString());
}

/** A damaged log: every line that is whole still counts, and new marks are kept behind it. */
function logs(random: Random): void {
  const folder = join(temporaryFolder(), 'marks');
  openMarks(folder).mark('star', 'first.md');
  const [log = ''] = readdirSync(folder);
  const file = join(folder, log);
  const good = readFileSync(file);
  writeFileSync(file, Buffer.concat([good, damaged(Buffer.from(randomPost(random)), random)]));
  const marks = openMarks(folder);
  assert.equal(marks.isStarred('first.md'), true);
  assert.equal(marks.mark('read', 'second.md').saved, true);
  const again = openMarks(folder);
  assert.deepEqual([again.isStarred('first.md'), again.isRead('second.md')], [true, true]);
}

/** A site of random posts. */
function randomSite(random: Random, length: number): string {
  const root = join(temporaryFolder(), 'site');
  const posts = Array.from({ length }, (_, at) => ({
    name: `${at}`,
    file: `2022-03-1${at % 10}-p${at}.md`,
    bytes: Buffer.from(
      `---\ntitle: p${at}\ncategories: c\n---\n${randomBody(random)}\n\nend${at}\n`,
    ),
  }));
  writeHostileSite(root, posts);
  return root;
}

/** The text of a post is the same by path, by id, as data and in the reader. */
async function paths(random: Random): Promise<void> {
  const root = randomSite(random, 6);
  const library = await loadFolder(root);
  for (const post of allPosts(library)) {
    const cat = async (...argv: readonly string[]) =>
      (await run(['cat', ...argv, '--posts', root], { cwd: root })).out;
    const { text } = readPostArticle(library, post);
    for (const reference of [post.file, post.id]) {
      const [record] = JSON.parse(await cat(reference, '--json'));
      assert.equal(record.text, text, `${reference} as data`);
    }
    const plain = await cat(post.file, '--width', '60');
    assert.equal(await cat(post.id, '--width', '60'), plain, 'by id and by path');
    assert.doesNotMatch(plain, CONTROLS);
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

/** The posts that a command finds, in its order. */
async function foundIn(library: SiteLibrary): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { post } of searchAll(library, ['end1'], {})) ids.push(post.id);
  return ids;
}

/** The number of hits that the reader's search counts; it keeps texts for the next one. */
function countedIn(library: SiteLibrary): Promise<number> {
  return new Promise(resolve => {
    library.search(['end1'], ({ count, done }) => {
      if (done) resolve(count);
    });
  });
}

/** Any damage to the cache is lived with: lists and hits are what they are without one. */
async function caches(random: Random): Promise<void> {
  // Few posts are read faster than an index of them.
  const root = randomSite(random, 220);
  const cache = join(temporaryFolder(), 'cache');
  const found = findSite({ posts: root, cwd: '/' });
  assert.ok(found.found);
  const list = async () => {
    const library = openLibrary(found.site, { cache });
    await library.load();
    const posts = allPosts(library);
    const ids = await foundIn(library);
    library.keep();
    return { posts, ids };
  };
  /** As the reader: in a thread of its own, which keeps the texts. */
  const count = async () => {
    const library = openLibrary(found.site, { cache });
    library.live();
    await library.load();
    const counted = await countedIn(library);
    library.close();
    return counted;
  };
  // An index is not kept of files that have just been written.
  mock.timers.enable({ apis: ['Date'], now: Date.now() + 60_000 });
  try {
    const plain = await loadFolder(root);
    const first = { posts: allPosts(plain), ids: await foundIn(plain) };
    assert.ok(first.ids.length >= 20, `${first.ids.length} hits`);
    assert.deepEqual(await list(), first);
    assert.equal(await count(), first.ids.length);
    const files = filesBelow(cache);
    assert.ok(files.length > 1, 'no index or no texts were kept');
    for (const file of files) writeFileSync(file, damaged(readFileSync(file), random));
    assert.deepEqual(await list(), first);
    assert.equal(await count(), first.ids.length);
    assert.deepEqual(await list(), first);
  } finally {
    mock.timers.reset();
  }
}

export const targets: readonly Target[] = [
  { name: 'headers', check: headers, cases: 600 },
  { name: 'articles', check: articles, cases: 600 },
  { name: 'sanitising', check: sanitising, cases: 600 },
  { name: 'log lines', check: logLines, cases: 600 },
  { name: 'logs', check: logs, cases: 30 },
  { name: 'paths', check: paths, cases: 6 },
  { name: 'caches', check: caches, cases: 4 },
];

/** Runs one case; a failure tells how to have it again. */
export async function runCase({ name, check }: Target, seed: number): Promise<void> {
  try {
    await check(wholeNumbers(seed));
  } catch (error) {
    throw new Error(`npm run fuzz -- --only '${name}' --seed ${seed} --cases 1`, { cause: error });
  }
}

/**
 * `npm run words -- NAME…`: our words against those a browser shows of the page that Jekyll builds
 * (or CommonMark's own program, where the site is none of Jekyll's),
 * in the corpora named, all of them if none is. Fails where fewer than 99.99 % of the browser's
 * characters are kept, or one of a post that is HTML alone is lost.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../commands/small-site.ts';
import { root, temporaryFolder } from '../helpers/home.ts';
import { sharedFolder } from '../helpers/shared.ts';
import { ACCEPTED } from './accepted.ts';
import { browserTexts, commonMarkTexts, compare, hasCommonMark, missingTool } from './oracle.ts';
import { recordedText } from './pages.ts';
import { type WordsPost, wordsPosts } from './posts.ts';

const LEAST = 99.99;

/** Where each corpus has its posts. */
const folders: Readonly<Record<string, string | undefined>> = {
  pages: join(root, 'test/words/pages'),
  posts: join(root, 'posts/_posts'),
  'elixir-lang': sharedFolder('corpora/elixir-lang/_posts'),
  'swift-org': sharedFolder('corpora/swift-org/_posts'),
  '18f': sharedFolder('corpora/18f/_posts'),
  'jekyll-docs': sharedFolder('corpora/jekyll-docs/_posts'),
  'efcl-ja': sharedFolder('corpora/efcl-ja/_posts'),
};

/** Sites of generators whose Markdown is CommonMark: their pages are made by `cmark-gfm`. */
const ofCommonMark: Readonly<Record<string, string | undefined>> = {
  'rust-blog': sharedFolder('corpora/rust-blog/content'),
};

const OTHERS = 'left out: astro-fuwari, whose pages are made by plugins of its own';

/** Writes our words of each post into `out`. */
async function ourTexts(posts: readonly WordsPost[], out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const files = posts.map(({ file }) => file);
  const printed = await run(['cat', '--jsonl', ...files], { cwd: temporaryFolder() });
  const lines = printed.out.trimEnd().split('\n');
  if (lines.length !== posts.length) throw new Error(printed.err);
  posts.forEach(({ name }, index) => {
    const { text } = JSON.parse(lines[index] ?? '');
    writeFileSync(join(out, `${name}.txt`), text);
  });
}

/** Compares what is recorded of our own pages with what the browser shows today. */
function checkRecorded(posts: readonly WordsPost[], theirs: string): string[] {
  const write = process.env.KANBAO_GOLDEN === 'write';
  return posts.flatMap(({ name }) => {
    const text = `${readFileSync(join(theirs, `${name}.txt`), 'utf8').trimEnd()}\n`;
    if (write) writeFileSync(recordedText(name), text);
    const known = existsSync(recordedText(name)) ? readFileSync(recordedText(name), 'utf8') : '';
    return known === text ? [] : [`${name}: the browser shows other words than are recorded`];
  });
}

/** Prints what a corpus came to; gives back what is wrong with it. */
async function judge(corpus: string, folder: string): Promise<string[]> {
  const work = temporaryFolder();
  const [theirs, ours] = [join(work, 'theirs'), join(work, 'ours')];
  const posts = wordsPosts(folder);
  const unread: string[] = [];
  if (corpus in ofCommonMark) commonMarkTexts(posts, work, theirs);
  else unread.push(...browserTexts(posts, work, theirs));
  await ourTexts(posts, ours);
  const { characters, differences } = compare(theirs, ours);
  const accepted = ACCEPTED[corpus] ?? {};
  let [missing, accounted] = [0, 0];
  const lost: string[] = [];
  for (const { name, htmlOnly } of posts) {
    const difference = differences.get(name);
    if (difference === undefined) continue;
    const fair = Math.min(difference.missing, accepted[name]?.missing ?? 0);
    missing += difference.missing - fair;
    accounted += fair;
    if (difference.missing > fair || process.env.KANBAO_ALL_WORDS) console.log(difference.told);
    if (htmlOnly && difference.missing > fair) lost.push(`${name}: HTML alone, and words are lost`);
  }
  const kept = 100 * (1 - missing / Math.max(characters, 1));
  const html = posts.filter(({ htmlOnly }) => htmlOnly).length;
  console.log(
    `${corpus}: ${kept.toFixed(4)} % of ${characters} characters kept in ${posts.length} posts, ` +
      `${missing} missing, ${accounted} accepted as missing; ${html} posts are HTML alone, ` +
      `${lost.length} of them lose words`,
  );
  const problems = [
    ...unread,
    ...lost,
    ...(corpus === 'pages' ? checkRecorded(posts, theirs) : []),
  ];
  if (characters === 0) problems.push('nothing was compared');
  return kept < LEAST ? [...problems, `less than ${LEAST} % kept`] : problems;
}

const missing = missingTool();
if (missing !== undefined) {
  console.log(`left out: there is no ${missing}`);
  process.exit(0);
}
const wanted = process.argv.slice(2);
let failed = false;
if (!hasCommonMark()) console.log('left out: rust-blog: there is no cmark-gfm');
const judged = { ...folders, ...(hasCommonMark() ? ofCommonMark : {}) };
for (const [corpus, folder] of Object.entries(judged)) {
  if (folder === undefined || (wanted.length > 0 && !wanted.includes(corpus))) continue;
  for (const problem of await judge(corpus, folder)) {
    failed = true;
    console.log(`FAILED: ${corpus}: ${problem}`);
  }
}
console.log(OTHERS);
process.exit(failed ? 1 : 0);

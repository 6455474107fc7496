/** What other programs need for the same posts, those of them that are installed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../helpers/home.ts';
import { type MadePost, makePosts, writeCorpus } from './corpus.ts';
import type { Figure } from './figure.ts';

const POSTS = Math.min(Number(process.env.KANBAO_BENCH_POSTS ?? 10_000), 100_000);
const ROUNDS = 5;
const COLUMNS = 60;
/** What no line may begin with (CLREQ, GB/T 15834). */
const FORBIDDEN = /^\s*[，。、；：？！）》」』】〉”’…·]/;

type Run = { readonly milliseconds: number; readonly kilobytes: number; readonly text: string };

/** Runs a command; gives median time, most memory and output, null where it is not installed or fails. */
function run(command: string, env: NodeJS.ProcessEnv, rounds = ROUNDS): Run | null {
  const taken: number[] = [];
  let kilobytes = 0;
  let text = '';
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    const { status, stdout, stderr } = spawnSync(
      '/usr/bin/time',
      ['-q', '-f', 'kB %M', 'sh', '-c', `exec ${command}`],
      { env, maxBuffer: 1 << 30 },
    );
    if (status !== 0) return null;
    taken.push(performance.now() - begin);
    kilobytes = Math.max(kilobytes, Number(/kB (\d+)\s*$/.exec(stderr.toString())?.[1]));
    text = stdout.toString();
  }
  return { milliseconds: taken.sort((a, b) => a - b)[rounds >> 1] ?? 0, kilobytes, text };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function itemOf({ title, name, time, body }: MadePost): string {
  const link = `https://news.example/${name}`;
  return `<item><title>${escaped(title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(time).toUTCString()}</pubDate><description>${escaped(body)}</description></item>\n`;
}

/** Lines that begin with a mark that may not. */
function badLines(text: string): number {
  return text.split('\n').filter(line => FORBIDDEN.test(line)).length;
}

/** Plain paragraphs of the made-up news. */
function paragraphs(): readonly string[] {
  const all = Array.from(makePosts(400, 8), ({ body }) => body.split('\n\n')).flat();
  return all.filter(text => !/[<[*#&-]/.test(text)).slice(0, 400);
}

/** Measures start, memory, search, one article and its lines. Needs GNU time. */
export function benchPeers(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'));
  const figures: Figure[] = [];
  const add = (name: string, value: number, unit: Figure['unit']) => {
    figures.push({ name, value, unit });
  };
  const tell = (name: string, measured: Run | null) => {
    if (measured === null) return;
    add(name, measured.milliseconds, 'ms');
    add(`${name}, most memory`, measured.kilobytes / 1000, 'MB');
  };
  try {
    const env = { PATH: process.env.PATH, HOME: folder, LANG: 'en_US.UTF-8', LC_ALL: 'C.UTF-8' };
    const news = join(folder, 'news');
    writeCorpus(news, POSTS);
    const feed = join(folder, 'feed.xml');
    const items = Array.from(makePosts(POSTS), itemOf);
    writeFileSync(
      feed,
      `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>News</title><link>https://news.example/</link><description>x</description>\n${items.join('')}</channel></rss>\n`,
    );
    const kanbao = `${process.execPath} ${join(root, 'dist/cli.js')}`;
    add('an empty script', run(`${process.execPath} -e 0`, env)?.milliseconds ?? Number.NaN, 'ms');

    run(`${kanbao} list -n 50 -p ${news}`, env, 1);
    run('sleep 2.5', env, 1);
    run(`${kanbao} list -n 1 -p ${news}`, env, 1);
    tell(`list of ${POSTS} posts: kanbao, 50`, run(`${kanbao} list -n 50 -p ${news}`, env));
    mkdirSync(join(folder, 'newsboat'));
    writeFileSync(join(folder, 'newsboat/urls'), `file://${feed}\n`);
    const newsboat = `newsboat -q -u ${folder}/newsboat/urls -c ${folder}/newsboat/cache.db -C /dev/null`;
    if (run(`${newsboat} -x reload`, env, 1) !== null)
      tell(
        `list of ${POSTS} posts: newsboat, opens its cache`,
        run(`${newsboat} -x print-unread`, env),
      );
    if (run(`sh -c 'sfeed < ${feed} > ${folder}/feed'`, env, 1) !== null)
      tell(`list of ${POSTS} posts: sfeed_plain, all`, run(`sfeed_plain ${folder}/feed`, env));

    const word =
      items[0] === undefined
        ? ''
        : [...(makePosts(1).next().value?.title ?? '')].slice(0, 2).join('');
    tell(
      'search: kanbao, 50, no text kept',
      run(`${kanbao} search -n 50 -p ${news} ${word}`, env, 1),
    );
    tell('search: rg -l', run(`rg -l -a -F ${word} ${news}/_posts`, env));

    const markdown = join(folder, 'article.md');
    writeFileSync(markdown, paragraphs().join('\n\n'));
    const html = join(folder, 'article.html');
    writeFileSync(
      html,
      `<meta charset=utf-8>${readFileSync(markdown, 'utf8')
        .split('\n\n')
        .map(text => `<p>${text}</p>`)
        .join('\n')}`,
    );
    for (const [name, command] of [
      ['kanbao cat', `${kanbao} cat --width ${COLUMNS} ${markdown}`],
      ['w3m -dump', `w3m -dump -cols ${COLUMNS} -T text/html -I UTF-8 -O UTF-8 ${html}`],
      ['pandoc -t plain', `pandoc -f markdown -t plain --columns=${COLUMNS} ${markdown}`],
    ] as const) {
      const measured = run(command, env);
      tell(`400 paragraphs: ${name}`, measured);
      if (measured !== null)
        add(`400 paragraphs: ${name}, lines that begin wrongly`, badLines(measured.text), 'rows');
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

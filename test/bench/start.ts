/** What a start of the built program costs, beside an empty script under the same Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { root } from '../helpers/home.ts';
import { writeCorpus } from './corpus.ts';
import type { Figure } from './figure.ts';
import { FLOOR_OF_LIMITS } from './floor.ts';
import { chinese, repeated } from './texts.ts';

const POSTS = Number(process.env.KANBAO_BENCH_POSTS ?? 100_000);
const ROUNDS = 25;
/** Rounds before those that count: they fill the caches. */
const WARM = 3;
/** Starts of the reader. */
const FRAMES = 11;

/** What the first page of an article of 10 MB may take where the limits were settled. */
const FIRST_PAGE_MILLISECONDS = 150;

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/**
 * Runs the commands in turn, so that whatever else the machine does slows all alike, and gives each
 * one's median milliseconds.
 */
function medians(
  commands: Readonly<Record<string, readonly string[]>>,
  env: NodeJS.ProcessEnv,
): Record<string, number> {
  const names = Object.keys(commands);
  const taken = new Map(names.map(name => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS + WARM; round++) {
    for (const name of names) {
      const begin = performance.now();
      const { status, stderr } = spawnSync(process.execPath, commands[name] ?? [], { env });
      const time = performance.now() - begin;
      if (status !== 0) throw new Error(`${name}: ${stderr.toString()}`);
      if (round >= WARM) taken.get(name)?.push(time);
    }
  }
  return Object.fromEntries(names.map(name => [name, median(taken.get(name) ?? [])]));
}

/** Milliseconds from the start of the program in a terminal. */
type Opened = {
  /** To the first frame with the sign. */
  readonly frame: number;
  /** To the answer to a key pressed at the first frame. */
  readonly answer: number;
};

/** Opens the reader, asks for its help at the first frame that holds `sign`, and leaves it. */
function opened(args: readonly string[], sign: string, env: NodeJS.ProcessEnv): Promise<Opened> {
  const begin = performance.now();
  const child = spawn(process.execPath, [...args], {
    name: 'xterm-256color',
    cols: 120,
    rows: 40,
    cwd: root,
    env: { ...env, TERM: 'xterm-256color' },
  });
  return new Promise(resolve => {
    let text = '';
    let frame = Number.NaN;
    let answer = Number.NaN;
    child.onData(data => {
      text += data;
      if (Number.isNaN(frame)) {
        if (!text.includes(sign)) return;
        frame = performance.now() - begin;
        child.write('?');
      } else if (Number.isNaN(answer) && text.includes('Keys')) {
        answer = performance.now() - begin;
        child.write('Q');
      }
    });
    child.onExit(() => resolve({ frame, answer }));
  });
}

/** Folders of all indexes. */
function indexes({ XDG_CACHE_HOME = '' }: NodeJS.ProcessEnv): readonly string[] {
  const folder = join(XDG_CACHE_HOME, 'kanbao');
  return readdirSync(folder)
    .filter(name => name !== 'compiled')
    .map(name => join(folder, name));
}

/**
 * Medians over starts of the reader, each beside a start of the empty script, as ratios to that.
 *
 * @param args what Node is started with
 * @param sign what stands in the frame that is waited for
 * @param isNew whether each start is the first on its folder
 */
async function openings(
  args: readonly string[],
  sign: string,
  empty: string,
  env: NodeJS.ProcessEnv,
  isNew = false,
): Promise<Opened> {
  const floors: number[] = [];
  const all: Opened[] = [];
  for (let round = 0; round < FRAMES + WARM; round++) {
    const begin = performance.now();
    spawnSync(process.execPath, [empty], { env });
    const floor = performance.now() - begin;
    for (const index of isNew ? indexes(env) : []) rmSync(index, { recursive: true });
    const one = await opened(args, sign, env);
    if (Number.isNaN(one.answer)) throw new Error('the reader ended before it answered a key');
    if (round < WARM) continue;
    floors.push(floor);
    all.push(one);
  }
  const floor = median(floors);
  return {
    frame: median(all.map(({ frame }) => frame)) / floor,
    answer: median(all.map(({ answer }) => answer)) / floor,
  };
}

function openingFigures(what: string, { frame, answer }: Opened, limit: number): Figure[] {
  return [
    { name: `${what}: of an empty script`, value: frame, unit: '×', limit },
    { name: `${what}: a key at it answered`, value: answer, unit: '×' },
  ];
}

/**
 * Measures starts on newspapers of 1,000 posts and of `KANBAO_BENCH_POSTS`, 100,000 unless told:
 * writing those takes a minute, and of a million several.
 */
export async function benchStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'));
  try {
    const cli = join(root, 'dist/cli.js');
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, '');
    const home = join(folder, 'home');
    mkdirSync(home);
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      LANG: 'en_US.UTF-8',
      XDG_CACHE_HOME: join(home, 'cache'),
    };
    const small = join(folder, 'small');
    const large = process.env.KANBAO_BENCH_NEWS ?? join(folder, 'large');
    const many = `${POSTS.toLocaleString('en')} posts`;
    writeCorpus(small, 1000);
    if (!existsSync(large)) writeCorpus(large, POSTS, 1, 0.1);
    const long = join(folder, 'long/_posts/2022-03-11-long.md');
    mkdirSync(dirname(long), { recursive: true });
    writeFileSync(long, `---\ntitle: Long\n---\n${repeated(chinese, 10e6)}`);
    const made = join(small, '_posts', readdirSync(join(small, '_posts'))[500] ?? '');
    const own = (name: string) => join(root, 'posts/_posts', name);
    const { floor = 0, ...others } = medians(
      {
        floor: [empty],
        '--version': [cli, '--version'],
        'cat POST by path, made-up news': [cli, 'cat', made],
        'cat POST by path, HTML': [cli, 'cat', own('2022-03-06-10052231.html')],
        'cat POST by path, long Markdown': [cli, 'cat', own('2022-03-11-letters.md')],
        'list -n 50, 1,000 posts': [cli, 'list', '-n', '50', '--posts', small],
        [`list -n 50, ${many}`]: [cli, 'list', '-n', '50', '--posts', large],
      },
      env,
    );
    return [
      { name: 'an empty script', value: floor, unit: 'ms' },
      ...Object.entries(others).map(
        ([name, time]): Figure => ({
          name: `${name}: of an empty script`,
          value: time / floor,
          unit: '×',
          limit: 3,
        }),
      ),
      ...openingFigures(
        'first frame of the reader, 1,000 posts',
        await openings([cli, '--posts', small], '看报', empty, env),
        4.5,
      ),
      ...openingFigures(
        `first frame of the reader, ${many}`,
        await openings([cli, '--posts', large], '看报', empty, env),
        5.5,
      ),
      ...openingFigures(
        'first page of an article of 10 MB',
        await openings([cli, 'read', long], '吊机', empty, env),
        FIRST_PAGE_MILLISECONDS / FLOOR_OF_LIMITS,
      ),
      {
        name: `first use of ${many}, the newest shown: of an empty script`,
        // A post that has not been read has a mark; before any is known there is the site's name alone.
        value: (await openings([cli, '--posts', large], '•', empty, env, true)).frame,
        unit: '×',
        limit: 6,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

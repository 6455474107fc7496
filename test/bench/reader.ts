/** How fast the reader answers keys, in a terminal of 120x40 over a made-up newspaper. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';
import { writeCorpus } from './corpus.ts';
import type { Figure } from './figure.ts';
import { emptyScript, inScripts } from './floor.ts';

const COLUMNS = 120;
const ROWS = 40;
const POSTS = Number(process.env.KANBAO_BENCH_POSTS ?? 100_000);

/** Nothing more comes once so long nothing has. */
const QUIET_MILLISECONDS = 40;

const ENTER = '\r';

type Program = {
  readonly text: () => string;
  readonly see: (what: RegExp) => Promise<void>;
  readonly quiet: () => Promise<void>;
  /** Sends keys; gives back milliseconds to the first byte and all bytes until it is quiet. */
  readonly press: (keys: string) => Promise<{ readonly time: number; readonly bytes: number }>;
  /** Milliseconds of processor time so far; NaN where the system does not tell. */
  readonly worked: () => number;
  readonly end: () => Promise<void>;
};

/** Linux counts processor time in hundredths of a second (proc(5), fields 14 and 15). */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): Program {
  const screen = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    name: 'xterm-256color',
    cols: COLUMNS,
    rows: ROWS,
    cwd: root,
    env,
  });
  let bytes = 0;
  let first = 0;
  let last = performance.now();
  child.onData(data => {
    last = performance.now();
    if (bytes === 0) first = last;
    bytes += Buffer.byteLength(data);
    screen.write(data);
  });
  const ended = new Promise<void>(resolve => {
    child.onExit(() => resolve());
  });
  const text = (): string =>
    Array.from(
      { length: ROWS },
      (_, row) => screen.buffer.active.getLine(row)?.translateToString(true) ?? '',
    ).join('\n');
  const quiet = async (): Promise<void> => {
    last = performance.now();
    while (performance.now() - last < QUIET_MILLISECONDS) await sleep(5);
  };
  return {
    text,
    quiet,
    see: async what => {
      const deadline = performance.now() + 600_000;
      while (!what.test(text())) {
        if (performance.now() > deadline) throw new Error(`not seen: ${what}\n${text()}`);
        await sleep(50);
      }
    },
    press: async keys => {
      await quiet();
      bytes = 0;
      const before = performance.now();
      child.write(keys);
      while (bytes === 0 && performance.now() - before < 2000) await sleep(1);
      await quiet();
      return { time: bytes === 0 ? Number.NaN : first - before, bytes };
    },
    worked: () => processorTime(child.pid),
    end: async () => {
      child.write('Q');
      await ended;
    },
  };
}

/** Presses each of the keys, one after another, and tells what they took. */
async function measure(
  program: Program,
  floor: number,
  name: string,
  keys: readonly string[],
): Promise<readonly Figure[]> {
  const times: number[] = [];
  const before = program.worked();
  const sizes: number[] = [];
  for (const key of keys) {
    const { time, bytes } = await program.press(key);
    if (Number.isNaN(time)) throw new Error(`${name}: no answer to ${JSON.stringify(key)}`);
    times.push(time);
    sizes.push(bytes);
  }
  // Unlike the time until the bytes come, this is hardly more on a busy machine.
  const work = (program.worked() - before) / keys.length;
  const at = (numbers: readonly number[], part: number): number =>
    [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? 0;
  return [
    ...inScripts(`${name}: key to bytes, median`, at(times, 0.5), floor, 8),
    ...inScripts(`${name}: key to bytes, 99 of 100`, at(times, 0.99), floor, 16),
    ...(Number.isNaN(work)
      ? []
      : [{ name: `${name}: processor time a key`, value: work, unit: 'ms' } as const]),
    {
      name: `${name}: bytes, median`,
      value: at(sizes, 0.5),
      unit: 'B',
      ...(name.includes('cursor') && { limit: 1024 }),
    },
    { name: `${name}: bytes, most`, value: at(sizes, 1), unit: 'B' },
  ];
}

const times = (count: number, ...keys: readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, index) => keys[index % keys.length] ?? '');

/** Position of the cursor, as the status line of a list tells it. */
function position(text: string): number {
  return Number(/([0-9,]+)\/[0-9,]+\s*$/m.exec(text)?.[1]?.replaceAll(',', ''));
}

/**
 * Waits until a program does nothing for three seconds: the index of a new folder has been written, and
 * the folder been compared once more, which it is 2.5 seconds after it was first.
 */
async function rest(program: Program): Promise<void> {
  let before = Number.NEGATIVE_INFINITY;
  while (program.worked() - before > 50) {
    before = program.worked();
    await sleep(3000);
  }
}

/** Builds the program, makes 100,000 posts and presses keys; takes some minutes. */
export async function benchReader(): Promise<readonly Figure[]> {
  spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const folder = temporaryFolder();
  writeCorpus(folder, POSTS);
  const env = freshEnvironment();
  const number = new RegExp(`${POSTS.toLocaleString('en').replace(',', ',?')} posts`);
  const maker = start(['--posts', folder], env);
  await maker.see(number);
  await rest(maker);
  await maker.end();
  const program = start(['--posts', folder], env);
  await program.see(number);
  await rest(program);
  const floor = emptyScript();
  const home = await measure(program, floor, 'home, next category', times(100, 'j'));
  await program.press('g');
  await program.press(ENTER);
  await program.see(/1\/[0-9,]+\s*$/m);
  // Within the first screen: the cursor moves and the list does not.
  const move = await measure(program, floor, 'list, cursor down or up', times(400, 'j', 'j', 'k'));
  const scroll = await measure(program, floor, 'list, cursor down', times(200, 'j'));
  const page = await measure(program, floor, 'list, page down', times(100, ' '));
  const before = position(program.text());
  const { bytes } = await program.press('j'.repeat(30));
  const moved = position(program.text()) - before;
  const chunk: readonly Figure[] = [
    { name: 'list, 30 j in one chunk: rows moved', value: moved, unit: 'rows' },
    { name: 'list, 30 j in one chunk: bytes', value: bytes, unit: 'B' },
  ];
  await program.press('g');
  await program.press(ENTER);
  // An article that fits on the screen does not move.
  while (/100%\s*(?:\S+\s*)?$/m.test(program.text())) await program.press('J');
  const article = await measure(program, floor, 'article, line down or up', times(200, 'j', 'k'));
  await program.end();
  const script: Figure = { name: 'an empty script', value: floor, unit: 'ms' };
  return [script, ...home, ...move, ...scroll, ...page, ...chunk, ...article];
}

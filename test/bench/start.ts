/** What a start of the built program costs, beside an empty script under the same Node. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../helpers/home.ts';
import { writeCorpus } from './corpus.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 25;
/** Rounds before those that count: they fill the caches. */
const WARM = 3;

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

/** Measures starts on newspapers of 1,000 and of 100,000 posts; writing the latter takes a minute. */
export function benchStart(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-bench-'));
  try {
    const cli = join(root, 'dist/cli.js');
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, '');
    const home = join(folder, 'home');
    mkdirSync(home);
    const env = { PATH: process.env.PATH, HOME: home, LANG: 'en_US.UTF-8' };
    const small = join(folder, 'small');
    const large = join(folder, 'large');
    writeCorpus(small, 1000);
    writeCorpus(large, 100_000);
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
        'list -n 50, 100,000 posts': [cli, 'list', '-n', '50', '--posts', large],
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
        }),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

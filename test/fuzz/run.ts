/**
 * `npm run fuzz -- --minutes N`: random cases of every kind, from a seed that is told, until the
 * time is over or one breaks a rule. `--only NAME`, `--seed N` and `--cases N` have one case again.
 */
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../helpers/home.ts';
import { pressRandomKeys } from '../reader/random-keys.ts';
import { runCase, type Target, targets } from './targets.ts';

const MINUTE = 60_000;

/** Keys need whole screens, so that one case is many. */
const keys: Target = {
  name: 'keys',
  cases: 1,
  check: random => pressRandomKeys(random(2 ** 31), 150),
};

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    only: { type: 'string' },
    cases: { type: 'string' },
  },
});

const chosen = [...targets, keys].filter(
  ({ name }) => values.only === undefined || name === values.only,
);
const most = values.cases === undefined ? Number.POSITIVE_INFINITY : Number(values.cases);
const until = performance.now() + Number(values.minutes) * MINUTE;
const first = Number(values.seed);
const done = new Map<string, number>(chosen.map(({ name }) => [name, 0]));

if (chosen.length === 0 || Number.isNaN(until + first + most)) {
  const names = [...targets, keys].map(({ name }) => name).join(', ');
  process.stderr.write(
    `fuzz: numbers for --minutes, --seed and --cases; --only takes one of ${names}\n`,
  );
  process.exit(2);
}
// Keys may write an article to a file.
process.chdir(temporaryFolder());
process.stdout.write(`fuzz: seed ${first}\n`);
let round = 0;
while (performance.now() < until && round < most) {
  for (const target of chosen) {
    // As many of each as in the tests, so that slow kinds do not take all the time.
    const cases = Math.min(Math.max(1, Math.floor(target.cases / 6)), most - round);
    for (let at = 0; at < cases && performance.now() < until; at += 1) {
      const seed = first + (done.get(target.name) ?? 0);
      try {
        await runCase(target, seed);
      } catch (error) {
        console.error(error);
        process.exit(1);
      }
      done.set(target.name, seed - first + 1);
    }
  }
  round += 1;
}
process.stdout.write(
  `fuzz: clean; ${Array.from(done, ([name, count]) => `${count} ${name}`).join(', ')}\n`,
);
process.exit(0);

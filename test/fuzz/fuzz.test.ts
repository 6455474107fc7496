import { test } from 'node:test';
import { runCase, targets } from './targets.ts';

const SEED = 20_220_311;

for (const target of targets) {
  test(`${target.name}: ${target.cases} random cases break no rule`, async () => {
    for (let at = 0; at < target.cases; at += 1) await runCase(target, SEED + at);
  });
}

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { buildSync } from 'esbuild';
import { type Marks, openMarks } from '../../source/marks/open-marks.ts';
import { randomFrom } from '../bench/corpus.ts';
import { root, temporaryFolder } from '../helpers/home.ts';

const ROUNDS = 50;
const WRITERS = ['one by one', 'many at once', 'back and forth'] as const;

/**
 * Marks 200 times, if nobody ends it; says on a line of its own what each acknowledged action made of which posts,
 * and null before one that changes what it has said.
 */
const writer = `
  import { writeSync } from 'node:fs';
  import { openMarks } from './source/marks/open-marks.ts';
  const [folder, name, how] = process.argv.slice(2);
  const marks = openMarks(folder);
  const say = (on, paths) => writeSync(1, JSON.stringify([on, paths]) + '\\n');
  for (let n = 0; n < 200; n += 1) {
    if (how === 'many at once') {
      const paths = Array.from({ length: 9 }, (_, index) => name + '-' + n + '-' + index);
      if (marks.markMany('read', paths).saved) say(true, paths);
      continue;
    }
    const path = name + '-' + n;
    if (marks.mark('read', path).saved) say(true, [path]);
    if (how === 'one by one' || n % 3 > 0) continue;
    // A kill from here on may come before or after the mark.
    say(null, [path]);
    if (marks.mark('unread', path).saved) say(false, [path]);
  }
`;

type Said = readonly [boolean | null, readonly string[]];

/** Every whole line a writer said until it was killed, soon after `enough` of them. */
async function saidUntilKilled(child: ChildProcess, enough: number): Promise<readonly Said[]> {
  assert.ok(child.stdout);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === enough) child.kill('SIGKILL');
  }
  return lines.flatMap(line => {
    try {
      return [JSON.parse(line) as Said];
    } catch {
      // The kill cut it off: nobody has read it as an acknowledgement.
      return [];
    }
  });
}

test('in 50 rounds of three writers killed at any moment no acknowledged mark is lost', async () => {
  const folder = join(temporaryFolder(), 'marks');
  // One file of plain JavaScript: 150 processes that each take the types out would take minutes.
  const program = join(temporaryFolder(), 'writer.mjs');
  buildSync({
    stdin: { contents: writer, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
  const random = randomFrom(5);
  const watching = openMarks(folder);
  const wanted = new Map<string, boolean | null>();
  const lostBy = (marks: Marks) =>
    [...wanted].filter(([path, on]) => on !== null && marks.isRead(path) !== on);
  for (let round = 0; round < ROUNDS; round += 1) {
    const rounds = WRITERS.map((how, index) => {
      const args = [program, folder, `${round}-${index}`, how];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      return saidUntilKilled(child, 1 + Math.floor(random() * 40));
    });
    for (const said of await Promise.all(rounds)) {
      for (const [on, paths] of said) for (const path of paths) wanted.set(path, on);
    }
    watching.refresh();
    assert.deepEqual(lostBy(watching), [], `round ${round}`);
  }
  const later = openMarks(folder);
  assert.ok(wanted.size > ROUNDS * WRITERS.length, `${wanted.size} posts`);
  assert.deepEqual(lostBy(later), []);
});

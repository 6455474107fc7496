import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { openMarks } from '../../source/marks/open-marks.ts';

const module = new URL('../../source/marks/open-marks.ts', import.meta.url).href;

/** Marks posts `name-0`, `name-1`, … and says the number of each one that is acknowledged. */
const writer = `
  import { writeSync } from 'node:fs';
  import { openMarks } from ${JSON.stringify(module)};
  const [folder, name, count] = process.argv.slice(1);
  const marks = openMarks(folder);
  for (let n = 0; n < Number(count); n++) {
    if (marks.mark('read', name + '-' + n).saved) writeSync(1, n + '\\n');
  }
`;

function startWriter(folder: string, name: string, count: number): ChildProcess {
  const args = ['--input-type=module', '-e', writer, folder, name, String(count)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The numbers acknowledged until the writer ends, which is killed after `killAfter` of them. */
async function acknowledged(child: ChildProcess, killAfter: number): Promise<readonly number[]> {
  assert.ok(child.stdout);
  const numbers: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // A number may be cut off by the kill: only what the next line follows is certain to be whole.
    numbers.push(Number(line));
    if (numbers.length === killAfter) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode === 'SIGKILL' ? numbers.slice(0, -1) : numbers;
}

test('several writers at once, killed at any moment, lose no acknowledged mark', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-writers-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const plans = [
    { name: 'a', killAfter: 300 },
    { name: 'b', killAfter: 700 },
    { name: 'c', killAfter: Number.POSITIVE_INFINITY },
  ];
  const acks = await Promise.all(
    plans.map(({ name, killAfter }) => acknowledged(startWriter(folder, name, 2000), killAfter)),
  );
  const marks = openMarks(folder);
  for (const [index, { name }] of plans.entries()) {
    const numbers = acks[index] ?? [];
    assert.ok(numbers.length >= 299, `${name} wrote ${numbers.length}`);
    const lost = numbers.filter(n => !marks.isRead(`${name}-${n}`));
    assert.deepEqual(lost, [], `writer ${name}`);
  }
  assert.equal(acks[2]?.length, 2000);
});

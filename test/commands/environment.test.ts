import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryFolder } from '../helpers/home.ts';

const site = join(root, 'posts');
const program = join(temporaryFolder(), 'kanbao');
writeFileSync(
  program,
  `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.js')}' "$@"\n`,
);
chmodSync(program, 0o755);

/** Runs shell code in `posts/` with nothing in the environment but what is given. */
function shell(code: string, env: Readonly<Record<string, string>> = {}) {
  const command = code.replaceAll('kanbao', `'${program}'`);
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], {
    cwd: site,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const FIRST = "list -n 1 --format '{id}'";
const expected = '2022-03-31-19204408\n';

test('an empty environment, as cron nearly gives, is enough', () => {
  assert.deepEqual(shell(`kanbao ${FIRST}`), { status: 0, out: expected, err: '' });
});

test('any of the three standard streams may be closed', () => {
  const home = { HOME: temporaryFolder() };
  assert.deepEqual(shell(`kanbao ${FIRST} <&- 2>&-`, home), { status: 0, out: expected, err: '' });
  assert.equal(shell(`kanbao ${FIRST} >&-`, home).status, 0);
  assert.equal(shell('kanbao cat - <&-', home).status, 1);
  assert.equal(shell('kanbao list --no-such-option 2>&-', home).status, 2);
});

test('in the C locale and on a dumb terminal the same bytes come out', () => {
  const home = temporaryFolder();
  const plain = shell('kanbao cat latest', { HOME: home, LANG: 'en_US.UTF-8' });
  const other = shell('kanbao cat latest', { HOME: home, LC_ALL: 'C', TERM: 'dumb' });
  assert.deepEqual(other, plain);
});

test('a home in which nothing can be kept is lived with, and only saving marks fails', () => {
  const folder = temporaryFolder();
  // Not even root can make a folder below a file.
  writeFileSync(join(folder, 'file'), '');
  const home = join(folder, 'file/home');
  assert.deepEqual(shell(`kanbao ${FIRST}`, { HOME: home }), {
    status: 0,
    out: expected,
    err: '',
  });
  const { status, err } = shell('kanbao mark read latest', { HOME: home });
  assert.equal(status, 2);
  assert.match(err, /^kanbao: mark not saved: /);
});

test('under script a dumb terminal gets lines without styles, another one styles', {
  skip: existsSync('/usr/bin/script') ? false : 'no script(1) here',
}, () => {
  const under = (term: string) =>
    shell(`/usr/bin/script -qec "kanbao list -n 1" /dev/null < /dev/null`, {
      HOME: temporaryFolder(),
      TERM: term,
    });
  const dumb = under('dumb');
  assert.equal(dumb.status, 0);
  assert.doesNotMatch(dumb.out, /\u001b/);
  assert.match(under('xterm').out, /\u001b\[2m2022-03-31\u001b\[m/);
});

test('of a list cut short by its reader nothing is heard, on either stream', () => {
  const home = { HOME: temporaryFolder() };
  for (const code of ['kanbao list --jsonl | head -n 1', 'kanbao cat latest | true']) {
    const { status, err } = shell(`set -e; ${code}`, home);
    assert.deepEqual([status, err], [0, ''], code);
  }
});

test('every post is printed through list, jq and xargs', {
  skip: spawnSync('jq', ['--version']).status === 0 ? false : 'no jq here',
}, () => {
  const home = { HOME: temporaryFolder(), PATH: process.env.PATH ?? '' };
  const all = "kanbao list --json | jq -r '.[].path'";
  const count = Number(shell(`${all} | wc -l`, home).out);
  const { out, err } = shell(`${all} | xargs -d '\\n' kanbao cat -0`, home);
  assert.equal(err, '');
  assert.equal(out.split('\0').length - 1, count);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';

const cli = join(root, 'dist/cli.js');

/** A site of a few plain posts. */
function site(): string {
  const folder = join(temporaryFolder(), 'site');
  mkdirSync(join(folder, '_posts'), { recursive: true });
  writeFileSync(join(folder, '_config.yml'), 'title: faults\n');
  for (let day = 1; day <= 9; day += 1) {
    writeFileSync(
      join(folder, `_posts/2022-03-0${day}-post.md`),
      `---\ntitle: Post ${day}\ncategories: c\n---\nWords of post ${day}.\n`,
    );
  }
  return folder;
}

/** Runs a line of shell with `$KANBAO` the program; its messages are the program's own, one a line. */
function shell(line: string, env: Readonly<Record<string, string>> = {}) {
  const kanbao = `"${process.execPath}" "${cli}"`;
  const { status, stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', line.replaceAll('$KANBAO', kanbao)],
    {
      env: freshEnvironment(env),
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  assert.doesNotMatch(stderr, /^\s+at |(?:Type|Range)Error|node:internal/m, line);
  return { status, stdout, stderr };
}

const mem = '/proc/self/mem';

test('a file that cannot be read for an input or output error is listed with its fault and named', {
  skip: existsSync(mem) ? false : `left out: there is no ${mem} here`,
}, () => {
  const folder = site();
  const bad = join(folder, '_posts/2022-03-20-bad.md');
  symlinkSync(mem, bad);
  const list = shell(`$KANBAO list --posts '${folder}' --json`);
  assert.equal(list.status, 0);
  const posts: readonly { readonly path: string; readonly faults: readonly unknown[] }[] =
    JSON.parse(list.stdout);
  assert.equal(posts.length, 10);
  assert.equal(posts.find(({ path }) => path.endsWith('bad.md'))?.faults.length, 1);
  const cat = shell(`$KANBAO cat '${bad}'`);
  assert.equal(cat.status, 2);
  assert.match(cat.stderr, /^kanbao: cannot read .*2022-03-20-bad\.md: .+\n$/);
  const both = shell(`$KANBAO cat '${bad}' '${join(folder, '_posts/2022-03-01-post.md')}'`);
  assert.equal(both.status, 2);
  assert.match(both.stdout, /Words of post 1/);
  const search = shell(`$KANBAO search --posts '${folder}' words`);
  assert.equal(search.status, 0);
  assert.equal(search.stdout.match(/Post \d/g)?.length, 9);
  const check = shell(`$KANBAO check --posts '${folder}'`);
  assert.equal(check.status, 1);
  assert.match(check.stdout, /2022-03-20-bad\.md:\d+: /);
});

test('when no file can be opened any more the program says what it cannot read, and throws nothing', () => {
  const folder = site();
  const hog = join(temporaryFolder(), 'hog.mjs');
  writeFileSync(
    hog,
    `import { openSync } from 'node:fs';
    const hog = () => { try { for (;;) openSync('/dev/null'); } catch {} };
    setTimeout(hog, Number(process.env.HOG_AFTER));\n`,
  );
  let told = 0;
  for (const command of ['list', 'search words', 'check', 'cat latest']) {
    for (const moment of ['0', '30', '90']) {
      const env = { NODE_OPTIONS: `--import=${hog}`, HOG_AFTER: moment };
      const { status, stderr } = shell(`ulimit -n 60; $KANBAO ${command} --posts '${folder}'`, env);
      const what = `${command}, files gone after ${moment} ms: ${status} ${stderr}`;
      assert.ok(status === 0 || status === 1 || status === 2, what);
      assert.match(stderr, /^(?:kanbao: .*\n)*$/, what);
      if (stderr.includes('too many open files')) told += 1;
    }
  }
  assert.ok(told > 0, 'no moment met the fault');
});

test('a folder named like a post, a FIFO and a dangling link are told and hold nothing up', () => {
  const folder = site();
  mkdirSync(join(folder, '_posts/2022-03-21-folder.md'));
  symlinkSync('nowhere', join(folder, '_posts/2022-03-22-dangling.md'));
  symlinkSync('.', join(folder, '_posts/loop'));
  assert.equal(spawnSync('mkfifo', [join(folder, '_posts/2022-03-23-fifo.md')]).status, 0);
  for (const command of ['list', 'search words', 'categories']) {
    assert.equal(shell(`$KANBAO ${command} --posts '${folder}'`).status, 0, command);
  }
  for (const name of ['2022-03-21-folder.md', '2022-03-22-dangling.md', '2022-03-23-fifo.md']) {
    const { status, stderr } = shell(`$KANBAO cat '${join(folder, '_posts', name)}'`);
    assert.ok(status === 1 || status === 2, `${name}: ${status}`);
    assert.ok(stderr.includes(name), stderr);
  }
});

test('a closed pipe ends every command quietly with 0', () => {
  const folder = site();
  const many = Array.from(
    { length: 400 },
    () => `'${join(folder, '_posts/2022-03-01-post.md')}'`,
  ).join(' ');
  for (const command of [
    `cat ${many}`,
    `cat --json ${many}`,
    'list',
    'categories',
    'search words',
    'completion bash',
  ]) {
    const line = `{ $KANBAO ${command} --posts '${folder}'; echo "ended $?" >&2; } | :`;
    assert.equal(shell(line).stderr, 'ended 0\n', command);
  }
});

/** A file system of 64 KB, full but for nothing; undefined where none can be mounted. */
function fullDisk(): string | undefined {
  const folder = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0)
    return undefined;
  after(() => spawnSync('umount', ['-l', folder]));
  mkdirSync(join(folder, 'state'));
  spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=1k', 'count=100']);
  return folder;
}

const full = process.platform === 'linux' ? fullDisk() : undefined;

test('on a full disk reading goes on, and what could not be kept is told', {
  skip: full === undefined && 'left out: no small file system can be mounted here',
}, () => {
  const folder = site();
  const env = {
    XDG_STATE_HOME: join(full ?? '', 'state'),
    XDG_CACHE_HOME: join(full ?? '', 'cache'),
  };
  for (const command of ['list', 'search words', 'categories', 'cat latest']) {
    const { status, stderr } = shell(`$KANBAO ${command} --posts '${folder}'`, env);
    assert.deepEqual([status, stderr], [0, ''], command);
  }
  const mark = shell(`$KANBAO mark star latest --posts '${folder}'`, env);
  assert.equal(mark.status, 2);
  assert.match(mark.stderr, /^kanbao: .*no space left/);
});

test('nothing of the site is changed by any command', () => {
  const folder = site();
  const before = join(temporaryFolder(), 'copy');
  cpSync(folder, before, { recursive: true });
  for (const command of [
    'list',
    'cat latest',
    'search words',
    'check',
    'categories',
    'links latest',
    'mark star latest',
  ]) {
    shell(`$KANBAO ${command} --posts '${folder}'`);
  }
  const names = (of: string) => readdirSync(of, { recursive: true }).map(String).sort();
  assert.deepEqual(names(folder), names(before));
  for (const name of names(folder).filter(name => /\.\w+$/.test(name))) {
    assert.deepEqual(readFileSync(join(folder, name)), readFileSync(join(before, name)), name);
  }
});

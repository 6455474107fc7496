import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostLog } from '../../source/marks/host-log.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import { temporaryFolder } from '../helpers/home.ts';

const A = '_posts/a.md';
const B = '_posts/b.md';

function folder(): string {
  const at = join(temporaryFolder(), 'marks');
  mkdirSync(at);
  return at;
}

test('when the clock goes back, the mark made last still counts, whoever made it', t => {
  const at = folder();
  const here = openMarks(at);
  const there = openMarks(at);
  t.mock.timers.enable({ apis: ['Date'], now: 2_000_000_000_000 });
  there.mark('read', A);
  t.mock.timers.setTime(1_000_000_000_000);
  here.mark('unread', A);
  assert.equal(openMarks(at).isRead(A), false);
  assert.deepEqual(here.undo().marks, [{ kind: 'read', path: A }]);
  assert.equal(openMarks(at).isRead(A), true);
});

test('one post whose clock ran ahead puts no other post’s marks ahead', t => {
  const at = folder();
  writeFileSync(join(at, 'other.log'), `2000000000000\t${A}\tread\n`);
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000_000_000 });
  openMarks(at).markMany('unread', [A, B]);
  const times = readFileSync(hostLog(at), 'utf8').match(/^[0-9]+/gm);
  assert.deepEqual(times, ['2000000000001', '1000000000000']);
});

test('a log rewritten in place by a merge is read again, not from the middle of a line', () => {
  const at = folder();
  const marks = openMarks(at);
  marks.mark('read', A);
  const own = readFileSync(hostLog(at), 'utf8');
  const { ino } = statSync(hostLog(at));
  writeFileSync(hostLog(at), `1000\t${B}\tstar\n${own}`);
  assert.equal(statSync(hostLog(at)).ino, ino);
  assert.equal(marks.refresh(), true);
  assert.equal(marks.isStarred(B), true);
});

test('logs that git merged by union lose no mark of either side', t => {
  const git = (cwd: string, ...args: readonly string[]) => {
    const names = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
    const ended = spawnSync('git', [...names, ...args], { cwd, encoding: 'utf8' });
    assert.equal(ended.status, 0, ended.stderr);
  };
  if (spawnSync('git', ['--version']).error !== undefined) {
    t.skip('left out: there is no git here');
    return;
  }
  const root = temporaryFolder();
  const ours = join(root, 'ours');
  mkdirSync(ours);
  git(ours, 'init', '-q', '-b', 'main');
  writeFileSync(join(ours, '.gitattributes'), '*.log merge=union\n');
  openMarks(ours).mark('read', A);
  git(ours, 'add', '.');
  git(ours, 'commit', '-qm', 'marks');
  git(root, 'clone', '-q', 'ours', 'theirs');
  const theirs = join(root, 'theirs');
  const live = openMarks(ours);
  live.markMany('read', ['o1', 'o2', 'o3']);
  git(ours, 'commit', '-qam', 'ours');
  openMarks(theirs).markMany('star', ['t1', 't2', 't3']);
  openMarks(theirs).mark('unread', A);
  git(theirs, 'commit', '-qam', 'theirs');
  git(ours, 'pull', '-q', '--no-rebase', '--no-edit', '../theirs', 'main');
  assert.equal(live.refresh(), true);
  for (const marks of [live, openMarks(ours)]) {
    assert.deepEqual(['o1', 'o2', 'o3', A].map(marks.isRead), [true, true, true, false]);
    assert.deepEqual(['t1', 't2', 't3'].map(marks.isStarred), [true, true, true]);
  }
  live.mark('read', B);
  assert.equal(openMarks(ours).isRead(B), true);
});

test('marks that found no room are saved with the next one that does', () => {
  const at = folder();
  rmSync(at, { recursive: true });
  writeFileSync(at, 'in the way');
  const marks = openMarks(at);
  assert.equal(marks.mark('read', A).saved, false);
  assert.equal(marks.markMany('star', [A, B]).saved, false);
  rmSync(at);
  assert.equal(openMarks(at).isRead(A), false);
  assert.equal(marks.mark('read', B).saved, true);
  const later = openMarks(at);
  assert.deepEqual([A, B].map(later.isRead), [true, true]);
  assert.deepEqual([A, B].map(later.isStarred), [true, true]);
});

const mounts = existsSync('/proc/mounts') && process.geteuid?.() === 0;
const small = { skip: !mounts && 'left out: only root can mount a small disk' };

test(
  'on a disk that fills up every acknowledged mark is there, and goes on when there is room',
  small,
  t => {
    const at = temporaryFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'kanbao-test', at]);
    if (mounted.status !== 0) {
      t.skip('left out: no small disk can be mounted here');
      return;
    }
    try {
      const stuffing = join(at, 'stuffing');
      writeFileSync(stuffing, Buffer.alloc(4096));
      const marks = openMarks(at);
      const saved: string[] = [];
      let full = 0;
      for (let n = 0; n < 400; n++) {
        const path = `_posts/${n}-${'x'.repeat(60)}.md`;
        const marked = marks.mark('read', path);
        if (marked.saved) saved.push(path);
        else {
          full += 1;
          assert.match(marked.message, /no space left/);
        }
      }
      assert.ok(full > 0, 'the disk filled up');
      assert.ok(saved.length > 0);
      assert.deepEqual(
        saved.filter(path => !openMarks(at).isRead(path)),
        [],
      );
      assert.equal(marks.isRead(`_posts/399-${'x'.repeat(60)}.md`), true);
      spawnSync('mount', ['-o', 'remount,size=256k', at]);
      assert.deepEqual(marks.mark('read', 'last'), { saved: true });
      const later = openMarks(at);
      assert.deepEqual(
        Array.from({ length: 400 }, (_, n) => `_posts/${n}-${'x'.repeat(60)}.md`).filter(
          path => !later.isRead(path),
        ),
        [],
      );
    } finally {
      spawnSync('umount', [at]);
    }
  },
);

test('what is called a log and is none is passed over', t => {
  const at = folder();
  mkdirSync(join(at, 'folder.log'));
  const fifo = spawnSync('mkfifo', [join(at, 'fifo.log')]);
  if (fifo.error !== undefined) t.diagnostic('without a FIFO: there is no mkfifo here');
  writeFileSync(join(at, 'good.log'), `1000\t${A}\tread\n`);
  const marks = openMarks(at);
  assert.equal(marks.isRead(A), true);
  assert.equal(marks.mark('read', B).saved, true);
});

test('a line of many megabytes is damage, and the marks after it count', () => {
  const at = folder();
  const log = hostLog(at);
  writeFileSync(log, `1000\t${A}\tread\n`);
  appendFileSync(log, Buffer.alloc(20_000_000, 'x'));
  appendFileSync(log, `\n1000\t${B}\tread\n`);
  const marks = openMarks(at);
  assert.deepEqual([A, B].map(marks.isRead), [true, true]);
});

test('a log cut short by a restored backup is read anew and appended to', () => {
  const at = folder();
  const marks = openMarks(at);
  marks.mark('read', A);
  copyFileSync(hostLog(at), join(at, 'backup'));
  marks.mark('read', B);
  copyFileSync(join(at, 'backup'), hostLog(at));
  marks.refresh();
  assert.equal(marks.mark('star', A).saved, true);
  const later = openMarks(at);
  assert.deepEqual([later.isRead(A), later.isStarred(A)], [true, true]);
});

test('a copy that follows sees what another marks without being asked to look', async () => {
  const at = folder();
  const here = openMarks(at);
  const stop = here.follow();
  const changed = new Promise<void>(resolve => {
    here.subscribe(resolve);
  });
  openMarks(at).mark('star', A);
  // The watch keeps no program alive.
  const alive = setInterval(() => undefined, 1000);
  await Promise.race([changed, sleep(10_000)]);
  clearInterval(alive);
  stop();
  assert.equal(here.isStarred(A), true);
});

import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { hostLog } from '../../source/marks/host-log.ts';
import { openMarks } from '../../source/marks/open-marks.ts';

const POST = '_posts/2022-03-11-a.md';

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'kanbao-marks-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return join(made, 'state', 'marks');
}

test('a mark holds at once, and in the next process too', t => {
  const at = folder(t);
  const marks = openMarks(at);
  assert.equal(marks.isRead(POST), false);
  assert.deepEqual(marks.mark('read', POST), { saved: true });
  assert.deepEqual(marks.mark('star', POST), { saved: true });
  assert.equal(marks.isRead(POST), true);
  const later = openMarks(at);
  assert.equal(later.isRead(POST), true);
  assert.equal(later.isStarred(POST), true);
  assert.equal(later.isRead('_posts/other.md'), false);
});

test('the last of several marks counts, also within one millisecond', t => {
  const at = folder(t);
  const marks = openMarks(at);
  for (const kind of ['read', 'unread', 'read', 'unread', 'read'] as const) marks.mark(kind, POST);
  assert.equal(openMarks(at).isRead(POST), true);
  marks.mark('unread', POST);
  assert.equal(openMarks(at).isRead(POST), false);
});

test('read and starred are marks of their own', t => {
  const at = folder(t);
  const marks = openMarks(at);
  marks.mark('star', POST);
  marks.mark('unread', POST);
  assert.equal(openMarks(at).isStarred(POST), true);
  assert.equal(openMarks(at).isRead(POST), false);
});

test('the logs of all hosts count, the latest time first', t => {
  const at = folder(t);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'a-host.log'), `2000\t${POST}\tread\n1000\t_posts/b.md\tstar\n`);
  writeFileSync(join(at, 'z-host.log'), `1000\t${POST}\tunread\n`);
  const marks = openMarks(at);
  assert.equal(marks.isRead(POST), true);
  assert.equal(marks.isStarred('_posts/b.md'), true);
});

test('a mark made now wins over one of a clock that ran ahead', t => {
  const at = folder(t);
  mkdirSync(at, { recursive: true });
  const ahead = Date.now() + 86_400_000;
  writeFileSync(join(at, 'other.log'), `${ahead}\t${POST}\tread\n`);
  const marks = openMarks(at);
  marks.mark('unread', POST);
  assert.equal(marks.isRead(POST), false);
  assert.equal(openMarks(at).isRead(POST), false);
});

test('damaged lines are skipped and every other mark is kept', t => {
  const at = folder(t);
  mkdirSync(at, { recursive: true });
  const damaged = Buffer.concat([
    Buffer.from(`1000\t${POST}\tread\n<<<<<<< ours\n\0\0\0\n`),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('=======\n2000\t_posts/b.md\tstar\r\n3000\t_posts/c'),
  ]);
  writeFileSync(hostLog(at), damaged);
  const marks = openMarks(at);
  assert.equal(marks.isRead(POST), true);
  assert.equal(marks.isStarred('_posts/b.md'), true);
  assert.deepEqual(marks.mark('read', '_posts/d.md'), { saved: true });
  const again = openMarks(at);
  assert.equal(
    again.isRead('_posts/d.md'),
    true,
    'the mark after an unfinished line has a line of its own',
  );
  assert.equal(again.isRead('_posts/c'), false);
  assert.ok(
    readFileSync(hostLog(at)).subarray(0, damaged.length).equals(damaged),
    'nothing is rewritten',
  );
});

test('marks of another process are seen by refresh, and listeners are told of changes only', t => {
  const at = folder(t);
  const here = openMarks(at);
  const there = openMarks(at);
  let told = 0;
  const stop = here.subscribe(() => {
    told += 1;
  });
  assert.equal(here.refresh(), false);
  there.mark('read', POST);
  assert.equal(here.isRead(POST), false);
  assert.equal(here.refresh(), true);
  assert.equal(here.isRead(POST), true);
  assert.equal(here.refresh(), false);
  assert.equal(told, 1);
  here.mark('star', POST);
  assert.equal(told, 2);
  assert.equal(here.refresh(), false, 'its own marks are no news');
  stop();
  there.mark('unread', POST);
  assert.equal(here.refresh(), true);
  assert.equal(told, 2);
});

test('a line still being written is taken in when it is whole', t => {
  const at = folder(t);
  const marks = openMarks(at);
  mkdirSync(at, { recursive: true });
  const log = join(at, 'other.log');
  writeFileSync(log, `1000\t${POST}\tre`);
  assert.equal(marks.refresh(), false);
  appendFileSync(log, 'ad\n');
  assert.equal(marks.refresh(), true);
  assert.equal(marks.isRead(POST), true);
});

test('a log that was replaced by a merged one is read again', t => {
  const at = folder(t);
  const marks = openMarks(at);
  marks.mark('read', POST);
  const own = readFileSync(hostLog(at), 'utf8');
  rmSync(hostLog(at));
  writeFileSync(hostLog(at), `1000\t_posts/b.md\tread\n${own}`);
  assert.equal(marks.refresh(), true);
  assert.equal(marks.isRead('_posts/b.md'), true);
  assert.equal(marks.isRead(POST), true);
});

test('where nothing can be written a mark holds for now and says that it is not saved', t => {
  const at = folder(t);
  mkdirSync(join(at, '..'), { recursive: true });
  writeFileSync(at, 'a file where the folder should be');
  const marks = openMarks(at);
  const marked = marks.mark('read', POST);
  assert.ok(!marked.saved);
  assert.match(marked.message, /^mark not saved: .+\(.+marks.+\.log\)$/);
  assert.equal(marks.isRead(POST), true);
});

test('a full disk is told and throws nothing', {
  skip: !readdirSync('/dev').includes('full') && 'no /dev/full here',
}, t => {
  const at = folder(t);
  mkdirSync(at, { recursive: true });
  symlinkSync('/dev/full', hostLog(at));
  const marked = openMarks(at).mark('read', POST);
  assert.deepEqual(marked.saved, false);
  assert.match(marked.saved ? '' : marked.message, /no space left/);
});

test('where no folder can be made, a mark says so and holds all the same', {
  skip: !existsSync('/proc/self/fd') && 'no /proc here',
}, () => {
  const marks = openMarks('/proc/self/state/kanbao/marks');
  const marked = marks.mark('read', POST);
  assert.ok(!marked.saved);
  assert.match(
    marked.message,
    /^mark not saved: .* \(\/proc\/self\/state\/kanbao\/marks\/.*\.log\)$/,
  );
  assert.equal(marks.isRead(POST), true);
});

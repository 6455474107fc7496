import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostLog } from '../../source/marks/host-log.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import { temporaryFolder } from '../helpers/home.ts';

const A = '_posts/a.md';
const B = '_posts/b.md';
const C = '_posts/c.md';

function folder(): string {
  return join(temporaryFolder(), 'marks');
}

test('undo takes back one action after the other, the last one first, and then says there is none', () => {
  const marks = openMarks(folder());
  marks.mark('read', A);
  marks.mark('star', A);
  marks.mark('unread', A);
  assert.deepEqual(marks.undo(), { marks: [{ kind: 'read', path: A }], marked: { saved: true } });
  assert.equal(marks.isRead(A), true);
  assert.deepEqual(marks.undo().marks, [{ kind: 'unstar', path: A }]);
  assert.equal(marks.isStarred(A), false);
  assert.equal(marks.isRead(A), true);
  assert.deepEqual(marks.undo().marks, [{ kind: 'unread', path: A }]);
  assert.equal(marks.isRead(A), false);
  assert.deepEqual(marks.undo(), { marks: [], marked: { saved: true } });
});

test('undo works after a restart, and what was undone before it stays undone', () => {
  const at = folder();
  const first = openMarks(at);
  for (const path of [A, B, C]) first.mark('read', path);
  first.undo();
  const second = openMarks(at);
  assert.deepEqual(second.undo().marks, [{ kind: 'unread', path: B }]);
  const third = openMarks(at);
  assert.deepEqual([A, B, C].map(third.isRead), [true, false, false]);
  assert.deepEqual(third.undo().marks, [{ kind: 'unread', path: A }]);
  assert.deepEqual(third.undo().marks, []);
});

test('undo is a line that another copy sees, and it may undo what that copy did', () => {
  const at = folder();
  const here = openMarks(at);
  const there = openMarks(at);
  here.mark('read', A);
  there.mark('star', B);
  assert.deepEqual(here.undo().marks, [{ kind: 'unstar', path: B }]);
  assert.equal(there.refresh(), true);
  assert.equal(there.isStarred(B), false);
  assert.match(readFileSync(hostLog(at), 'utf8'), /\t_posts\/b\.md\tundo-unstar\n$/);
});

test('marks of one action are taken back together, those alone that it changed', () => {
  const at = folder();
  const marks = openMarks(at);
  marks.mark('read', B);
  let told = 0;
  marks.subscribe(() => {
    told += 1;
  });
  assert.deepEqual(marks.markMany('read', [A, B, C, A]), { saved: true });
  assert.equal(told, 1);
  assert.deepEqual([A, B, C].map(marks.isRead), [true, true, true]);
  const later = openMarks(at);
  assert.equal(later.undo().marks.length, 3);
  assert.deepEqual([A, B, C].map(later.isRead), [false, true, false]);
  assert.deepEqual(later.undo().marks, [{ kind: 'unread', path: B }]);
});

test('an undo that was cut off in the middle goes on where it stopped', () => {
  const at = folder();
  openMarks(at).markMany('read', [A, B]);
  const [first = ''] = readFileSync(hostLog(at), 'utf8').split('\n');
  const time = Number(first.split('\t')[0]) + 1;
  appendFileSync(hostLog(at), `${time}\t${A}\tundo-unread\n${time}\t${B}\tundo-unr`);
  const marks = openMarks(at);
  assert.deepEqual([A, B].map(marks.isRead), [false, true]);
  assert.deepEqual(marks.undo().marks, [{ kind: 'unread', path: B }]);
  assert.deepEqual([A, B].map(openMarks(at).isRead), [false, false]);
});

test('undo gives back what another host had said before', () => {
  const at = folder();
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'other.log'), `1000\t${A}\tread\n1000\t${B}\tread\n`);
  const marks = openMarks(at);
  marks.mark('read', A);
  marks.mark('unread', B);
  assert.deepEqual(marks.undo().marks, [{ kind: 'read', path: B }]);
  assert.deepEqual(marks.undo().marks, [{ kind: 'read', path: A }]);
  assert.deepEqual([A, B].map(openMarks(at).isRead), [true, true]);
});

test('marks of other hosts are not this host’s to take back', () => {
  const at = folder();
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'other.log'), `1000\t${A}\tread\n`);
  assert.deepEqual(openMarks(at).undo().marks, []);
});

test('marks that could not be saved are taken back like others', () => {
  const at = folder();
  mkdirSync(join(at, '..'), { recursive: true });
  writeFileSync(at, 'a file where the folder should be');
  const marks = openMarks(at);
  marks.mark('read', A);
  marks.markMany('star', [A, B]);
  const undone = marks.undo();
  assert.equal(undone.marks.length, 2);
  assert.equal(undone.marked.saved, false);
  assert.deepEqual([marks.isRead(A), marks.isStarred(A), marks.isStarred(B)], [true, false, false]);
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostLog } from '../../source/marks/host-log.ts';
import { formatPlaceLine, parsePlaceLine } from '../../source/marks/place-line.ts';
import { openPlaces } from '../../source/marks/reading-places.ts';
import { temporaryFolder } from '../helpers/home.ts';

const A = '_posts/a.md';
const B = '_posts/b.md';

function folder(): string {
  return join(temporaryFolder(), 'state', 'site');
}

test('where reading stopped is known at once, in the next session and in other copies', () => {
  const at = folder();
  const here = openPlaces(at);
  const there = openPlaces(at);
  assert.equal(here.stopped(A), undefined);
  here.keep(A, { offset: 120, length: 900 });
  for (const places of [here, there, openPlaces(at)]) {
    assert.deepEqual(places.stopped(A), { offset: 120, length: 900 });
    assert.equal(places.stopped(B), undefined);
  }
});

test('the last place counts, whoever kept it, also when the clock goes back', t => {
  const at = folder();
  const here = openPlaces(at);
  const there = openPlaces(at);
  t.mock.timers.enable({ apis: ['Date'], now: 2_000_000_000_000 });
  here.keep(A, { offset: 1, length: 9 });
  t.mock.timers.setTime(1_000_000_000_000);
  there.keep(A, { offset: 2, length: 9 });
  assert.equal(here.stopped(A)?.offset, 2);
  assert.equal(openPlaces(at).stopped(A)?.offset, 2);
});

test('the beginning is no place to go back to', () => {
  const at = folder();
  const places = openPlaces(at);
  places.keep(A, { offset: 5, length: 9 });
  places.keep(A, { offset: 0, length: 9 });
  assert.equal(places.stopped(A), undefined);
  assert.equal(openPlaces(at).stopped(A), undefined);
});

test('the same place is written once, and one nobody left not at all', () => {
  const at = folder();
  openPlaces(at).keep(B, { offset: 0, length: 9 });
  assert.equal(existsSync(at), false);
  for (let session = 0; session < 5; session += 1) openPlaces(at).keep(A, { offset: 5, length: 9 });
  assert.equal(readFileSync(hostLog(join(at, 'places')), 'utf8').split('\n').length, 2);
});

test('a line that was cut off anywhere, or is damaged, is passed over', () => {
  const line = { time: 1, path: 'a\tb\n%.md', offset: 12, length: 345 };
  const text = formatPlaceLine(line).trimEnd();
  assert.deepEqual(parsePlaceLine(text), line);
  for (let end = 0; end < text.length; end += 1) {
    assert.equal(parsePlaceLine(text.slice(0, end)), undefined, text.slice(0, end));
  }
  for (const damaged of ['1\ta\t5\t4\t.', '1\ta\t-5\t4\t.', 'x\ta\t1\t4\t.', '1\ta\t1\t4\t.\t.']) {
    assert.equal(parsePlaceLine(damaged), undefined, damaged);
  }
});

test('where nothing can be written a place holds for now and nothing is thrown', () => {
  const at = folder();
  mkdirSync(join(at, '..'), { recursive: true });
  writeFileSync(at, 'a file where the folder should be');
  const places = openPlaces(at);
  places.keep(A, { offset: 5, length: 9 });
  places.keepLast({ screen: 'home', category: null, post: null });
  assert.equal(places.stopped(A)?.offset, 5);
  assert.equal(places.last(), undefined);
});

test('the place a session ended on is there for the next one', () => {
  const at = folder();
  assert.equal(openPlaces(at).last(), undefined);
  const place = { screen: 'article', category: '泉州 晚报', post: A } as const;
  openPlaces(at).keepLast({ screen: 'home', category: null, post: null });
  openPlaces(at).keepLast(place);
  assert.deepEqual(openPlaces(at).last(), place);
  assert.deepEqual(readdirSync(at), ['last-place.json']);
});

test('a damaged last place is none', () => {
  const at = folder();
  mkdirSync(at, { recursive: true });
  const damaged = [
    '',
    '{',
    'null',
    '[]',
    '{"screen":"x","category":null,"post":null}',
    '{"screen":"home"}',
  ];
  for (const text of damaged) {
    writeFileSync(join(at, 'last-place.json'), text);
    assert.equal(openPlaces(at).last(), undefined, text);
  }
});

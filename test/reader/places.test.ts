import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRow } from '../../source/reader/rows/row.ts';
import { currentScreen } from '../../source/reader/screens/current.ts';
import { categoryView } from '../../source/reader/state/place.ts';
import { openArticle, openStore, readyPage, topOf } from './fake-reader.ts';

/** Keys that type a text. */
const typing = (text: string): readonly string[] =>
  Array.from(text, key => (key === ' ' ? 'Space' : key));

test('a filter stays with its list through an article and history, and Esc shows all again', () => {
  const reader = openStore();
  reader.press('j', 'Enter', '&', ...typing('a3'), 'Enter', 'Enter');
  assert.equal(reader.article().post.id, 'a3');
  reader.press('H');
  const list = reader.place();
  assert.ok(list.screen === 'category' && list.view.filter === 'a3');
  assert.equal(reader.store.snapshot().context.posts(list.view).posts.length, 1);
  reader.press('Esc');
  const all = reader.place();
  assert.ok(all.screen === 'category' && all.view.filter === '' && all.list.key === 'a3');
});

test('a filter tells of stars and unread where it is of posts, not of names or keys', () => {
  const reader = openStore();
  const footer = () => plainRow(currentScreen(reader.store.snapshot()).status);
  reader.press('&');
  assert.match(footer(), /^Filter:\s*$/);
  reader.press('Esc', 'Tab', '&');
  assert.match(footer(), /^Filter: .*! unread/);
  reader.press('Esc', 'Tab', 'Enter', '&');
  assert.match(footer(), /^Filter: .*! unread/);
  reader.press('Esc', '?', '&');
  assert.doesNotMatch(footer(), /unread/);
});

test('a cancelled filter leaves the list as it was', () => {
  const reader = openStore();
  reader.press('j', 'Enter', 'j');
  const before = reader.place();
  reader.press('&', ...typing('zzz'), 'Esc');
  assert.deepEqual(reader.place(), before);
});

test('find goes round its places, and Esc ends it before it leaves', () => {
  const reader = openArticle();
  reader.press('/', ...typing('line 5'), 'Enter');
  assert.deepEqual(reader.article().find?.phrases, ['line 5']);
  const first = reader.article().find?.at;
  for (let more = 1; more <= 10; more += 1) reader.press('n');
  assert.notEqual(reader.article().find?.at, first);
  reader.press('n');
  assert.equal(reader.article().find?.at, first);
  assert.match(reader.notice(), /from the top/);
  reader.press('Esc');
  assert.equal(reader.article().find, null);
});

test('where reading stopped is offered on return, and the key goes there', () => {
  const reader = openArticle();
  reader.press('3', '0', 'j');
  const stopped = topOf(reader);
  reader.press('h', 'Enter');
  assert.equal(topOf(reader), 0);
  assert.notEqual(reader.article().offer, null);
  reader.press('.');
  assert.equal(topOf(reader), stopped);
  assert.equal(reader.article().offer, null);
  readyPage(reader);
});

test('a whole list marked read is one action that undo takes back', () => {
  const reader = openStore();
  const unread = () => reader.store.snapshot().context.unread(categoryView('a'));
  reader.press('j', 'Enter', 'M');
  assert.equal(unread(), 0);
  reader.press('U');
  assert.equal(unread(), 5);
});

test('a paste where no text is asked for presses no key', () => {
  const reader = openStore();
  reader.store.dispatch({ type: 'paste', text: 'qQ' });
  assert.equal(reader.ended.length, 0);
  reader.press('j', 'Enter', '&');
  reader.store.dispatch({ type: 'paste', text: 'a\n4' });
  const list = reader.place();
  assert.ok(list.screen === 'category' && list.view.filter === 'a 4');
});

test('a file is replaced only after a yes', async () => {
  const reader = openArticle();
  const settled = () => new Promise(done => setImmediate(done));
  reader.press('w', '^U', ...typing('there.txt'), 'Enter');
  await settled();
  assert.equal(reader.store.snapshot().state.overlay?.kind, 'confirm');
  reader.press('n');
  assert.deepEqual(reader.asked, [['write', 'there.txt', 'a1', false]]);
  reader.press('w', '^U', ...typing('there.txt'), 'Enter');
  await settled();
  reader.press('y');
  await settled();
  assert.deepEqual(reader.asked.at(-1), ['write', 'there.txt', 'a1', true]);
});

test('a click opens the post under it and the wheel scrolls an article', () => {
  const reader = openStore();
  reader.press('j', 'Enter');
  reader.store.dispatch({ type: 'mouse', move: { what: 'click', column: 10, row: 4 } });
  assert.equal(reader.article().post.id, 'a2');
  reader.store.dispatch({ type: 'mouse', move: { what: 'wheel-down', column: 10, row: 4 } });
  assert.equal(topOf(reader), 3);
});

test('words sought before come back above the first hit of a new search', async () => {
  const reader = openStore();
  const words = (): string => {
    const place = reader.place();
    assert.ok(place.screen === 'search');
    return place.entry.text;
  };
  const cursor = (): number => {
    const place = reader.place();
    assert.ok(place.screen === 'search');
    return place.list.cursor;
  };
  const found = () => new Promise(setImmediate);
  reader.press('/', 'Up');
  assert.equal(words(), '');
  reader.press(...typing('Title of'));
  await found();
  reader.press('Enter', '0', '/', ...typing('a3'), 'Esc');
  reader.press('/', 'Up');
  assert.equal(words(), 'a3');
  reader.press('Up');
  assert.equal(words(), 'Title of');
  reader.press('^P');
  assert.equal(words(), 'Title of');
  reader.press('Down');
  assert.equal(words(), 'a3');
  reader.press('Up');
  await found();
  reader.press('^U', ...typing('Title'));
  await found();
  reader.press('Down', 'Down', 'Up');
  assert.deepEqual([words(), cursor()], ['Title', 1]);
  reader.store.dispatch({ type: 'mouse', move: { what: 'wheel-up', column: 5, row: 6 } });
  assert.deepEqual([words(), cursor()], ['Title', 0]);
  reader.press('Up');
  assert.equal(words(), 'a3');
  reader.press('Down');
  assert.equal(words(), 'Title');
  await found();
  reader.press('Down');
  assert.deepEqual([words(), cursor()], ['Title', 1]);
});

test('from words that came back Down goes to their hits', async () => {
  const reader = openStore();
  const found = () => new Promise(setImmediate);
  reader.press('/', ...typing('Title'), 'Esc', '/', 'Up');
  await found();
  reader.press('Down');
  await found();
  const place = reader.place();
  assert.ok(place.screen === 'search' && place.entry.text === 'Title' && place.list.cursor === 1);
});

test('find and a search light what they seek in the title too, and stand on it first', async () => {
  const reader = openArticle();
  const lit = () => {
    const { rows } = currentScreen(reader.store.snapshot());
    return rows
      .flat()
      .flatMap(({ text, look }) =>
        look.inverse === true || look.underline === true ? [text] : [],
      );
  };
  reader.press('/', ...typing('title'), 'Enter');
  assert.equal(topOf(reader), 0);
  assert.deepEqual(lit(), ['Title']);
  reader.press('Esc', '3', '0', 'j', '/', ...typing('a1'), 'Enter');
  assert.deepEqual([topOf(reader), lit()], [0, ['a1']]);
  reader.press('Esc', '/', ...typing('o'), 'Enter', 'n');
  assert.ok((reader.article().find?.at ?? -1) >= 0);
  reader.press('N', '0', '/', ...typing('of'));
  await new Promise(setImmediate);
  reader.press('Enter');
  assert.deepEqual(lit(), ['of']);
});

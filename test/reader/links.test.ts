import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIGIT_MILLISECONDS } from '../../source/reader/store.ts';
import { openArticle, openStore, readyPage, topOf } from './fake-reader.ts';

test('the return link opens its category, standing on the post it came from', () => {
  const reader = openStore();
  reader.press('j', 'Enter', 'Enter', 'G', 'Tab', 'Enter');
  const category = reader.place();
  assert.ok(
    category.screen === 'category' && category.view.name === 'a' && category.list.key === 'a1',
  );
});

test('a link to a post opens it, and J goes on in its list', () => {
  const reader = openArticle();
  reader.press('5', 'Enter');
  assert.equal(reader.article().post.id, 'a3');
  reader.press('J');
  assert.equal(reader.article().post.id, 'a4');
  reader.press('h');
  assert.equal(reader.article().post.id, 'a1');
});

test('a link outside is opened outside and a missing one says that it is missing', () => {
  const reader = openArticle();
  reader.press('4', 'Enter');
  assert.deepEqual(reader.asked, [['browse', 'https://example.org/']]);
  reader.press('6', 'Enter');
  assert.match(reader.notice(), /not in this collection: gone\.html/);
  reader.press('9', 'Tab');
  assert.equal(reader.article().post.id, 'a1');
});

test('an anchor jumps within the article, and h returns to where it stood', () => {
  const reader = openArticle();
  reader.press('j');
  const left = reader.article().position;
  reader.press('1', 'Enter');
  const { page } = readyPage(reader);
  assert.equal(page.lines(topOf(reader), topOf(reader) + 1)[0]?.line.segments[0]?.text, 'line 30');
  reader.press('h');
  assert.deepEqual(reader.article().position, left);
});

test('Tab takes the first link on the screen once the focused one has left it', () => {
  const reader = openArticle();
  reader.press('Tab');
  assert.equal(reader.article().focus, 1);
  reader.press('G', 'Tab');
  assert.equal(reader.article().focus, 2);
  reader.press('S-Tab');
  assert.equal(reader.article().focus, 1);
  reader.press('S-Tab');
  assert.equal(reader.article().focus, 6);
});

test('Enter without a focused link in sight follows nothing', () => {
  const reader = openArticle();
  const before = reader.article();
  reader.press('Enter');
  assert.deepEqual(reader.article(), before);
  assert.match(reader.notice(), /Tab/);
  reader.press('Tab', 'G', 'Enter');
  assert.equal(reader.article().post.id, 'a1');
  assert.match(reader.notice(), /Tab/);
});

test('a lone digit follows its link a moment later, or at once with Enter', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const reader = openArticle();
  reader.press('5');
  t.mock.timers.tick(DIGIT_MILLISECONDS - 1);
  assert.equal(reader.article().post.id, 'a1');
  assert.equal(reader.store.snapshot().state.pending, '5');
  t.mock.timers.tick(1);
  assert.equal(reader.article().post.id, 'a3');
  assert.equal(reader.store.snapshot().state.pending, '');
  reader.press('h', '5', 'Enter');
  assert.equal(reader.article().post.id, 'a3');
});

test('a digit and then a motion is a count, however the keys arrive', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const reader = openArticle();
  reader.press('5');
  t.mock.timers.tick(DIGIT_MILLISECONDS - 100);
  reader.press('j');
  t.mock.timers.tick(10 * DIGIT_MILLISECONDS);
  assert.deepEqual([reader.article().post.id, topOf(reader)], ['a1', 5]);
  reader.store.press(['5', 'j']);
  assert.equal(topOf(reader), 10);
  reader.press('1', '2');
  t.mock.timers.tick(10 * DIGIT_MILLISECONDS);
  assert.equal(reader.store.snapshot().state.pending, '12');
  reader.press('j');
  assert.equal(topOf(reader), 22);
});

test('a digit whose link there is not waits for a key', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const reader = openArticle();
  reader.press('9');
  t.mock.timers.tick(10 * DIGIT_MILLISECONDS);
  assert.equal(reader.store.snapshot().state.pending, '9');
  reader.press('Enter');
  assert.match(reader.notice(), /no link 9/);
});

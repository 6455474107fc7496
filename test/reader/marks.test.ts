import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryView } from '../../source/reader/state/place.ts';
import { openArticle, openStore, readyPage } from './fake-reader.ts';

test('an opened post is read, m and * toggle, and the counts follow at once', () => {
  const reader = openArticle();
  const { context } = reader.store.snapshot();
  assert.equal(reader.marks.isRead('_posts/a1.md'), true);
  assert.deepEqual(
    [
      context.unread(categoryView('')),
      context.unread(categoryView('a')),
      context.unread(categoryView('b')),
    ],
    [6, 4, 2],
  );
  reader.press('m', '*');
  assert.equal(reader.marks.isRead('_posts/a1.md'), false);
  assert.equal(reader.marks.isStarred('_posts/a1.md'), true);
  assert.deepEqual([context.unread(categoryView('')), context.unread(categoryView('a'))], [7, 5]);
});

test('n goes to the next unread post and says when there is none', () => {
  const reader = openStore();
  for (const id of ['a1', 'a2', 'a4', 'a5']) reader.marks.mark('read', `_posts/${id}.md`);
  reader.press('j', 'Enter', 'n');
  const category = reader.place();
  assert.ok(category.screen === 'category' && category.list.key === 'a3');
  reader.press('n');
  assert.match(reader.notice(), /unread/);
});

test('n on home goes to the next category with unread posts, with a count so many further', () => {
  const reader = openStore();
  const chosen = () => {
    const home = reader.place();
    assert.ok(home.screen === 'home');
    return home.categories.cursor;
  };
  reader.press('n');
  assert.equal(chosen(), 1);
  reader.press('N', '2', 'n');
  assert.equal(chosen(), 2);
  reader.press('n');
  assert.match(reader.notice(), /unread/);
  for (const id of ['a1', 'a2', 'a3', 'a4', 'a5']) reader.marks.mark('read', `_posts/${id}.md`);
  reader.data.recount();
  reader.press('g', 'n');
  assert.equal(chosen(), 2);
});

test('an article that cannot be read says why, is not marked read and is tried again', () => {
  const reader = openStore();
  reader.lose('a1');
  reader.press('j', 'Enter', 'Enter', 'j', 'Tab');
  const opened = reader.store.snapshot().context.opened(reader.article().post);
  assert.equal(opened.status, 'failed');
  const { page } = opened as Extract<typeof opened, { status: 'ready' | 'failed' }>;
  const words = page.lines(0, 30).flatMap(({ line }) => line.segments.map(({ text }) => text));
  assert.match(words.join(''), /This post cannot be read: lost a1/);
  assert.equal(reader.marks.isRead('_posts/a1.md'), false);
  assert.equal(reader.store.snapshot().context.unread(categoryView('a')), 5);
  reader.press('h');
  assert.equal(reader.place().screen, 'category');
  reader.lose('');
  reader.press('Enter');
  assert.equal(readyPage(reader).status, 'ready');
  assert.equal(reader.marks.isRead('_posts/a1.md'), true);
});

test('a post is marked read once it is there, not again after it was marked unread', () => {
  const reader = openStore({ columns: 80, rows: 24 }, false);
  reader.press('j', 'Enter', 'Enter');
  assert.equal(reader.marks.isRead('_posts/a1.md'), false);
  reader.takeDesk();
  assert.equal(reader.marks.isRead('_posts/a1.md'), true);
  reader.press('m', 'j', 'h', 'L', 'j');
  assert.equal(reader.article().post.id, 'a1');
  assert.equal(reader.marks.isRead('_posts/a1.md'), false);
});

test('before a mark is made those of other copies are taken in, and the counts with them', () => {
  const reader = openStore();
  const { context } = reader.store.snapshot();
  assert.equal(context.unread(categoryView('a')), 5);
  let others = 0;
  const { mark, isRead, readPaths } = reader.marks;
  Object.assign(reader.marks, {
    refresh: () => {
      others += 1;
      return others === 1;
    },
    isRead: (path: string) => isRead(path) || (others > 0 && path === '_posts/a4.md'),
    readPaths: () => [...readPaths(), ...(others > 0 ? ['_posts/a4.md'] : [])],
    mark,
  });
  reader.press('j', 'Enter', 'm');
  assert.equal(others, 1);
  assert.equal(context.unread(categoryView('a')), 3);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRow } from '../../source/reader/rows/row.ts';
import { currentScreen } from '../../source/reader/screens/current.ts';
import { chosenPost } from '../../source/reader/state/chosen.ts';
import { currentPlace } from '../../source/reader/state/history.ts';
import { fakePost } from './fake-library.ts';
import { openArticle, openStore, readyPage, topOf } from './fake-reader.ts';

test('Enter opens a category and then its post, and h goes back the same way', () => {
  const reader = openStore();
  reader.press('j', 'Enter');
  const opened = reader.place();
  assert.ok(opened.screen === 'category' && opened.view.name === 'a');
  reader.press('j', 'Enter');
  assert.equal(reader.article().post.id, 'a2');
  reader.press('h');
  const category = reader.place();
  assert.ok(category.screen === 'category' && category.list.cursor === 1);
  reader.press('h');
  const home = reader.place();
  assert.ok(home.screen === 'home' && home.categories.cursor === 1);
});

test('going back from posts read on to leads to the last one read in each list, in sight', () => {
  const reader = openStore({ columns: 80, rows: 5 });
  const back = (): string => {
    const { state, context } = reader.store.snapshot();
    const place = currentPlace(state.history);
    assert.ok(place.screen === 'category' || place.screen === 'search');
    const { cursor, top, key } = place.list;
    assert.equal(chosenPost(place, context)?.id, key);
    assert.ok(top > 0 && top <= cursor, `${cursor} of a window from ${top} on`);
    return key ?? '';
  };
  reader.press('j', 'Enter', 'Enter', 'J', 'J', 'J', 'h');
  assert.equal(back(), 'a4');
  reader.press('Enter', 'J', '2', 'K', 'H', 'H', 'H');
  assert.equal(back(), 'a4');
  reader.press('H', '0', 'Enter', 'Enter', '4', 'J', 'q');
  assert.equal(back(), 'a5');
});

test('a search and home too stand on the post last read in their lists, other lists stay', async () => {
  const reader = openStore({ columns: 100, rows: 24 });
  reader.press('Enter', 'Enter', 'J', 'J', 'Esc');
  const home = reader.place();
  assert.ok(home.screen === 'home' && home.posts.key === 'a3');
  reader.press('Enter', 'J', '0');
  const again = reader.place();
  assert.ok(again.screen === 'home' && again.posts.key === 'a4');
  reader.press('/', ...'Title');
  await new Promise(setImmediate);
  reader.press('Enter', 'J', 'J', 'h');
  const search = reader.place();
  assert.ok(search.screen === 'search' && search.list.key === 'a3' && search.list.cursor === 2);
  reader.press('Enter', '0');
  const other = reader.place();
  assert.ok(other.screen === 'home' && other.posts.key === 'a4');
});

test('from 100 columns on Enter goes to the posts beside the categories', () => {
  const reader = openStore({ columns: 100, rows: 24 });
  reader.press('Enter', 'j');
  const home = reader.place();
  assert.ok(home.screen === 'home' && home.pane === 'posts' && home.posts.cursor === 1);
  reader.press('Enter');
  assert.equal(reader.article().post.id, 'a2');
  reader.press('h', 'h');
  const back = reader.place();
  assert.ok(back.screen === 'home' && back.pane === 'categories');
});

test('choosing another category starts its posts at the newest', () => {
  const reader = openStore({ columns: 100, rows: 24 });
  reader.press('Tab', 'j', 'Tab', 'j');
  const home = reader.place();
  assert.ok(home.screen === 'home' && home.posts.cursor === 0 && home.categories.key === 'a');
});

test('the home link opens home, and history goes back and forward with scroll and focus', () => {
  const reader = openArticle();
  reader.press('G', 'Tab', 'Tab');
  const left = reader.article();
  assert.equal(left.focus, 3);
  reader.press('Enter');
  assert.equal(reader.place().screen, 'home');
  reader.press('H');
  assert.deepEqual(reader.article(), left);
  reader.press('L');
  assert.equal(reader.place().screen, 'home');
  reader.press('H', 'Enter', 'h');
  assert.equal(reader.place().screen, 'home');
});

test('thirty j in one chunk scroll thirty lines, and a count does too', () => {
  const reader = openArticle();
  reader.store.press(Array.from({ length: 30 }, () => 'j'));
  const thirty = reader.article().position;
  assert.equal(topOf(reader), 30);
  reader.press('g');
  reader.store.press(['3', '0', 'j']);
  assert.deepEqual(reader.article().position, thirty);
});

test('every row can be reached going down by lines and again going up', () => {
  const reader = openArticle();
  const { page } = readyPage(reader);
  const lowest = page.count() - 22;
  for (let row = 1; row <= lowest; row += 1) {
    reader.press('j');
    assert.equal(topOf(reader), row);
  }
  reader.press('j');
  assert.equal(topOf(reader), lowest);
  for (let row = lowest - 1; row >= 0; row -= 1) {
    reader.press('k');
    assert.equal(topOf(reader), row);
  }
});

test('Space pages to the end and then leads on to the next post of the list', () => {
  const reader = openArticle();
  let pages = 0;
  while (reader.article().post.id === 'a1' && pages < 20) {
    reader.press('Space');
    pages += 1;
  }
  assert.equal(reader.article().post.id, 'a2');
  assert.equal(pages, 4);
  reader.press('h');
  assert.equal(reader.place().screen, 'category');
});

test('the last post says that it is the last', () => {
  const reader = openArticle();
  reader.press('9', 'J');
  assert.equal(reader.article().post.id, 'a5');
  reader.press('J');
  assert.match(reader.notice(), /last post/);
});

test('keys pressed before an article is there wait for it, those that leave do not', () => {
  const reader = openStore({ columns: 80, rows: 24 }, false);
  reader.press('j', 'Enter');
  reader.store.press(['Enter', 'j', 'j', 'Tab']);
  assert.equal(reader.article().focus, 0);
  reader.takeDesk();
  assert.equal(reader.article().focus, 1);
  assert.equal(topOf(reader), 2);
  const leaving = openStore({ columns: 80, rows: 24 }, false);
  leaving.press('j', 'Enter', 'Enter', 'j', 'h');
  assert.equal(leaving.place().screen, 'category');
});

test('a text that is copied before articles can be read is copied when they can', async () => {
  const reader = openStore({ columns: 80, rows: 24 }, false);
  reader.press('j', 'Enter', 'Y');
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual(reader.asked, []);
  reader.takeDesk();
  await new Promise(resolve => setImmediate(resolve));
  const [what, text] = reader.asked.flat();
  assert.equal(what, 'copy');
  assert.match(String(text), /\n\n.+/);
});

test('posts that arrive do not move the cursor off the chosen post', () => {
  const reader = openStore();
  reader.press('j', 'Enter', 'j');
  reader.library.grow([fakePost('a0', 'a', 0)]);
  reader.store.refresh();
  reader.press('Enter');
  assert.equal(reader.article().post.id, 'a2');
});

test('q closes a view and quits from home, Q quits from anywhere', () => {
  const reader = openArticle();
  reader.press('q', 'q');
  assert.equal(reader.place().screen, 'home');
  assert.equal(reader.ended.length, 0);
  reader.press('q');
  assert.equal(reader.ended.length, 1);
  const other = openArticle();
  other.press('Q', 'j');
  assert.equal(other.ended.length, 1);
});

test('an error inside a key is shown, and keys lead on from it', () => {
  const reader = openStore();
  const error = new Error('broken');
  Object.assign(reader.library, {
    list: () => {
      throw error;
    },
  });
  reader.library.grow([]);
  reader.press('j', 'Enter');
  assert.equal(reader.store.snapshot().failure, error);
  reader.press('j');
  assert.equal(reader.place().screen, 'home');
  assert.equal(reader.store.snapshot().failure, undefined);
  reader.press('Enter');
  assert.equal(reader.store.snapshot().failure, error);
  reader.press('Q');
  assert.deepEqual(reader.ended, [undefined]);
});

test('help begins with the keys of the place it was asked for in', () => {
  const reader = openStore({ columns: 80, rows: 40 });
  const groups = (): readonly string[] => {
    reader.press('?');
    const lines = currentScreen(reader.store.snapshot()).rows.map(plainRow);
    reader.press('h');
    return lines
      .slice(1)
      .filter(line => /^\S/.test(line))
      .slice(0, 2)
      .map(line => line.trim());
  };
  assert.deepEqual(groups(), ['Lists', 'Everywhere']);
  reader.press('j', 'Enter');
  assert.deepEqual(groups(), ['Lists', 'Everywhere']);
  reader.press('Enter');
  assert.deepEqual(groups(), ['Article', 'Everywhere']);
  reader.press('0');
  assert.deepEqual(groups(), ['Lists', 'Everywhere']);
});

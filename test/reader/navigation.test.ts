import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../../source/article/document.ts';
import { createData } from '../../source/reader/data.ts';
import { joinPage } from '../../source/reader/page.ts';
import type { ReaderSettings } from '../../source/reader/settings.ts';
import { currentPlace } from '../../source/reader/state/history.ts';
import type { ArticlePlace, Place } from '../../source/reader/state/place.ts';
import { createStore, DIGIT_MILLISECONDS } from '../../source/reader/store.ts';
import { fakeArticle, fakeLayout, fakeLibrary, fakeMarks, fakePost } from './fake-library.ts';

const settings: ReaderSettings = {
  lang: 'en',
  width: 20,
  ambiguous: 1,
  paragraphs: 'spaced',
  hang: false,
  color: true,
};

const posts = [
  ...[1, 2, 3, 4, 5].map(age => fakePost(`a${age}`, 'a', age)),
  ...[1, 2].map(age => fakePost(`b${age}`, 'b', age + 10)),
];

const long = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n');

const articles: Readonly<Record<string, Article>> = {
  a1: fakeArticle(
    `${long}\nreturn home and out\nsee a3 nowhere`,
    [
      ['line 5', '#deep'],
      ['return', 'category:a'],
      ['home', 'home'],
      ['out', 'https://example.org/'],
      ['a3', 'post:a3'],
      ['nowhere', 'gone.html'],
    ],
    { deep: long.indexOf('line 30') },
  ),
  a3: fakeArticle('short'),
};

/** A reader without a terminal; `press` takes one chunk of key names. */
function openStore(size = { columns: 80, rows: 24 }, desk = true) {
  const library = fakeLibrary(posts);
  const marks = fakeMarks();
  const data = createData(library, marks, settings, () => Date.parse('2022-03-12T00:00:00Z'));
  const ended: unknown[] = [];
  const store = createStore(data, {}, size, {
    end: error => ended.push(error),
    redraw: () => undefined,
  });
  let lost = '';
  const takeDesk = () => {
    data.takeDesk({
      readPostArticle: (_library, post) => {
        if (post.id === lost) throw `lost ${post.id}`;
        return articles[post.id] ?? fakeArticle(long);
      },
      readingMinutes: () => 1,
      whyUnreadable: String,
      layoutPage: (article, post, heading, minutes, width) =>
        joinPage(
          fakeLayout(heading, width),
          post.title.length,
          heading.length,
          article,
          fakeLayout(article.text, width),
          minutes,
        ),
    });
    store.opened();
  };
  if (desk) takeDesk();
  const place = (): Place => currentPlace(store.snapshot().state.history);
  return {
    store,
    library,
    marks,
    data,
    ended,
    takeDesk,
    /** The post of that id can no longer be read. */
    lose: (id: string) => {
      lost = id;
    },
    place,
    article: (): ArticlePlace => {
      const shown = place();
      assert.equal(shown.screen, 'article');
      return shown as ArticlePlace;
    },
    press: (...keys: readonly string[]) => {
      for (const key of keys) store.press([key]);
    },
    notice: () => store.snapshot().state.notice,
  };
}

/** Opens category a, its newest post. */
function openArticle(...options: Parameters<typeof openStore>) {
  const reader = openStore(...options);
  reader.press('j', 'Enter', 'Enter');
  assert.equal(reader.article().post.id, 'a1');
  return reader;
}

test('Enter opens a category and then its post, and h goes back the same way', () => {
  const reader = openStore();
  reader.press('j', 'Enter');
  assert.deepEqual([reader.place().screen, 'slug' in reader.place()], ['category', true]);
  reader.press('j', 'Enter');
  assert.equal(reader.article().post.id, 'a2');
  reader.press('h');
  const category = reader.place();
  assert.ok(category.screen === 'category' && category.list.cursor === 1);
  reader.press('h');
  const home = reader.place();
  assert.ok(home.screen === 'home' && home.categories.cursor === 1);
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

test('the return link opens its category, standing on the post it came from', () => {
  const reader = openStore();
  reader.press('j', 'Enter', 'Enter', 'G', 'Tab', 'Enter');
  const category = reader.place();
  assert.ok(category.screen === 'category' && category.slug === 'a' && category.list.key === 'a1');
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

test('a link to a post opens it, and J goes on in its list', () => {
  const reader = openArticle();
  reader.press('5', 'Enter');
  assert.equal(reader.article().post.id, 'a3');
  reader.press('J');
  assert.equal(reader.article().post.id, 'a4');
  reader.press('h');
  assert.equal(reader.article().post.id, 'a1');
});

test('a link outside says where it leads and a missing one that it is missing, and neither goes', () => {
  const reader = openArticle();
  reader.press('4', 'Enter');
  assert.match(reader.notice(), /outside: https:\/\/example\.org\//);
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

function readyPage({ store, article }: ReturnType<typeof openStore>) {
  const opened = store.snapshot().context.opened(article().post);
  assert.equal(opened.status, 'ready');
  return opened as Extract<typeof opened, { status: 'ready' | 'failed' }>;
}

function topOf(reader: ReturnType<typeof openStore>): number {
  const { page } = readyPage(reader);
  const { position, anchor } = reader.article();
  const offset = position?.offset ?? page.article.anchors.get(anchor) ?? page.start;
  return page.lineAt(offset) - (position?.back ?? 0);
}

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

test('an opened post is read, m and * toggle, and the counts follow at once', () => {
  const reader = openArticle();
  const { context } = reader.store.snapshot();
  assert.equal(reader.marks.isRead('_posts/a1.md'), true);
  assert.deepEqual([context.unread(''), context.unread('a'), context.unread('b')], [6, 4, 2]);
  reader.press('m', '*');
  assert.equal(reader.marks.isRead('_posts/a1.md'), false);
  assert.equal(reader.marks.isStarred('_posts/a1.md'), true);
  assert.deepEqual([context.unread(''), context.unread('a')], [7, 5]);
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

test('posts that arrive do not move the cursor off the chosen post', () => {
  const reader = openStore();
  reader.press('j', 'Enter', 'j');
  reader.library.grow([fakePost('a0', 'a', 0)]);
  reader.store.refresh();
  reader.press('Enter');
  assert.equal(reader.article().post.id, 'a2');
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
  assert.equal(reader.store.snapshot().context.unread('a'), 5);
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

test('before a mark is made those of other copies are taken in, and the counts with them', () => {
  const reader = openStore();
  const { context } = reader.store.snapshot();
  assert.equal(context.unread('a'), 5);
  let others = 0;
  const { mark, isRead } = reader.marks;
  Object.assign(reader.marks, {
    refresh: () => {
      others += 1;
      return others === 1;
    },
    isRead: (path: string) => isRead(path) || (others > 0 && path === '_posts/a4.md'),
    mark,
  });
  reader.press('j', 'Enter', 'm');
  assert.equal(others, 1);
  assert.equal(context.unread('a'), 3);
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

test('an error inside a key closes the reader with that error', () => {
  const reader = openStore();
  const error = new Error('broken');
  Object.assign(reader.library, {
    list: () => {
      throw error;
    },
  });
  reader.library.grow([]);
  reader.press('j', 'Enter', 'j');
  assert.deepEqual(reader.ended, [error]);
});

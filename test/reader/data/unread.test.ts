import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PostQuery } from '../../../source/library/library.ts';
import type { Post } from '../../../source/library/post.ts';
import { listOf } from '../../../source/library/post-list.ts';
import { createUnread } from '../../../source/reader/data/unread.ts';
import { ALL_POSTS } from '../../../source/reader/state/place.ts';
import { fakeLibrary, fakeMarks, fakePost } from '../fake-library.ts';

const category = (name: string) => ({ of: 'category', name }) as const;

/** A folder that is being read; `now` is when. */
function growing(read: readonly string[]) {
  const library = fakeLibrary([fakePost('a0', 'a', 0)]);
  const marks = fakeMarks();
  marks.markMany('read', read);
  const clock = { now: 0, loaded: false, sought: 0 };
  const over = {
    ...library,
    loaded: () => clock.loaded,
    list: (query: PostQuery) => {
      const posts = library.list(query);
      const { tags: [tag] = [] } = query;
      const fits = (post: Post) => tag === undefined || post.tags.includes(tag);
      return listOf(posts.slice(0, posts.length).filter(fits));
    },
    postAt: (path: string) => {
      clock.sought += 1;
      return library.postAt(path);
    },
  };
  return { library, marks, clock, unread: createUnread(over, marks, () => clock.now) };
}

const more = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, age) => fakePost(`a${from + age}`, 'a', from + age));

test('while a folder is read what is unread are the posts known so far but for the read ones', () => {
  const { library, unread } = growing(['_posts/a0.md', '_posts/a7.md', '_posts/a9.md']);
  assert.equal(unread.of(category('a')), 0);
  for (const [known, count] of [
    [5, 4],
    [8, 6],
    [20, 17],
  ] as const) {
    library.grow(more(library.list({}).length, known));
    assert.equal(unread.of(category(ALL_POSTS)), count);
    assert.equal(unread.of(category('a')), count);
  }
});

test('of very many read posts those that come are found now and then, the others count at once', () => {
  const paths = Array.from({ length: 5000 }, (_, age) => `_posts/a${age + 1}.md`);
  const { library, clock, unread } = growing(paths);
  assert.equal(unread.of(category('a')), 1);
  const { sought } = clock;
  library.grow([fakePost('b1', 'a', 1), fakePost('a1', 'a', 1)]);
  assert.equal(unread.of(category('a')), 3);
  assert.equal(clock.sought, sought);
  clock.now += 1000;
  assert.equal(unread.of(category('a')), 2);
  library.grow([fakePost('a2', 'a', 2)]);
  clock.loaded = true;
  assert.equal(unread.of(category('a')), 2);
});

test('the unread posts of a tag follow posts that come and marks that are made', () => {
  const { library, unread } = growing(['_posts/t2.md']);
  const of = (): number => unread.of({ of: 'tag', name: 'x' });
  const [first, second, third] = ['t1', 't2', 't3'].map(id => ({
    ...fakePost(id, 'a', 1),
    tags: ['x'],
  }));
  assert.ok(first !== undefined && second !== undefined && third !== undefined);
  library.grow([first, second]);
  assert.equal(of(), 1);
  library.grow([third, fakePost('a9', 'a', 9)]);
  assert.equal(of(), 2);
  unread.mark('read', first);
  assert.equal(of(), 1);
  unread.mark('unread', second);
  assert.equal(of(), 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { textWidth } from '../../source/article/width.ts';
import type { Post } from '../../source/library/post.ts';
import { App } from '../../source/reader/app.tsx';
import * as desk from '../../source/reader/data/article-desk.ts';
import { createData } from '../../source/reader/data/data.ts';
import { bindings } from '../../source/reader/keys/bindings.ts';
import { createKeymap } from '../../source/reader/keys/keymap.ts';
import { currentPlace } from '../../source/reader/state/history.ts';
import { createStore, type ReaderStore } from '../../source/reader/store.ts';
import { readerSettings } from '../helpers/reader-settings.ts';
import { fakeArticle, fakeLibrary, fakeMarks, fakePost } from './fake-library.ts';
import { noOutside } from './fake-reader.ts';

const long = {
  en: 'wide and wider '.repeat(34).slice(0, 500),
  zh: '很宽的标题'.repeat(100),
} as const;

// The testing library's output has no size: Ink would ask another program for it at every frame.
Object.assign(process.env, { COLUMNS: '100', LINES: '40' });

const door = { end: assert.ifError, redraw: () => undefined };

type Kind = 'ready' | 'empty' | 'failed' | 'loading';

/** A reader on a site with one post, or none, whose every name is long. */
function openStore(
  lang: 'en' | 'zh',
  size: { columns: number; rows: number },
  kind: Kind,
  posts: readonly Post[],
): ReaderStore {
  const words = long[lang];
  const library = fakeLibrary(posts);
  const category = { slug: 'a', label: words, posts: 1, newest: null };
  const named = {
    ...library,
    site: { ...library.site, title: words },
    categories: () => (posts.length === 0 ? [] : [category]),
    category: () => category,
  };
  const settings = { ...readerSettings, lang, hang: true };
  const data = createData({
    library: named,
    marks: fakeMarks(),
    settings,
    keymap: createKeymap(bindings),
    now: () => Date.parse('2022-03-12T00:00:00Z'),
  });
  const store = createStore(data, {}, size, door, noOutside);
  if (kind === 'loading') return store;
  const body = desk.readPostArticle;
  const article = {
    ...fakeArticle(words, [[words.slice(0, 90), `https://${words.slice(0, 80)}`]]),
    blocks: [
      { kind: 'paragraph', align: 'left', leaf: { start: 0, text: words, runs: [], images: [] } },
    ],
  } as const;
  data.takeDesk({
    ...desk,
    readPostArticle: (...given: Parameters<typeof body>) => {
      if (kind === 'failed') return body(...given);
      return kind === 'empty' ? fakeArticle('') : article;
    },
  });
  store.opened();
  return store;
}

/** Keys to every screen; after each the frame is looked at. */
const walk = ['Enter', 'Enter', '5', '5', 'Esc', 'Tab', 'Enter', 'G', 'J', '?', 'G', 'q', 'H', '0'];

for (const lang of ['en', 'zh'] as const) {
  for (const [columns, rows] of [
    [20, 5],
    [39, 5],
    [80, 24],
    [99, 30],
  ] as const) {
    for (const kind of ['ready', 'empty', 'failed', 'loading', 'no posts'] as const) {
      test(`no row is wider than ${columns}x${rows} with ${kind} in ${lang}`, () => {
        const post = { ...fakePost('p', 'a', 0), title: long[lang], tags: [long[lang]] };
        const posts = kind === 'no posts' ? [] : [post];
        const size = { columns, rows };
        const store = openStore(lang, size, kind === 'no posts' ? 'ready' : kind, posts);
        const app = render(<App store={store} />);
        const screens = new Set<string>();
        const look = (keys: string) => {
          const { screen } = currentPlace(store.snapshot().state.history);
          screens.add(screen);
          app.rerender(<App store={store} />);
          const frame = stripVTControlCharacters(app.lastFrame() ?? '').split('\n');
          assert.ok(frame.length <= rows && frame.length > 1, `${screen} after ${keys}`);
          for (const row of frame) {
            assert.ok(
              textWidth(row) <= columns,
              `${screen} after ${keys}: ${textWidth(row)} ${row}`,
            );
          }
        };
        look('nothing');
        for (const first of ['', 'j', 'n']) {
          for (const key of [first, ...walk]) {
            if (key !== '') store.press([key]);
            look(key);
          }
        }
        app.unmount();
        const shown =
          kind === 'no posts'
            ? ['category', 'help', 'home']
            : ['article', 'category', 'help', 'home'];
        assert.deepEqual([...screens].sort(), shown);
      });
    }
  }
}

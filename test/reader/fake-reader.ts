import assert from 'node:assert/strict';
import type { Article } from '../../source/article/document.ts';
import type { Post } from '../../source/library/post.ts';
import type { Begun } from '../../source/library/post-article.ts';
import { createData } from '../../source/reader/data/data.ts';
import { joinPage } from '../../source/reader/data/page.ts';
import { bindings } from '../../source/reader/keys/bindings.ts';
import { createKeymap } from '../../source/reader/keys/keymap.ts';
import type { Outside } from '../../source/reader/outside.ts';
import type { ReaderSettings } from '../../source/reader/settings.ts';
import { currentPlace } from '../../source/reader/state/history.ts';
import type { ArticlePlace, Place } from '../../source/reader/state/place.ts';
import { createStore } from '../../source/reader/store.ts';
import { readerSettings } from '../helpers/reader-settings.ts';
import { fakeArticle, fakeLayout, fakeLibrary, fakeMarks, fakePost } from './fake-library.ts';

const settings: ReaderSettings = { ...readerSettings, width: 20 };

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

/** A world outside in which nothing happens. */
export const noOutside: Outside = {
  browse: async () => ({ what: 'done', notice: '' }),
  copy: async () => true,
  edit: async () => '',
  pipe: async () => ({ lines: [], notice: '' }),
  write: async () => ({ what: 'done', notice: '' }),
  answers: async () => [],
  suspend: async () => undefined,
  stop: () => undefined,
};

/** A reader without a terminal; `press` takes one chunk of key names. */
export function openStore(size = { columns: 80, rows: 24 }, desk = true) {
  const library = fakeLibrary(posts);
  const marks = fakeMarks();
  const data = createData({
    library,
    marks,
    settings,
    keymap: createKeymap(bindings),
    now: () => Date.parse('2022-03-12T00:00:00Z'),
    stopped: ({ id }) => stops.get(id) ?? null,
  });
  const ended: unknown[] = [];
  const stops = new Map<string, number>();
  const begun = new Map<string, Begun>();
  const asked: (readonly unknown[])[] = [];
  const outside: Outside = {
    browse: async (address, sure) => {
      asked.push(['browse', address]);
      const isPage = sure || address.startsWith('http');
      return isPage ? { what: 'done', notice: '' } : { what: 'ask', notice: `open ${address}?` };
    },
    copy: async text => asked.push(['copy', text]) > 0,
    edit: async ({ id }) => {
      asked.push(['edit', id]);
      return '';
    },
    pipe: async (command, text, stop) => {
      asked.push(['pipe', command, text]);
      if (command.startsWith('sleep')) {
        await new Promise(resolve => stop.addEventListener('abort', resolve));
        return { lines: [], notice: `ended ${command}` };
      }
      return { lines: text.trimEnd().split('\n'), notice: '' };
    },
    write: async (file, { id }, _text, sure) => {
      asked.push(['write', file, id, sure]);
      return sure || file !== 'there.txt'
        ? { what: 'done', notice: 'written' }
        : { what: 'ask', notice: 'replace?' };
    },
    answers: async () => [],
    suspend: async () => undefined,
    stop: ({ id }, offset) => {
      if (offset === null) stops.delete(id);
      else stops.set(id, offset);
    },
  };
  const door = { end: (error?: unknown) => ended.push(error), redraw: () => undefined };
  const store = createStore(data, {}, size, door, outside);
  let lost = '';
  const takeDesk = () => {
    const read = (post: Post) => {
      if (post.id === lost) throw `lost ${post.id}`;
      return articles[post.id] ?? fakeArticle(long);
    };
    data.takeDesk({
      beginPostArticle: (_library, post) => begun.get(post.id) ?? { article: read(post) },
      readPostArticle: (_library, post) => read(post),
      readingMinutes: () => 1,
      whyUnreadable: String,
      layoutPage: (article, post, heading, minutes, { width }) =>
        joinPage(
          fakeLayout(heading, width),
          post.title,
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
    /** What the world outside has been asked for. */
    asked,
    stops,
    /** Posts that are read in steps, and what there is of them at first. */
    begun,
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
export function openArticle(...options: Parameters<typeof openStore>) {
  const reader = openStore(...options);
  reader.press('j', 'Enter', 'Enter');
  assert.equal(reader.article().post.id, 'a1');
  return reader;
}

/** The page of the article shown; fails while there is none. */
export function readyPage({ store, article }: ReturnType<typeof openStore>) {
  const opened = store.snapshot().context.opened(article().post);
  assert.equal(opened.status, 'ready');
  return opened as Extract<typeof opened, { status: 'ready' | 'failed' }>;
}

/** The row on top of the article shown. */
export function topOf(reader: ReturnType<typeof openStore>): number {
  const { page } = readyPage(reader);
  const { position, anchor } = reader.article();
  const offset = position?.offset ?? page.article.anchors.get(anchor) ?? page.start;
  return page.lineAt(offset) - (position?.back ?? 0);
}

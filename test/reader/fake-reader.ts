import assert from 'node:assert/strict';
import type { Article } from '../../source/article/document.ts';
import { createData } from '../../source/reader/data.ts';
import { joinPage } from '../../source/reader/page.ts';
import type { ReaderSettings } from '../../source/reader/settings.ts';
import { currentPlace } from '../../source/reader/state/history.ts';
import type { ArticlePlace, Place } from '../../source/reader/state/place.ts';
import { createStore } from '../../source/reader/store.ts';
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
export function openStore(size = { columns: 80, rows: 24 }, desk = true) {
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

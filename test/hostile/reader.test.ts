import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { cutText } from '../../source/article/width.ts';
import { labelOf } from '../../source/library/label-of.ts';
import type { Library } from '../../source/library/library.ts';
import type { Post } from '../../source/library/post.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import * as desk from '../../source/reader/data/article-desk.ts';
import type { Page } from '../../source/reader/data/page.ts';
import { headingText } from '../../source/reader/data/page-heading.ts';
import { openReader } from '../../source/reader/open-reader.tsx';
import { stableText } from '../../source/reader/rows/stable-text.ts';
import { measureOf, pageHeight } from '../../source/reader/state/geometry.ts';
import { firstPrefs } from '../../source/reader/state/prefs.ts';
import { messagesFor } from '../../source/reader/words/messages-for.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { readerSettings } from '../helpers/reader-settings.ts';
import { openScreen } from '../helpers/screen.ts';
import { loadFolder } from '../library/site-folder.ts';
import { hostilePosts, writeHostileSite } from './corpus.ts';
import { modesLeft, strangeOrders, titlesIn } from './orders.ts';

const messages = messagesFor('en');
/** Milliseconds in which a post is drawn on the most loaded of machines. */
const SLOWEST = 10_000;
const prefs = firstPrefs(readerSettings.width);

/** The page a post should show, made without the reader. */
function pageOf(post: Post, library: Library, width: number): Page {
  const article = desk.readPostArticle(library, post);
  const isEmpty = article.text === '' && article.images.length === 0;
  const note = isEmpty ? messages.emptyArticle : '';
  const heading = headingText(post, labelOf(post, library), note, messages);
  const measure = { width, links: 'numbered', hang: false } as const;
  return desk.layoutPage(article, post, heading, 1, measure, readerSettings, messages);
}

/** A terminal drops what it has no cell for: zero width space, joiners, direction marks. */
const visible = (row: string) =>
  row.replace(/[\u200b-\u200f\u202a-\u202c\u2060-\u2069]/g, '').trimEnd();

/** The rows of the screen that a page's lines should fill, its first ones or its last. */
function intendedRows(
  page: Page,
  end: 'first' | 'last',
  columns: number,
  rows: number,
): readonly string[] {
  const { margin } = measureOf(columns, prefs);
  const height = pageHeight({ columns, rows });
  const from = end === 'first' ? 0 : Math.max(0, page.count() - height);
  return page.lines(from, from + height).map(({ line }) => {
    const text = line.segments.map(segment => segment.text).join('');
    return text === '' ? '' : stableText(' '.repeat(margin) + cutText(text, columns - margin), 1);
  });
}

for (const [columns, rows] of [
  [80, 24],
  [23, 6],
] as const) {
  test(`at ${columns}x${rows} a terminal shows of every hostile post the first and the last frame intended, and is told nothing else`, async t => {
    const root = temporaryFolder();
    writeHostileSite(root, hostilePosts(0.01));
    const library = await loadFolder(root);
    const screen = openScreen(columns, rows);
    const closed = openReader({
      library,
      marks: openMarks(join(root, 'marks')),
      start: {},
      stdin: screen.stdin,
      stdout: screen.stdout,
      settings: readerSettings,
      env: {},
    });
    t.after(async () => {
      await screen.send('Q');
      await closed.catch(() => undefined);
    });
    await screen.see('All posts');
    await screen.send('\r');
    await screen.send('\r');
    const list = library.list({});
    const all: string[] = [];
    for (const [at, post] of list.slice(0, list.length).entries()) {
      if (at > 0) screen.stdin.push('J');
      const page = pageOf(post, library, measureOf(columns, prefs).measure);
      const name = JSON.stringify(post.path);
      for (const end of ['first', 'last'] as const) {
        if (end === 'last') screen.stdin.push('G');
        const intended = intendedRows(page, end, columns, rows).map(visible);
        const shown = () => screen.rows().slice(0, intended.length).map(visible);
        const deadline = performance.now() + SLOWEST;
        while (!isDeepStrictEqual(shown(), intended) && performance.now() < deadline)
          await sleep(5);
        assert.deepEqual(shown(), intended, `${name}: ${end} rows`);
      }
      const written = screen.taken();
      all.push(written);
      assert.deepEqual(strangeOrders(written), [], name);
      for (const title of titlesIn(written))
        assert.ok(title.length <= 1000, `${name}: ${title.length}`);
      assert.match(screen.rows().at(-1) ?? '', /\d%/, name);
    }
    await screen.send('Q');
    await closed;
    all.push(screen.taken());
    assert.deepEqual(modesLeft(all.join('')), []);
    assert.deepEqual(
      [screen.alternate(), screen.cursorHidden(), screen.raw()],
      [false, false, false],
    );
  });
}

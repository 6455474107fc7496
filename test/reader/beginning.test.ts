import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../source/article/document.ts';
import { articleNumbers } from '../../source/reader/rows/article-status.ts';
import { plainRow } from '../../source/reader/rows/row.ts';
import { DIGIT_MILLISECONDS } from '../../source/reader/store.ts';
import { fakeArticle } from './fake-library.ts';
import { openStore, readyPage, topOf } from './fake-reader.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n');

const links = [
  ['line 3', 'https://example.org/'],
  ['line 5', '#deep'],
  ['line 90', 'https://example.com/'],
] as const;

/** The beginning of an article, and all of it. */
const beginning = fakeArticle(lines(60), links.slice(0, 2));
const whole = fakeArticle(lines(200), links, { deep: lines(200).indexOf('line 150') });

/** Opens a post of which there is but the beginning until `finish` is called. */
function openBeginning(start: Article | undefined = beginning) {
  const reader = openStore();
  let isFinished = false;
  let steps = 0;
  // A test that fails must not leave its reader reading.
  const latest = performance.now() + 2000;
  const next = (): IteratorResult<Article | undefined, Article> => {
    steps += 1;
    return isFinished || performance.now() > latest
      ? { done: true, value: whole }
      : { done: false, value: undefined };
  };
  reader.begun.set('a1', { article: start, rest: { next } });
  reader.press('j', 'Enter', 'Enter');
  return {
    ...reader,
    steps: () => steps,
    finish: async () => {
      isFinished = true;
      for (let turn = 0; turn < 500 && goesOn(reader); turn += 1) await sleep(1);
      assert.ok(!goesOn(reader));
    },
  };
}

function goesOn({ store, article }: ReturnType<typeof openStore>): boolean {
  const opened = store.snapshot().context.opened(article().post);
  return opened.status === 'loading' || opened.page.goesOn === true;
}

test('keys that stay within the beginning of an article are answered before the rest is read', async () => {
  const reader = openBeginning();
  reader.press('j', 'Space', 'k', 'm');
  assert.equal(topOf(reader), 22);
  assert.ok(goesOn(reader) && !reader.marks.isRead('_posts/a1.md'));
  reader.press('Tab');
  assert.equal(reader.article().focus, 0, 'no link further down has been read');
  reader.press('Esc');
});

test('the status line tells that the rest is being read until it has been', async () => {
  const reader = openBeginning();
  const numbers = (): string => {
    const { page } = readyPage(reader);
    const { context } = reader.store.snapshot();
    return articleNumbers(reader.article(), page, 0, 22, context).map(plainRow).join(' ');
  };
  assert.equal(numbers(), 'reading…');
  await reader.finish();
  assert.match(numbers(), /^\d+% 1 min left 3 links$/);
});

test('the row on top stays there when the rest has been read', async () => {
  const reader = openBeginning();
  reader.press('5', 'j', 'Tab', 'Tab');
  const [top, { focus }] = [topOf(reader), reader.article()];
  assert.equal(focus, 2);
  await reader.finish();
  assert.equal(topOf(reader), top);
  assert.equal(reader.article().focus, focus);
});

test('G waits for the rest and goes to the real end, and keys after it keep their order', async () => {
  const reader = openBeginning();
  reader.press('G', 'k', '2', 'k');
  assert.equal(topOf(reader), 0);
  reader.press('m');
  await reader.finish();
  const { page } = readyPage(reader);
  assert.equal(topOf(reader), page.count() - 22 - 3);
});

test('paging past the beginning waits for the rest instead of stopping at its end', async () => {
  const reader = openBeginning();
  reader.press('Space', 'Space', 'Space', 'Space');
  assert.equal(topOf(reader), 22, 'a page that is not there whole is not shown');
  assert.equal(reader.article().post.id, 'a1');
  await reader.finish();
  assert.equal(topOf(reader), 88);
});

test('keys pressed before the rest has been read lead where they lead in the whole article', async () => {
  for (const keys of [
    ['/', ...'line 155', 'Enter'],
    ['2', '5', 'j', '1', '0', '0', 'G', 'k'],
    ['Tab', 'Tab', 'Enter', 'j'],
    ['Tab', 'Tab', 'Tab'],
    ['S-Tab', 'd'],
    ['Space', 'Space', 'Space', 'b', 'Space', 'u'],
    ['1', '9', 'j', 'd', 'd', 'd', 'd', 'g'],
  ]) {
    const reader = openBeginning();
    const other = openBeginning(whole);
    await other.finish();
    reader.press(...keys);
    other.press(...keys);
    await reader.finish();
    assert.equal(topOf(reader), topOf(other), keys.join(' '));
    assert.equal(reader.article().focus, other.article().focus, keys.join(' '));
  }
});

test('a page that waits for more is shown as soon as there is enough', async () => {
  const reader = openBeginning();
  const longer: Article = fakeArticle(lines(120), links);
  let isGiven = false;
  const next = (): IteratorResult<Article | undefined, Article> => {
    const value = isGiven ? undefined : longer;
    isGiven = true;
    // Not for ever, should the test fail.
    return performance.now() > latest ? { done: true, value: whole } : { done: false, value };
  };
  const latest = performance.now() + 2000;
  reader.begun.set('a2', { article: beginning, rest: { next } });
  reader.press('J', 'Space', 'Space', 'G');
  assert.equal(topOf(reader), 22);
  for (let turn = 0; turn < 500 && topOf(reader) === 22; turn += 1) await sleep(1);
  assert.equal(topOf(reader), 44);
  assert.ok(goesOn(reader), 'G still waits');
  reader.press('Esc', 'h');
});

test('no link is followed that may not be the one that is meant', async () => {
  const reader = openBeginning();
  reader.press('#', '3', 'Enter');
  assert.deepEqual(reader.asked, []);
  await reader.finish();
  assert.deepEqual(reader.asked, [['browse', 'https://example.com/']]);
});

test('Esc takes back keys that wait for the rest', async () => {
  const reader = openBeginning();
  reader.press('G', 'Esc', 'j');
  assert.equal(topOf(reader), 1);
  await reader.finish();
  assert.equal(topOf(reader), 1);
});

test('leaving an article stops the reading of the rest, and coming back begins it again', async () => {
  const reader = openBeginning();
  for (let turn = 0; turn < 500 && reader.steps() === 0; turn += 1) await sleep(1);
  reader.press('h');
  const steps = reader.steps();
  await sleep(40);
  assert.equal(reader.steps(), steps);
  reader.press('Enter');
  await reader.finish();
  assert.ok(reader.steps() > steps);
});

test('an article nothing of which can be shown before all is read takes the keys once it is there', async () => {
  const reader = openBeginning();
  reader.begun.set('a2', {
    article: undefined,
    rest: { next: () => ({ done: true, value: whole }) },
  });
  reader.press('J', 'G');
  assert.equal(reader.store.snapshot().context.opened(reader.article().post).status, 'loading');
  for (let turn = 0; turn < 500 && goesOn(reader); turn += 1) await sleep(1);
  assert.equal(topOf(reader), readyPage(reader).page.count() - 22);
});

test('an error in the rest of an article is told where the article stood', async () => {
  const reader = openBeginning();
  const next = () => {
    throw new Error('no more');
  };
  reader.begun.set('a2', { article: beginning, rest: { next } });
  reader.press('J');
  for (let turn = 0; turn < 500 && goesOn(reader); turn += 1) await sleep(1);
  assert.equal(reader.store.snapshot().context.opened(reader.article().post).status, 'failed');
});

test('an article whose rest could not be read is read anew when it is opened again', async () => {
  const reader = openBeginning();
  let tries = 0;
  const next = () => {
    tries += 1;
    throw new Error('no more');
  };
  reader.begun.set('a2', { article: beginning, rest: { next } });
  reader.press('J');
  for (let turn = 0; turn < 500 && goesOn(reader); turn += 1) await sleep(1);
  reader.press('j', 'k');
  await sleep(40);
  assert.equal(tries, 1, 'not at every key');
  reader.press('K', 'J');
  for (let turn = 0; turn < 500 && tries === 1; turn += 1) await sleep(1);
  assert.equal(tries, 2);
});

test('keys that need no article leave those alone that wait for one', async () => {
  for (const [keys, top] of [
    [['G', 'm'], 'end'],
    [['5', 'j', '*'], 5],
    [['Space', '='], 22],
    [['G', 'Esc', 'j'], 1],
  ] as const) {
    const reader = openBeginning();
    let isFinished = false;
    const latest = performance.now() + 2000;
    const next = (): IteratorResult<undefined, Article> =>
      isFinished || performance.now() > latest
        ? { done: true, value: whole }
        : { done: false, value: undefined };
    reader.begun.set('a2', { article: undefined, rest: { next } });
    reader.press('J', ...keys);
    isFinished = true;
    for (let turn = 0; turn < 500 && goesOn(reader); turn += 1) await sleep(1);
    const end = readyPage(reader).page.count() - 22;
    assert.equal(topOf(reader), top === 'end' ? end : top, keys.join(' '));
  }
});

test('a number that waits for an article counts for the key after it', async () => {
  const reader = openBeginning();
  reader.begun.set('a2', {
    article: undefined,
    rest: { next: () => ({ done: true, value: whole }) },
  });
  reader.press('J', '2', 'J');
  assert.equal(reader.article().post.id, 'a2');
  for (let turn = 0; turn < 500 && reader.article().post.id === 'a2'; turn += 1) await sleep(1);
  assert.equal(reader.article().post.id, 'a4');
});

test('a digit alone waits for the rest if its link leads there', async () => {
  const reader = openBeginning();
  reader.press('2');
  await sleep(DIGIT_MILLISECONDS + 50);
  assert.equal(reader.notice(), '');
  assert.equal(topOf(reader), 0);
  reader.press('k');
  await reader.finish();
  assert.equal(topOf(reader), readyPage(reader).page.lineAt(whole.anchors.get('deep') ?? 0) - 1);
});

test('a post that is opened while another is being read is read as if it were alone', async () => {
  const reader = openBeginning();
  let begun = 0;
  const latest = performance.now() + 2000;
  const next = (): IteratorResult<Article | undefined, Article> =>
    performance.now() > latest ? { done: true, value: whole } : { done: false, value: undefined };
  reader.begun.set('a3', {
    get article() {
      begun += 1;
      return beginning;
    },
    rest: { next },
  });
  const given = [fakeArticle(lines(120), links)];
  reader.begun.set('a2', {
    article: beginning,
    rest: {
      next: () => {
        const value = given.pop();
        return value === undefined ? { done: true, value: whole } : { done: false, value };
      },
    },
  });
  reader.press('J', 'Space', 'Space', 'J');
  for (let turn = 0; turn < 500 && begun === 0; turn += 1) await sleep(1);
  await sleep(40);
  assert.equal(reader.article().post.id, 'a3');
  assert.equal(begun, 1);
  reader.press('h');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRow } from '../../source/reader/rows/row.ts';
import { currentScreen } from '../../source/reader/screens/current.ts';
import { openArticle } from './fake-reader.ts';

/** An article whose text has been handed to `sleep` with each of these arguments. */
async function openRunning(...seconds: readonly string[]) {
  const reader = openArticle();
  const settled = () => new Promise(resolve => setTimeout(resolve, 1));
  for (const number of seconds) {
    const line = Array.from(`sleep ${number}`, key => (key === ' ' ? 'Space' : key));
    reader.press('|', ...line, 'Enter');
    await settled();
  }
  const footer = () => plainRow(currentScreen(reader.store.snapshot()).status).trimEnd();
  return { ...reader, settled, footer };
}

test('while a command runs the footer says so after every key that says nothing else', async () => {
  const { press, footer, settled, place } = await openRunning('9');
  assert.match(footer(), /^Running sleep 9… \^C ends it/);
  press('j', 'g', 'k');
  assert.match(footer(), /^Running sleep 9…/);
  press('K');
  assert.match(footer(), /^The first post/);
  press('h');
  assert.equal(place().screen, 'category');
  assert.match(footer(), /^Running sleep 9…/);
  press('^C');
  await settled();
  assert.match(footer(), /^ended sleep 9/);
  press('j');
  assert.doesNotMatch(footer(), /sleep/);
});

test('Ctrl-C ends the commands from the last to the first, and the reader after them', async () => {
  const { press, footer, settled, ended, asked, article } = await openRunning('1', '2');
  assert.equal(asked.length, 2);
  press('^C');
  await settled();
  assert.match(footer(), /^ended sleep 2/);
  press('3', '^C');
  await settled();
  assert.match(footer(), /^ended sleep 1/);
  assert.equal(article().post.id, 'a1');
  assert.deepEqual(ended, []);
  press('^C');
  assert.deepEqual(ended, [undefined]);
});

test('Ctrl-C in a prompt cancels it and leaves a running command alone', async () => {
  const { press, footer, ended } = await openRunning('5');
  press('|', 'x', '^C');
  assert.match(footer(), /^Running sleep 5…/);
  assert.deepEqual(ended, []);
});

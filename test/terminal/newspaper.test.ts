import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, temporaryFolder } from '../helpers/home.ts';
import { openKanbao, type Terminal } from '../helpers/terminal.ts';

const enter = '\r';
const tab = '\t';
const backTab = '\u001b[Z';
const posts = ['--posts', join(root, 'posts')];

/** The first words on the screen. */
function topLine(terminal: Terminal): string {
  return (
    terminal
      .rows()
      .find(row => row.trim() !== '')
      ?.trim() ?? ''
  );
}

/** Opens the first post of 泉州晚报新闻 from home. */
async function openFirstPost(terminal: Terminal): Promise<void> {
  await terminal.see('54 posts');
  terminal.send('jjj');
  await terminal.see(/› 泉州晚报新闻/);
  terminal.send(enter);
  await terminal.see(/› .*铁观音/);
  terminal.send(enter);
  await terminal.see('2022-03-28 Mon 09:14');
}

test('home, category, article, and the return and home links as navigation', async () => {
  const terminal = openKanbao(posts);
  await openFirstPost(terminal);

  terminal.send(backTab + backTab);
  await terminal.see(/\[\d+\] .*泉州晚报新闻/);
  terminal.send(enter);
  await terminal.see(/^泉州晚报新闻/);
  await terminal.see('6 posts');
  assert.match(terminal.text(), /洛阳桥/);

  terminal.send('H');
  await terminal.see('100%');
  terminal.send(tab);
  await terminal.see(/\[\d+\] home/);
  terminal.send(enter);
  await terminal.see(/^看报样张/);
  await terminal.see(/54 posts/);

  terminal.send('q');
  await terminal.ended;
});

test('history goes back and forward with cursor and scroll kept', async () => {
  const terminal = openKanbao(posts);
  await openFirstPost(terminal);
  terminal.send('7j');
  await terminal.unsee('2022-03-28 Mon 09:14');
  const scrolled = terminal.rows();

  terminal.send('H');
  await terminal.see(/› .*铁观音/);
  terminal.send('L');
  await terminal.unsee('›');
  assert.deepEqual(terminal.rows(), scrolled);

  terminal.send('H');
  await terminal.see(/› .*铁观音/);
  terminal.send('jj');
  await terminal.see(/› .*惊蛰/);
  const before = terminal.rows();
  terminal.send(enter);
  await terminal.see('2022-03-05 Sat 07:00');
  terminal.send('h');
  await terminal.see(/› .*惊蛰/);
  // The post has become read meanwhile: one unread less, and its own mark gone.
  assert.deepEqual(
    terminal.rows().slice(1, -1),
    before.slice(1, -1).map(row => (row.startsWith('› •') ? row.replace('•', ' ') : row)),
  );

  terminal.send('Q');
  await terminal.ended;
});

test('q leaves the terminal as it was', async () => {
  const terminal = openKanbao(posts);
  await terminal.see('54 posts');
  assert.equal(terminal.alternate(), true);
  assert.equal(terminal.cursorHidden(), true);
  terminal.send('q');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
  assert.equal(terminal.alternate(), false);
  assert.equal(terminal.cursorHidden(), false);
  assert.equal(terminal.text().trim(), '');
});

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  test(`${signal} leaves the terminal as it was`, async () => {
    const terminal = openKanbao(posts);
    await terminal.see('54 posts');
    terminal.kill(signal);
    await terminal.ended;
    assert.equal(terminal.alternate(), false);
    assert.equal(terminal.cursorHidden(), false);
  });
}

test('Ctrl-C ends the reader and leaves the terminal as it was', async () => {
  const terminal = openKanbao(posts);
  await openFirstPost(terminal);
  terminal.send('\u0003');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
  assert.equal(terminal.alternate(), false);
  assert.equal(terminal.cursorHidden(), false);
});

test('a resize lays the article out anew and keeps its top line', async () => {
  const terminal = openKanbao(posts, { columns: 100, rows: 30 });
  await openFirstPost(terminal);
  terminal.send('9j');
  await terminal.unsee('2022-03-28 Mon 09:14');
  const top = topLine(terminal);
  terminal.resize(50, 30);
  await sleep(300);
  assert.ok(top.startsWith(topLine(terminal).slice(0, 8)), terminal.text());
  terminal.resize(100, 30);
  await sleep(300);
  assert.equal(topLine(terminal), top);
  terminal.send('Q');
  await terminal.ended;
});

test('a storm of resizes leaves a whole screen', async () => {
  const terminal = openKanbao(posts);
  await terminal.see('54 posts');
  for (let turn = 0; turn < 100; turn += 1) {
    terminal.resize(20 + ((turn * 37) % 120), 5 + ((turn * 13) % 40));
    await sleep(3);
  }
  terminal.resize(80, 24);
  await terminal.see('54 posts');
  await terminal.see(/› All posts/);
  terminal.send('q');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
});

test('a terminal too small says so, and shows the page again when it grows', async () => {
  const terminal = openKanbao(posts, { columns: 18, rows: 4 });
  await terminal.see(/20.*5/);
  terminal.resize(80, 24);
  await terminal.see('54 posts');
  terminal.send('q');
  await terminal.ended;
});

test('a post named on the command line opens at once', async () => {
  const terminal = openKanbao([...posts, 'read', '2022-01-12-luoyangqiao']);
  await terminal.see('长在牡蛎上的千年石桥');
  terminal.send('Q');
  await terminal.ended;
});

test('what is wrong with the configuration stands at the foot of the first screen', async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'kanbao'));
  writeFileSync(join(home, 'kanbao/config.yml'), 'mouse: maybe\nkeys:\n  down: [j, e]\n');
  const terminal = openKanbao(posts, { columns: 160, env: { XDG_CONFIG_HOME: home } });
  await terminal.see(/mouse takes true or false; keys: e stands for both/);
  terminal.send('Q');
  await terminal.ended;
});

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../helpers/home.ts';
import { runKanbao } from '../helpers/run-kanbao.ts';
import { openKanbao, type Terminal, type TerminalOptions } from '../helpers/terminal.ts';

const enter = '\r';

function start(options: TerminalOptions = {}): Terminal {
  return openKanbao([], { cwd: temporaryFolder(), ...options });
}

test('where there are no posts a page says so, and Enter opens the newspaper that comes along', async () => {
  const terminal = start();
  await terminal.see('Any of these would be a site');
  await terminal.see('kanbao ~/my-site');
  terminal.send(enter);
  await terminal.see('54 posts');
  await terminal.see('泉州晚报新闻');
  terminal.send('Q');
  const { exitCode } = await terminal.ended;
  assert.deepEqual([exitCode, terminal.alternate(), terminal.cursorHidden()], [0, false, false]);
});

test('the page of a first run is left with q, the terminal as it was', async () => {
  for (const key of ['q', '\u0003', '\u001b']) {
    const terminal = start();
    await terminal.see('Enter read it');
    terminal.send(key);
    const { exitCode } = await terminal.ended;
    assert.deepEqual([exitCode, terminal.alternate(), terminal.cursorHidden()], [0, false, false]);
    assert.equal(terminal.text().trim(), '');
  }
});

test('the page of a first run speaks Chinese, and fits and scrolls in the smallest terminal', async () => {
  const terminal = start({ columns: 80, rows: 24, env: { LANG: 'zh_CN.UTF-8' } });
  await terminal.see('告诉看报文章在哪里');
  terminal.resize(20, 5);
  await sleep(300);
  await terminal.see(/Enter 读小报 {2}q 退出$/);
  terminal.send('jj');
  await terminal.unsee('看报 kanbao');
  terminal.resize(80, 24);
  await terminal.see('看报 kanbao');
  terminal.send('q');
  await terminal.ended;
});

test('a folder that was named and is not there is an error, on a terminal too', async () => {
  const terminal = openKanbao(['--posts', '/nowhere/at/all']);
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 2);
  assert.match(terminal.text(), /kanbao: \/nowhere\/at\/all \(--posts\) does not exist/);
});

test('without a terminal a folder without posts is one line with one example, and exit code 2', () => {
  const cwd = temporaryFolder();
  const { status, stdout, stderr } = runKanbao([], { cwd });
  assert.deepEqual([status, stdout], [2, '']);
  const message = `kanbao: no posts found in ${cwd}; looked for _config.yml, _posts, posts, content, source/_posts; for example: kanbao list --posts ~/news\n`;
  assert.equal(stderr, message);
});

test('a folder of broken posts opens all the same, with one line that tells of kanbao check', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, '_posts'));
  for (let n = 0; n < 100; n += 1) {
    const header = `---\ntitle: "Broken "${n}" post"\ncategories: [news\n---\n`;
    writeFileSync(join(cwd, `_posts/2022-03-11-broken-${n}.md`), `${header}Text ${n}.\n`);
  }
  const terminal = openKanbao([], { cwd });
  await terminal.see('100 posts');
  await terminal.see(/^Many posts here have faults: kanbao check tells which$/m);
  terminal.send('j');
  await terminal.unsee('kanbao check');
  terminal.send('Q');
  const { exitCode } = await terminal.ended;
  assert.equal(exitCode, 0);
});

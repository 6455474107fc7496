import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { textWidth } from '../../source/article/width.ts';
import { run, smallSite } from './small-site.ts';

test('cat prints title, date, category and tags, the body and the numbered targets', async t => {
  const { out, err, code } = await run(['cat', 'latest'], { cwd: smallSite(t) });
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    [
      '海港三月吞吐量创新高',
      '2022-03-11 10:17 | 海港新闻 | GDP',
      '',
      '三月',
      '',
      '海港本月吞吐量达到120万标箱，详见大桥报道[1]和统计局[2]。',
      '',
      '[image: 码头的夜晚]',
      '',
      '返回海港新闻[3]｜返回首页[4]',
      '',
      '[1] https://news.example/gangkou/2022/03/10/bridge.html',
      '[2] https://stats.example/a?b=1',
      '[3] https://news.example/category/gangkou.html',
      '[4] https://news.example/',
      '',
    ].join('\n'),
  );
});

test('a post is the same by path, id, permalink, URL and beginning of its id', async t => {
  const cwd = smallSite(t);
  const { out } = await run(['cat', 'latest'], { cwd });
  const references = [
    '_posts/2022-03-11-harbour.md',
    './_posts/../_posts/2022-03-11-harbour.md',
    '2022-03-11-harbour',
    '2022-03-11',
    '/gangkou/2022/03/11/harbour.html',
    'https://news.example/gangkou/2022/03/11/harbour.html',
  ];
  for (const reference of references) {
    assert.equal((await run(['cat', reference], { cwd })).out, out, reference);
  }
});

test('a path brings its own site from any folder', async t => {
  const root = smallSite(t);
  const { out, code } = await run(['cat', `${root}/_posts/2022-02-01-tide.md`], { cwd: '/' });
  assert.equal(code, 0);
  assert.match(out, /^Reading a tide table\n2022-02-01 08:00 \| English News \| tides\n/);
});

test('an article that names another post shows the link to it, by path too', async t => {
  const cwd = smallSite(t);
  const byPath = await run(['cat', '_posts/2021-12-31-harbour-year.md'], { cwd });
  assert.match(byPath.out, /\/gangkou\/2022\/03\/11\/harbour\.html/);
  assert.equal(byPath.out, (await run(['cat', '2021-12-31-harbour-year'], { cwd })).out);
});

test('the label of a category that only its posts together tell stands among the tags, by path and by id', async t => {
  const cwd = smallSite(t);
  const header = (title: string) =>
    `---\ntitle: ${title}\ncategories: tagged\ntags: 共有标签\n---\n`;
  for (const day of ['01', '02', '03']) {
    writeFileSync(join(cwd, `_posts/2022-04-${day}-tagged.md`), `${header(day)}Words.\n`);
  }
  const listed = await run(['list', '-c', 'tagged', '-n', '1', '--format', '{label}'], { cwd });
  assert.equal(listed.out, '共有标签\n');
  const byId = await run(['cat', '2022-04-01-tagged'], { cwd });
  assert.match(byId.out, /^2022-04-01 \| tagged \| 共有标签$/m);
  assert.equal((await run(['cat', '_posts/2022-04-01-tagged.md'], { cwd })).out, byId.out);
});

test('a date without zone that the text names has the zone of the other posts, by path too', async t => {
  const cwd = smallSite(t);
  writeFileSync(join(cwd, '_config.yml'), 'title: x\n');
  const file = '_posts/2022-04-01-dated.md';
  writeFileSync(join(cwd, file), '---\ndate: 2022-04-01 10:00:00\n---\nAt {{ page.date }}.\n');
  const byPath = await run(['cat', file], { cwd });
  assert.match(byPath.out, /\+08:?00/);
  assert.equal(byPath.out, (await run(['cat', '2022-04-01-dated'], { cwd })).out);
});

test('no line is wider than asked for, the heading and the targets included', async t => {
  const cwd = smallSite(t);
  for (const width of [20, 33, 60]) {
    const { out } = await run(['cat', '-w', String(width), 'latest'], { cwd });
    for (const line of out.split('\n')) assert.ok(textWidth(line) <= width, `${width}: ${line}`);
  }
});

test('the width is that of the terminal up to 80, and 80 in a pipe', async t => {
  const cwd = smallSite(t);
  const lines = async (columns?: number) => {
    const options = columns === undefined ? { cwd } : { cwd, columns };
    const { out } = await run(['cat', '--color', 'never', 'latest'], options);
    return out;
  };
  assert.equal(await lines(), await lines(200));
  assert.notEqual(await lines(40), await lines());
});

test('width 0 is one line a paragraph', async t => {
  const { out } = await run(['cat', '-w', '0', 'latest'], { cwd: smallSite(t) });
  assert.match(out, /^海港本月吞吐量达到120万标箱，详见大桥报道\[1\]和统计局\[2\]。$/m);
});

test('--links and --body leave out what they say', async t => {
  const cwd = smallSite(t);
  const none = (await run(['cat', '--links', 'none', 'latest'], { cwd })).out;
  assert.doesNotMatch(none, /\[1\]|https/);
  const inline = (await run(['cat', '--links', 'inline', '-w', '0', 'latest'], { cwd })).out;
  assert.match(inline, /统计局 <https:\/\/stats\.example\/a\?b=1>/);
  assert.doesNotMatch(inline, /^\[1\]/m);
  const body = (await run(['cat', '--body', 'latest'], { cwd })).out;
  assert.match(body, /^三月\n/);
  assert.doesNotMatch(body, /^\[1\]/m);
});

test('on a terminal links are hyperlinks that start and end on their row, and nothing else steers', async t => {
  const cwd = smallSite(t);
  const { out } = await run(['cat', '-w', '20', '--color', 'always', 'latest'], { cwd });
  assert.match(out, /\u001b\[1m海港三月吞吐量创新高/);
  assert.match(out, /\u001b\]8;id=2;https:\/\/stats\.example\/a\?b=1\u001b\\/);
  for (const line of out.split('\n')) {
    const opened = line.match(/\u001b\]8;id=\d+;[^\u001b]+\u001b\\/g)?.length ?? 0;
    const closed = line.match(/\u001b\]8;;\u001b\\/g)?.length ?? 0;
    assert.equal(opened, closed, line);
  }
  const rest = out.replace(/\u001b\[[0-9;]*m|\u001b\]8;(?:id=\d+)?;[\u0021-\u007e]*\u001b\\/g, '');
  assert.doesNotMatch(rest, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  assert.equal(rest, (await run(['cat', '-w', '20', 'latest'], { cwd })).out);
});

test('a hostile post steers nothing, in any form', async t => {
  const cwd = smallSite(t);
  for (const form of [
    [],
    ['--json'],
    ['--tsv'],
    ['--format', '{text}{links}'],
    ['--links', 'inline'],
  ]) {
    const { out, code } = await run(['cat', ...form, '2022-01-15-evil'], { cwd });
    assert.equal(code, 0);
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, form.join(' '));
  }
});

test('several articles are divided by a blank line, a rule and a blank line, or by NUL', async t => {
  const cwd = smallSite(t);
  const { out } = await run(['cat', '-w', '30', 'latest', '2022-02-01-tide'], { cwd });
  assert.match(out, /\n\n-{30}\n\nReading a tide table\n/);
  const nul = await run(['cat', '-0', 'latest', '2022-02-01-tide'], { cwd });
  assert.equal(nul.out.split('\0').length, 3);
  assert.doesNotMatch(nul.out, /-{20}/);
});

test('what is missing is told and the rest is printed', async t => {
  const cwd = smallSite(t);
  const { out, err, code } = await run(['cat', 'nothing', '2022-02-01-tide'], { cwd });
  assert.equal(code, 1);
  assert.equal(err, 'kanbao: no such post (nothing)\n');
  assert.match(out, /^Reading a tide table\n/);
});

test('a beginning that fits several posts names them and is exit code 2', async t => {
  const { out, err, code } = await run(['cat', '2022-0'], { cwd: smallSite(t) });
  assert.deepEqual([code, out], [2, '']);
  assert.match(
    err,
    /^kanbao: 4 posts fit \(2022-0\):\n {2}2022-03-11-harbour {2}海港三月吞吐量创新高\n/,
  );
});

test('a post on standard input is read like a file', async t => {
  const cwd = smallSite(t);
  const input =
    '---\ntitle: From a pipe\ndate: 2022-05-06\n---\nSome *words*, [a link](https://x.example/).\n';
  const { out, code, err } = await run(['cat', '-'], { cwd, input });
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    'From a pipe\n2022-05-06\n\nSome words, a link[1].\n\n[1] https://x.example/\n',
  );
  const [post] = JSON.parse((await run(['cat', '--json', '-'], { cwd, input })).out);
  assert.deepEqual([post.title, post.words, post.path], ['From a pipe', 4, '-']);
});

test('a post on standard input is read where nothing can be written', async t => {
  const cwd = smallSite(t);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(cwd, 'none');
  t.after(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  const { out, code, err } = await run(['cat', '-'], { cwd, input: 'Words alone.\n' });
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /Words alone\./);
});

test('nothing on standard input, and a folder, are no posts', async t => {
  const cwd = smallSite(t);
  const empty = await run(['cat', '-'], { cwd });
  assert.deepEqual([empty.code, empty.err], [1, 'kanbao: nothing on standard input (-)\n']);
  const folder = await run(['cat', '_posts'], { cwd });
  assert.deepEqual([folder.code, folder.err], [1, 'kanbao: a folder, not a post (_posts)\n']);
});

test('a FIFO or a device is not opened, and the message says what reads a pipe', async t => {
  const cwd = smallSite(t);
  execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
  for (const reference of ['pipe.md', '/dev/null']) {
    const { code, err } = await run(['cat', reference], { cwd });
    const message = `no regular file; cat - reads a post from standard input (${reference})`;
    assert.deepEqual([code, err], [2, `kanbao: ${message}\n`]);
  }
});

test('JSON adds text, words, links, images and headings in the order of the contract', async t => {
  const { out } = await run(['cat', '--json', 'latest'], { cwd: smallSite(t) });
  const [post] = JSON.parse(out);
  assert.deepEqual(Object.keys(post).slice(11), ['text', 'words', 'links', 'images', 'headings']);
  assert.equal(
    post.text,
    '三月\n\n海港本月吞吐量达到120万标箱，详见大桥报道和统计局。\n\n返回海港新闻｜返回首页',
  );
  assert.deepEqual(post.images, [{ alt: '码头的夜晚', src: '/img/night.jpg' }]);
  assert.deepEqual(post.headings, [{ level: 1, text: '三月' }]);
  assert.deepEqual(post.links[0], {
    n: 1,
    text: '大桥报道',
    href: '/gangkou/2022/03/10/bridge.html',
    kind: 'post',
    target: '2022-03-10-bridge',
  });
  const kinds = post.links.map(({ kind }: { kind: string }) => kind);
  assert.deepEqual(kinds, ['post', 'external', 'category', 'home']);
});

test('links are numbered, with kind, target and text', async t => {
  const cwd = smallSite(t);
  const { out, code } = await run(['links', '2022-03-10-bridge'], { cwd });
  assert.equal(code, 0);
  assert.match(
    out,
    /^1 {2}missing {2}\S*gone\.html {2}没有的报道\n2 {2}category {2}gangkou {2}返回海港新闻\n$/,
  );
  const table = await run(['links', 'latest', '--tsv', '-n', '1'], { cwd });
  assert.equal(
    table.out,
    '1\t大桥报道\t/gangkou/2022/03/10/bridge.html\tpost\t2022-03-10-bridge\n',
  );
});

test('an article without links is exit code 1, as nothing was printed', async t => {
  const { out, code } = await run(['links', 'undated'], { cwd: smallSite(t) });
  assert.deepEqual([out, code], ['', 1]);
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { textWidth } from '../../source/article/width.ts';
import { root } from '../helpers/home.ts';
import { run, smallSite } from './small-site.ts';

type Listed = {
  readonly id: string;
  readonly date: string | null;
  readonly faults: readonly { readonly fault: string; readonly line: number }[];
};

const ids = (out: string): readonly string[] => out.trimEnd().split('\n');

test('list prints date, title, label and id, newest first and the undated last', async t => {
  const { code, out, err } = await run(['list'], { cwd: smallSite(t) });
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.equal(
    out,
    [
      '2022-03-11  海港三月吞吐量创新高  海港新闻  2022-03-11-harbour',
      '2022-03-10  大桥合龙  海港新闻  2022-03-10-bridge',
      '2022-02-01  Reading a tide table  English News  2022-02-01-tide',
      '2022-01-15  Evil ␛]52;c;AAAA␇ title  English News  2022-01-15-evil',
      '2021-12-31  Harbour, the year  English News  2021-12-31-harbour-year',
      '----------  没有日期的一篇  海港新闻  undated',
      '',
    ].join('\n'),
  );
});

test('on a terminal the columns are aligned and titles cut to fit, never an id', async t => {
  const { out } = await run(['list', '--color', 'never'], { cwd: smallSite(t), columns: 70 });
  const lines = out.trimEnd().split('\n');
  assert.equal(lines.length, 6);
  for (const line of lines) {
    assert.ok(textWidth(line) <= 70, line);
    assert.match(line, /(harbour|bridge|tide|evil|harbour-year|undated)$/);
  }
  const starts = lines.map(line => textWidth(line.slice(0, line.search(/海港新闻 |English News/))));
  assert.equal(new Set(starts).size, 1, out);
  assert.match(out, /海港三月吞吐量创新…/);
});

test('--width cuts in a pipe as a terminal does, and 0 never cuts', async t => {
  const cwd = smallSite(t);
  const cut = await run(['list', '-w', '70', '--color', 'never'], { cwd });
  const terminal = await run(['list', '--color', 'never'], { cwd, columns: 70 });
  assert.equal(cut.out, terminal.out);
  const whole = await run(['list', '-w', '0', '--color', 'never'], { cwd, columns: 30 });
  assert.equal(whole.out, (await run(['list'], { cwd })).out);
});

test('styles come only on a terminal or when asked for', async t => {
  const cwd = smallSite(t);
  assert.doesNotMatch((await run(['list'], { cwd })).out, /\u001b/);
  assert.match(
    (await run(['list', '--color', 'always'], { cwd })).out,
    /\u001b\[2m2022-03-11\u001b\[m/,
  );
  assert.match((await run(['list'], { cwd, columns: 80 })).out, /\u001b\[2m/);
  const plain = await run(['list'], { cwd, columns: 80, env: { NO_COLOR: '1' } });
  assert.doesNotMatch(plain.out, /\u001b/);
});

test('filters work alone and together', async t => {
  const cwd = smallSite(t);
  const list = async (...argv: string[]) =>
    ids((await run(['list', '--format', '{id}', ...argv], { cwd })).out);
  assert.deepEqual(await list('-c', 'english'), [
    '2022-02-01-tide',
    '2022-01-15-evil',
    '2021-12-31-harbour-year',
  ]);
  assert.deepEqual(await list('-c', 'English News', '-n1'), ['2022-02-01-tide']);
  assert.deepEqual(await list('-c', '海港新闻', '-t', 'GDP'), ['2022-03-11-harbour']);
  assert.deepEqual(await list('--since', '2022-02', '--until', '2022-03-10'), [
    '2022-03-10-bridge',
    '2022-02-01-tide',
  ]);
  assert.deepEqual(await list('--since', 'today'), ['2022-03-11-harbour']);
  assert.deepEqual(await list('--since', '1d'), ['2022-03-11-harbour', '2022-03-10-bridge']);
  assert.deepEqual(await list('--until', '2021'), ['2021-12-31-harbour-year']);
  assert.deepEqual(await list('--reverse', '-n', '1'), ['undated']);
  assert.deepEqual((await list('--sort', 'title', '-c', 'english')).at(0), '2022-01-15-evil');
  assert.ok((await list('--drafts')).includes('later'));
});

test('JSON holds every field of the contract in its order, and the path opens from the current folder', async t => {
  const root = smallSite(t);
  const cwd = join(root, '_posts');
  const { out } = await run(['list', '--json', '-p', root], { cwd });
  const posts = JSON.parse(out);
  assert.equal(posts.length, 6);
  assert.deepEqual(Object.keys(posts[0]), [
    'id',
    'title',
    'date',
    'categories',
    'label',
    'tags',
    'url',
    'path',
    'read',
    'starred',
    'faults',
  ]);
  assert.deepEqual(posts[0], {
    id: '2022-03-11-harbour',
    title: '海港三月吞吐量创新高',
    date: '2022-03-11T10:17:03+08:00',
    categories: ['gangkou'],
    label: '海港新闻',
    tags: ['海港新闻', 'GDP'],
    url: '/gangkou/2022/03/11/harbour.html',
    path: '2022-03-11-harbour.md',
    read: false,
    starred: false,
    faults: [],
  });
  for (const { path } of posts) assert.ok(existsSync(resolve(cwd, path)), path);
  const undated = posts.at(-1);
  assert.equal(undated.date, null);
  assert.deepEqual(Object.keys(undated.faults[0]), ['line', 'fault', 'message']);
});

test('JSON lines, TSV and templates hold the same posts, NUL ends records where asked', async t => {
  const cwd = smallSite(t);
  const json = JSON.parse((await run(['list', '--json'], { cwd })).out);
  const lines = ids((await run(['list', '--jsonl'], { cwd })).out);
  assert.deepEqual(
    lines.map(line => JSON.parse(line)),
    json,
  );
  const table = ids((await run(['list', '--tsv'], { cwd })).out);
  assert.deepEqual(
    table.map(line => line.split('\t')[0]),
    json.map(({ id }: { id: string }) => id),
  );
  for (const line of table) assert.equal(line.split('\t').length, 11);
  const nul = (await run(['list', '-0', '--format', '{id}'], { cwd })).out;
  assert.equal(nul, json.map(({ id }: { id: string }) => `${id}\0`).join(''));
});

test('no form lets a control byte of a post out', async t => {
  const cwd = smallSite(t);
  for (const form of [[], ['--json'], ['--jsonl'], ['--tsv'], ['--format', '{title}{faults}']]) {
    const { out } = await run(['list', ...form], { cwd });
    assert.doesNotMatch(out, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, form.join(' '));
  }
});

test('nothing that fits is exit code 1 and an empty array', async t => {
  const cwd = smallSite(t);
  assert.deepEqual(
    await run(['list', '--until', '1999'], { cwd }).then(({ code, out }) => [code, out]),
    [1, ''],
  );
  const json = await run(['list', '--until', '1999', '--json'], { cwd });
  assert.deepEqual([json.code, json.out], [1, '[]\n']);
});

test('a category that does not exist is told with the nearest one', async t => {
  const { code, err } = await run(['list', '-c', 'gangkuo'], { cwd: smallSite(t) });
  assert.equal(code, 1);
  assert.equal(err, 'kanbao: no category gangkuo; did you mean gangkou?\n');
});

test('a wrong template, an operand too many and a folder without posts are exit code 2', async t => {
  const cwd = smallSite(t);
  const template = await run(['list', '--format', '{titel}'], { cwd });
  assert.deepEqual(
    [template.code, template.err],
    [2, 'kanbao: --format: no field "titel"; did you mean title?\n'],
  );
  assert.equal((await run(['list', 'x'], { cwd })).code, 2);
  const nowhere = await run(['list'], { cwd: '/' });
  assert.equal(nowhere.code, 2);
  assert.match(
    nowhere.err,
    /^kanbao: no posts found in \/.*looked for .*_config\.yml.*for example: kanbao list/,
  );
  const missing = await run(['list', '-p', 'nowhere'], { cwd });
  assert.equal(missing.code, 2);
  assert.match(missing.err, /nowhere.*does not exist/);
});

test('categories tell posts, newest day, label and slug, and what is unread', async t => {
  const cwd = smallSite(t);
  const { out, code } = await run(['categories'], { cwd });
  assert.equal(code, 0);
  assert.equal(out, '3  2022-03-11  海港新闻  gangkou\n3  2022-02-01  English News  english\n');
  await run(['mark', 'read', 'latest'], { cwd });
  const json = JSON.parse((await run(['categories', '--json', '-n1'], { cwd })).out);
  assert.deepEqual(json, [
    {
      slug: 'gangkou',
      label: '海港新闻',
      posts: 3,
      unread: 2,
      newest: '2022-03-11T10:17:03+08:00',
    },
  ]);
});

test("the newspaper's post with an empty title and an empty date names both faults in JSON", async t => {
  const { out } = await run(['list', '--json', '--posts', join(root, 'posts')], {
    cwd: smallSite(t),
  });
  const posts: readonly Listed[] = JSON.parse(out);
  const post = posts.find(({ id }) => id === '2022-01-19-11223344');
  assert.ok(post);
  assert.deepEqual(
    post.faults.map(({ fault, line }) => [fault, line]),
    [
      ['title-missing', 3],
      ['date-missing', 4],
    ],
  );
  assert.equal(post.date, '2022-01-19T00:00:00+08:00');
});

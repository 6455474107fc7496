import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { unprivileged } from '../helpers/unprivileged.ts';
import { run, smallSite } from './small-site.ts';

test('posts that hold all the words are found, hits in titles first, with a snippet below each', async t => {
  const { out, code, err } = await run(['search', '大桥'], { cwd: smallSite(t) });
  assert.deepEqual([code, err], [0, '']);
  const lines = out.trimEnd().split('\n');
  assert.equal(lines.length, 4);
  assert.equal(lines[0], '2022-03-10  大桥合龙  海港新闻  2022-03-10-bridge');
  assert.match(lines[1] ?? '', /^ {4}\S*大桥昨夜合龙/);
  assert.equal(lines[2], '2022-03-11  海港三月吞吐量创新高  海港新闻  2022-03-11-harbour');
  assert.match(lines[3] ?? '', /^ {4}.*大桥报道/);
});

test('with colour on the words are lit in title and text, case aside; else nothing is, nor in any other form', async t => {
  const cwd = smallSite(t);
  const lit = /\x1b\[1;4;33m([^\x1b]*)\x1b\[m/g;
  const lines = async (...argv: string[]) =>
    (await run(['search', ...argv], { cwd, columns: 100 })).out.trimEnd().split('\n');
  const found = async (...argv: string[]) =>
    (await lines(...argv)).map(line => [...line.matchAll(lit)].map(([, text]) => text));
  const [title, text] = await found('--color', 'always', 'HARBOUR', 'year');
  assert.deepEqual(title, ['Harbour', 'year']);
  assert.ok(text?.includes('harbour'), `${text}`);
  const bridge = await found('--color', 'always', '大桥', '合龙');
  assert.deepEqual(bridge[0], ['大桥', '合龙']);
  assert.deepEqual(bridge[1]?.slice(0, 1), ['大桥']);
  const plain = await lines('--color', 'never', '大桥', '合龙');
  const colored = await lines('--color', 'always', '大桥', '合龙');
  assert.deepEqual(
    colored.map(line => line.replace(/\x1b\[[\d;]*m/g, '')),
    plain,
    'colour changes nothing else',
  );
  for (const form of ['--json', '--jsonl', '--tsv', '--format={title}|{snippet}'])
    assert.deepEqual(
      await lines('--color', 'always', form, '大桥'),
      await lines('--color', 'never', form, '大桥'),
    );
});

test('JSON adds the snippet and where the words are', async t => {
  const { out } = await run(['search', '--json', 'harbour'], { cwd: smallSite(t) });
  const [hit] = JSON.parse(out);
  assert.deepEqual([hit.id, hit.where], ['2021-12-31-harbour-year', 'title']);
  assert.deepEqual(Object.keys(hit).slice(-2), ['snippet', 'where']);
});

test('filters and the limit narrow a search', async t => {
  const cwd = smallSite(t);
  const found = async (...argv: string[]) =>
    (await run(['search', '--format', '{id}', ...argv], { cwd })).out.split('\n').slice(0, -1);
  assert.deepEqual(await found('gdp', 'twice'), ['2022-02-01-tide']);
  assert.deepEqual(await found('大桥', '-n', '1'), ['2022-03-10-bridge']);
  assert.deepEqual(await found('大桥', '--since', '2022-03-11'), ['2022-03-11-harbour']);
  assert.deepEqual(await found('大桥', '-c', 'english'), []);
});

test('no hit is exit code 1, no word 2', async t => {
  const cwd = smallSite(t);
  assert.equal((await run(['search', '没有这个词'], { cwd })).code, 1);
  const { code, err } = await run(['search', ' '], { cwd });
  assert.equal(code, 2);
  assert.match(err, /^kanbao: search takes at least one word/);
});

test('a post that cannot be read is named, and the others are searched', async t => {
  const cwd = smallSite(t);
  const path = '_posts/2022-03-10-bridge.md';
  for (const folder of [dirname(cwd), cwd]) chmodSync(folder, 0o755);
  chmodSync(join(cwd, path), 0o000);
  await unprivileged(async () => {
    const { out, err, code } = await run(['search', '--format', '{id}', '大桥'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /2022-03-11-harbour/);
    assert.match(
      err,
      /^kanbao: the file cannot be read and was not searched: permission denied \(_posts\/2022-03-10-bridge\.md\)\n$/,
    );
    assert.equal((await run(['search', '没有这个词'], { cwd })).code, 2);
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { measureOf } from '../../source/reader/state/geometry.ts';
import { firstPrefs } from '../../source/reader/state/prefs.ts';
import { type Ran, run, smallSite } from './small-site.ts';

function reading({ outcome, err }: Ran) {
  assert.ok(outcome.ended === undefined, err);
  return outcome.reading;
}

test('on a terminal no command opens the reader, elsewhere it lists', async t => {
  const cwd = smallSite(t);
  const { library, start } = reading(await run([], { cwd, columns: 80 }));
  assert.equal(library.site.title, '海滨新闻');
  assert.deepEqual(start, {});
  const { out } = await run([], { cwd });
  assert.equal(out, (await run(['list'], { cwd })).out);
  assert.equal((await run([], { cwd, columns: 80, env: { TERM: 'dumb', NO_COLOR: '1' } })).code, 0);
});

test('options that only printing has list on a terminal too', async t => {
  const cwd = smallSite(t);
  const { out } = await run(['--json', '-n1'], { cwd, columns: 80 });
  assert.equal(JSON.parse(out).length, 1);
});

test('a folder is the site, a file or read with a post is where the reader starts', async t => {
  const root = smallSite(t);
  const folder = reading(await run([root], { cwd: '/', columns: 80 }));
  assert.equal(folder.library.site.root, root);
  const file = reading(await run([join(root, '_posts/undated.md')], { cwd: '/', columns: 80 }));
  assert.equal(file.start.post?.id, 'undated');
  const named = reading(await run(['read', 'latest'], { cwd: root, columns: 80 }));
  assert.equal(named.start.post?.id, '2022-03-11-harbour');
});

test('in a pipe a folder is listed and a post printed', async t => {
  const root = smallSite(t);
  assert.equal(
    (await run([root, '--format', '{id}', '-n1'], { cwd: '/' })).out,
    '2022-03-11-harbour\n',
  );
  const path = join(root, '_posts/undated.md');
  assert.equal((await run([path], { cwd: '/' })).out, (await run(['cat', path], { cwd: '/' })).out);
  assert.match((await run(['read', 'undated'], { cwd: root })).out, /^没有日期的一篇\n/);
});

test('a word that is no command is told with the nearest one', async t => {
  const { code, err } = await run(['lsit'], { cwd: smallSite(t), columns: 80 });
  assert.deepEqual(
    [code, err],
    [2, 'kanbao: no command, file or folder of that name (lsit); did you mean list?\n'],
  );
});

test('the configuration, then the options, decide how the reader looks', async t => {
  const cwd = smallSite(t);
  const folder = join(cwd, '../home/.config/kanbao');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.yml'), 'width: 66\nlang: zh\nhang: true\nwdith: 5\n');
  const ran = await run([], { cwd, columns: 80 });
  assert.match(ran.err, /^kanbao: unknown key "wdith"; did you mean width\? \(.*config\.yml\)\n$/);
  const { settings } = reading(ran);
  assert.deepEqual(settings, {
    lang: 'zh',
    width: 66,
    ambiguous: 1,
    paragraphs: 'spaced',
    hang: true,
    color: true,
    complaints: ['unknown key "wdith"; did you mean width?'],
  });
  const given = reading(
    await run(['-w', '50', '--lang', 'en', '--no-color'], { cwd, columns: 80 }),
  );
  assert.deepEqual(
    [given.settings.width, given.settings.lang, given.settings.color],
    [50, 'en', false],
  );
  const widest = reading(await run(['-w', '0'], { cwd, columns: 80 })).settings.width;
  const prefs = firstPrefs(widest);
  assert.equal(measureOf(80, prefs).measure, measureOf(80, { ...prefs, article: 'full' }).measure);
});

test('the site is the option before the environment before the configuration before the current folder', async t => {
  const [a, b] = [smallSite(t), smallSite(t)];
  const cwd = smallSite(t);
  const root = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    reading(await run(argv, { cwd, columns: 80, env })).library.site.root;
  assert.equal(await root([]), cwd);
  assert.equal(await root([], { KANBAO_POSTS: a }), a);
  assert.equal(await root(['-p', b], { KANBAO_POSTS: a }), b);
});

test('help and version go to standard output', async t => {
  const cwd = smallSite(t);
  const version = await run(['--version'], { cwd });
  assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
  assert.match((await run(['list', '--help'], { cwd })).out, /^kanbao list\n/);
  assert.equal((await run(['--help'], { cwd })).code, 0);
});

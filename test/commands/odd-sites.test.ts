import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { textWidth } from '../../source/article/width.ts';
import { widest } from '../../source/commands/columns.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { unprivileged } from '../helpers/unprivileged.ts';
import { run } from './small-site.ts';

/** All control characters but LF, TAB (in TSV) and NUL (with --null). */
const control = /[\x01-\x08\x0b-\x1f\x7f-\x9f]/;

/** A folder of posts without any rules, whose folders, names, header and text try to steer a terminal. */
function evilSite(): string {
  const root = join(temporaryFolder(), 'news');
  const folder = join(root, 'posts', '\u001b[31mred\u009b0m');
  mkdirSync(folder, { recursive: true });
  const header =
    '---\ntitle: "a \\e]0;b\\a c"\ndate: 2022-03-11 10:00:00 +0800\ntags: ["\\e[1m"]\npermalink: "/\\e[2m/"\n---\n';
  writeFileSync(
    join(folder, '2022-03-11-\u001b]0;name\u0007.md'),
    `${header}Text &#27;[31m and [link](http://x.example/&#27;[1m).\n`,
  );
  writeFileSync(join(folder, '2022-03-10-two\nlines.md'), '---\ntitle: Two lines\n---\nText.\n');
  return root;
}

const forms = [[], ['--json'], ['--jsonl'], ['--tsv'], ['--null'], ['--width', '40']] as const;

test('no name of a folder or file, no header and no text puts a control character into any output', async () => {
  const cwd = evilSite();
  const { out: listed } = await run(['list', '--jsonl'], { cwd });
  const paths = listed
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).path);
  assert.equal(paths.length, 2);
  const commands = [
    ['list'],
    ['categories'],
    ['search', 'text'],
    ...paths.flatMap(path => [
      ['cat', path],
      ['links', path],
    ]),
    ['cat', 'no\u001b[31mpost'],
    ['list', '-c', 'no\u001b[31mcategory'],
  ];
  for (const command of commands) {
    for (const form of forms) {
      const { out, err } = await run([...command, ...form], { cwd });
      assert.doesNotMatch(out, control, `${command.join(' ')} ${form.join(' ')}`);
      assert.doesNotMatch(err, control, `${command.join(' ')} ${form.join(' ')}`);
    }
  }
});

test('categories and links fit the width that is asked for, and cut no slug and no target', async () => {
  const cwd = join(temporaryFolder(), 'news');
  mkdirSync(join(cwd, '_posts'), { recursive: true });
  const text = '一段很长的链接文字'.repeat(10);
  writeFileSync(
    join(cwd, '_posts/2022-03-11-a.md'),
    `---\ncategories: gangkouxinwen\n---\n[${text}](https://x.example/a/b)\n\n[返回${'海港'.repeat(20)}](/category/gangkouxinwen.html)\n`,
  );
  for (const command of [['categories'], ['links', 'latest']]) {
    const { out, code } = await run([...command, '-w', '50'], { cwd });
    assert.equal(code, 0);
    for (const line of out.trimEnd().split('\n')) assert.ok(textWidth(line) <= 50, line);
    assert.match(out, command[0] === 'links' ? /https:\/\/x\.example\/a\/b/ : /gangkouxinwen$/m);
  }
});

test('the widest of any number of texts is found', () => {
  const texts = Array.from({ length: 300_000 }, (_, index) => (index === 1000 ? '海港' : 'abc'));
  assert.equal(widest(texts, 1), 4);
});

test('a folder that cannot be read is named, and makes an empty list a failure', async () => {
  const folder = temporaryFolder();
  const cwd = join(folder, 'news');
  mkdirSync(join(cwd, '_posts/locked'), { recursive: true });
  chmodSync(folder, 0o755);
  chmodSync(join(cwd, '_posts/locked'), 0);
  const { out, code, err } = await unprivileged(() => run(['list'], { cwd }));
  assert.deepEqual([out, code], ['', 2]);
  assert.match(err, /_posts\/locked/);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { separator } from '../../source/commands/article-text.ts';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';
import { runKanbao } from '../helpers/run-kanbao.ts';
import { type Ran, run } from './small-site.ts';

const folder = join(import.meta.dirname, 'golden');
const site = join(root, 'posts');

/** Each command with arguments whose answer shows what it can print, and a template of its fields. */
const commands: readonly (readonly [argv: readonly string[], template: string])[] = [
  [['list', '-n', '6'], '{date:%Y-%m-%d %H:%M}|{title:20}|{label}|{tags}|{id}|{url}|{path}|{read}'],
  [['list', '-c', 'englishdesk', '--sort', 'title', '--reverse'], '{title}|{categories}|{starred}'],
  [['categories'], '{slug:16}|{label}|{posts}|{unread}|{newest:%e.%m.%y}'],
  [['cat', '2022-03-06-10052231', 'latest'], '{title}|{words}|{links}|{images}|{headings}'],
  [['search', '-n', '3', '潮'], '{id}|{where}|{snippet:40}|{faults}'],
  [['links', '2022-03-11-letters'], '{n}|{kind}|{target}|{text}|{href}'],
  [['check'], '{path}:{line}:{fault}:{message}'],
  [['mark', 'star', 'latest'], ''],
  [['list', '-c', 'no-such-category'], '{id}'],
  [['cat', 'no-such-post'], '{id}'],
  [['read', '-n', '2'], '{id}|{title}'],
  [['completion', 'bash'], ''],
  [['completion', 'zsh'], ''],
  [['completion', 'fish'], ''],
];

const colors = [
  ['--color', 'never'],
  ['--color', 'always'],
  ['--color', 'auto'],
] as const;

function forms(template: string): readonly (readonly string[])[] {
  if (template === '') return [[]];
  return [
    [],
    ['--json'],
    ['--jsonl'],
    ['--tsv'],
    ['--format', template],
    ['--null'],
    ['-0', '--json'],
  ];
}

/** Control characters made visible, so that a golden file is text that people can compare. */
function visible(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\u001b', '\\e')
    .replaceAll('\0', '\\0\n')
    .replaceAll('\t', '\\t');
}

function record(argv: readonly string[], { out, err, code }: Ran): string {
  const words = argv.map(word => (/[^\w./=-]/u.test(word) ? `'${word}'` : word));
  const told = err === '' ? '' : `stderr:\n${visible(err)}`;
  return `$ kanbao ${words.join(' ')}\nexit ${code}\n${visible(out)}${told}\n`;
}

/** What a pipe and a terminal must not get: any control byte but those the form asks for. */
function assertClean(argv: readonly string[], out: string): void {
  const allowed = argv.includes('--tsv') ? /[\t\n]/g : /\n/g;
  const rest = out
    .replace(argv.includes('-0') || argv.includes('--null') ? /\0/g : /(?!)/g, '')
    .replace(
      argv.includes('always') ? /\u001b\[[0-9;]*m|\u001b\]8;[^\u001b]*\u001b\\/g : /(?!)/g,
      '',
    )
    .replace(allowed, '');
  assert.doesNotMatch(rest, /[\u0000-\u001f\u007f-\u009f]/, argv.join(' '));
}

for (const [command, template] of commands) {
  const name = command.join('-').replace(/[^\w-]+/gu, '');
  test(`kanbao ${command.join(' ')}: every format in every colour is what it was`, async () => {
    const parts: string[] = [];
    for (const form of forms(template)) {
      const outs: string[] = [];
      for (const color of colors) {
        const argv = [...command, ...form, ...color];
        const ran = await run(argv, { cwd: site, env: { HOME: temporaryFolder() } });
        assertClean(argv, ran.out);
        outs.push(ran.out);
        parts.push(record(argv, ran));
        if (form.includes('--json') && ran.out !== '') JSON.parse(ran.out.replaceAll('\0', ''));
      }
      assert.equal(outs[2], outs[0], 'a pipe gets no styles unless told');
    }
    const whole = parts.join('\n');
    const file = join(folder, `${name}.txt`);
    if (process.env.KANBAO_GOLDEN === 'write') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, whole);
    }
    assert.equal(whole, readFileSync(file, 'utf8'));
  });
}

for (const [index, [command, template]] of commands.entries()) {
  const all = forms(template);
  const form = all[index % all.length] ?? [];
  const argv = [...command, ...form, ...(colors[index % colors.length] ?? [])];
  test(`the program as built says the same through pipes: ${argv.join(' ')}`, async () => {
    const { out, err, code } = await run(argv, { cwd: site, env: { HOME: temporaryFolder() } });
    const ended = runKanbao(argv, { cwd: site });
    assert.deepEqual(ended, { status: code, stdout: out, stderr: err });
  });
}

const hasJq = spawnSync('jq', ['--version']).status === 0;

test('every post is printed of the paths that a list gives as JSON', {
  skip: !hasJq && 'left out: jq is not installed',
}, () => {
  const program = `'${process.execPath}' '${join(root, 'dist/cli.js')}'`;
  const line = `set -o pipefail; ${program} list --json | jq -r '.[].path' | xargs -d '\\n' ${program} cat`;
  const env = freshEnvironment();
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: site,
    env,
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
  const posts = JSON.parse(runKanbao(['list', '--json'], { cwd: site }).stdout);
  assert.equal(stdout.split(separator(80)).length, posts.length);
});

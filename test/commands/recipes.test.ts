import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { textWidth } from '../../source/article/width.ts';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';

/** The shell code of the readme's recipes, in order. */
const readme = readFileSync(join(root, 'readme.md'), 'utf8');
const section = /^## Recipes\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
const recipes = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

const hasJq = spawnSync('jq', ['--version']).status === 0;

/** Programs that take the place of those a reader of the readme has: they show what they were given. */
const standIns: Readonly<Record<string, string>> = {
  kanbao: `exec '${process.execPath}' '${join(root, 'dist/cli.js')}' "$@"`,
  // Shows the preview of the first line and picks that line, as Enter does.
  fzf: `
export FZF_PREVIEW_COLUMNS=56
while [ $# -gt 0 ]; do case $1 in --preview) preview=$2; shift ;; esac; shift; done
IFS= read -r line; cat > /dev/null
id=$(printf '%s' "$line" | cut -f 1)
sh -c "$(printf '%s' "$preview" | sed "s/{1}/'$id'/")" > "$HOME/preview"
printf '%s\\n' "$line"`,
  'espeak-ng': 'echo "spoken $*"; cat',
  trans: 'echo "translated $*"; cat',
  mail: 'echo "mailed $2 to $3"; cat',
  watch: 'shift 2; exec "$@"',
  'notify-send': 'echo "notified $1" > /dev/stderr; printf "%s\\n" "$1" >> "$HOME/notified"',
};

/** A copy of `posts/` with a post of today, as home of somebody who keeps it in `~/news`. */
function desk() {
  const home = temporaryFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  for (const [name, code] of Object.entries(standIns)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${code}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const news = join(home, 'news');
  cpSync(join(root, 'posts'), news, { recursive: true });
  const env = freshEnvironment({ PATH: `${bin}:${process.env.PATH}`, HOME: home });
  const shell = (code: string) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', code], {
      cwd: news,
      env,
      input: '',
      encoding: 'utf8',
    });
    return { status, out: stdout, err: stderr };
  };
  return { home, news, shell };
}

function recipe(mark: string): string {
  const found = recipes.filter(code => code.includes(mark));
  assert.equal(found.length, 1, `one recipe with ${mark}`);
  return found[0] ?? '';
}

test('every recipe of the readme is run by a test', () => {
  const tried = readFileSync(import.meta.filename, 'utf8').match(/recipe\('[^']+'\)/g) ?? [];
  assert.equal(new Set(tried).size, recipes.length);
});

test('the picker lists, previews and opens a post', () => {
  const { home, shell } = desk();
  const { status, out, err } = shell(recipe('fzf'));
  assert.deepEqual([status, err], [0, '']);
  const preview = readFileSync(join(home, 'preview'), 'utf8');
  assert.match(preview, /^\u001b\[1m读者来信：单车该停哪里？/);
  const rows = stripVTControlCharacters(preview).split('\n');
  const widest = Math.max(...rows.map(row => textWidth(row)));
  assert.ok(widest > 50 && widest <= 56, `${widest} cells fill the pane`);
  assert.match(out, /^读者来信：单车该停哪里？/);
});

test('the statistics count every post once', { skip: hasJq ? false : 'no jq here' }, () => {
  const { shell } = desk();
  const { status, out, err } = shell(recipe('group_by'));
  assert.deepEqual([status, err], [0, '']);
  const rows = out.trimEnd().split('\n');
  for (const row of rows) assert.match(row, /^[^\t]*\t(?:2022-0[1-3])?\t\d+$/);
  const count = rows.reduce((sum, row) => sum + Number(row.split('\t')[2]), 0);
  assert.equal(count, Number(shell('kanbao list --jsonl | wc -l').out));
});

test('grep finds lines of articles with their ids', { skip: hasJq ? false : 'no jq here' }, () => {
  const { shell } = desk();
  const { status, out, err } = shell(recipe('grep -E'));
  assert.deepEqual([status, err], [0, '']);
  for (const line of out.trimEnd().split('\n')) assert.match(line, /^[\w-]+: .*[大小]潮/);
});

test('speech and translation get words alone, one paragraph a line', () => {
  const { out, status } = desk().shell(recipe('espeak-ng'));
  assert.equal(status, 0);
  const [spoken = '', translated = ''] = out.split('translated -b zh:en\n');
  assert.match(spoken, /^spoken -v cmn\n/);
  assert.equal(spoken.replace('spoken -v cmn\n', ''), translated);
  assert.doesNotMatch(translated, /\[\d+\]/);
});

test('the daily letter holds what came today, and is not written when nothing came', () => {
  const { news, shell } = desk();
  const nothing = shell(recipe('mail -s'));
  assert.deepEqual([nothing.status, nothing.out, nothing.err], [1, '', '']);
  const day = shell('date +%F').out.trim();
  const post = `---\ntitle: Today\ndate: ${day} 08:00:00\n---\nIt came in today.\n`;
  writeFileSync(join(news, '_posts', `${day}-today.md`), post);
  const { status, out, err } = shell(recipe('mail -s'));
  assert.deepEqual([status, err], [0, '']);
  assert.match(out, new RegExp(`^mailed News of ${day} to me@example.org\nToday\n`));
  assert.match(out, /^It came in today\.$/m);
});

test('watching lists what is unread', () => {
  const { shell } = desk();
  const first = shell(recipe('watch --interval'));
  assert.deepEqual([first.status, first.err, first.out.trimEnd().split('\n').length], [0, '', 20]);
  shell('kanbao mark read latest');
  assert.notEqual(shell(recipe('watch --interval')).out.split('\n')[0], first.out.split('\n')[0]);
});

test('each unread post is told once', () => {
  const { home, shell } = desk();
  shell("kanbao list --format '{id}' | tail -n +3 | kanbao mark read -");
  assert.equal(shell(recipe('notify-send')).status, 0);
  assert.equal(shell(recipe('notify-send')).status, 0);
  const told = readFileSync(join(home, 'notified'), 'utf8').trimEnd().split('\n');
  assert.equal(told.length, 2);
  assert.match(told[0] ?? '', /^读者来信/);
});

test('the reader is opened at the post a search found', () => {
  const { status, out, err } = desk().shell(recipe('kanbao search --limit 1'));
  assert.deepEqual([status, err], [0, '']);
  assert.match(out, /^潮汐表怎么读？/);
});

test('the completion is read by bash', () => {
  const { status, out, err } = desk().shell(`${recipe('completion bash')}complete -p kanbao`);
  assert.deepEqual([status, out, err], [0, 'complete -F _kanbao kanbao\n', '']);
});

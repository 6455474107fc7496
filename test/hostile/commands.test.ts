import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type Ran, run } from '../commands/small-site.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { addressPosts } from './addresses.ts';
import { hostilePosts, writeHostileSite } from './corpus.ts';

/** All but LF; a TAB is one too, since only `--tsv` may print it. */
const CONTROLS = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;
const UNSEEN =
  /[\u061c\u200e\u200f]?[\u202d\u202e\u206a-\u206f\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])/;

const root = join(temporaryFolder(), 'site');
/** The shape of an attack counts here, not its size. */
const posts = hostilePosts(0.02);
let paths: readonly string[] = [];

before(() => {
  const written = writeHostileSite(root, posts);
  paths = [...written.values()].filter(path => typeof path === 'string');
});

/** Runs a command on the hostile site; what it prints is clean, and no fault of the program's own. */
async function safely(...argv: readonly string[]): Promise<Ran> {
  const ran = await run(argv, { cwd: root });
  const name = argv.slice(0, 4).join(' ');
  const out = argv.includes('--tsv') ? ran.out.replaceAll('\t', '') : ran.out;
  for (const [what, text] of [
    ['output', out],
    ['messages', ran.err],
  ] as const) {
    const at = text.search(CONTROLS);
    assert.equal(
      at,
      -1,
      `${name}: control in ${what}: ${JSON.stringify(text.slice(at - 40, at + 40))}`,
    );
    assert.doesNotMatch(text, UNSEEN, `${name}: ${what}`);
  }
  assert.doesNotMatch(ran.err, /\n\s+at |(?:Type|Range|Syntax|Reference)?Error\b/, name);
  for (const line of ran.err.split('\n')) assert.match(line, /^(?:kanbao: .*)?$/, name);
  return ran;
}

test('a folder of hostile posts is listed whole, in every form', async () => {
  const { code, out, err } = await safely('list', '--json');
  assert.deepEqual([code, err], [0, '']);
  const listed: readonly { readonly path: string; readonly id: string }[] = JSON.parse(out);
  assert.equal(listed.length, posts.length);
  assert.equal(new Set(listed.map(({ id }) => id)).size, posts.length);
  for (const form of [
    [],
    ['--jsonl'],
    ['--tsv'],
    ['--sort', 'title'],
    ['--format', '{title} {label} {path}'],
  ]) {
    const ran = await safely('list', ...form);
    assert.equal(ran.code, 0);
    assert.equal(ran.out.trimEnd().split('\n').length, posts.length, form.join(' '));
  }
  const records = await safely('list', '--null', '--format', '{id}').catch((error: Error) => error);
  assert.ok(records instanceof Error, '--null is the one option that prints NUL');
});

test('the categories of hostile posts are listed as names', async () => {
  for (const form of [[], ['--json'], ['--tsv']]) {
    assert.equal((await safely('categories', ...form)).code, 0);
  }
});

test('every hostile post is printed as text, at any width, and as data', async () => {
  for (const [width, links] of [
    ['20', 'inline'],
    ['80', 'numbered'],
    ['0', 'none'],
  ] as const) {
    const ran = await safely(
      'cat',
      ...paths.map(path => `./${path.slice(root.length + 1)}`),
      '--width',
      width,
      '--links',
      links,
    );
    assert.deepEqual([ran.code, ran.err], [0, '']);
  }
  const ran = await safely('cat', '--json', ...paths);
  assert.deepEqual([ran.code, ran.err], [0, '']);
  const records: readonly { readonly text: string }[] = JSON.parse(ran.out);
  assert.equal(records.length, paths.length);
});

test('the links of hostile posts are listed with what they are', async () => {
  for (const post of addressPosts()) {
    const { code, out } = await safely('links', '--json', join(root, '_posts', String(post.file)));
    assert.ok(code <= 1, post.name);
    const links: readonly { readonly kind: string; readonly target: string }[] = JSON.parse(out);
    for (const { kind, target } of links) {
      if (/^\s*(?:javascript|vbscript|data|file):/i.test(target))
        assert.equal(kind, 'external', target);
    }
    assert.equal((await safely('links', join(root, '_posts', String(post.file)))).code, code);
  }
});

test('the faults of hostile posts are told', async () => {
  const { code, out } = await safely('check', '--json');
  assert.equal(code, 1);
  const faults: readonly { readonly path: string; readonly line: number }[] = JSON.parse(out);
  assert.ok(faults.length > posts.length / 4, `${faults.length} faults`);
  for (const { path, line } of faults) assert.ok(path !== '' && line >= 1, path);
  assert.equal((await safely('check')).code, 1);
});

test('words are found in hostile posts', async () => {
  const { code, out } = await safely('search', '--json', 'theend');
  assert.equal(code, 0);
  const hits: readonly { readonly path: string }[] = JSON.parse(out);
  assert.ok(hits.length > posts.length / 2, `${hits.length} hits`);
  for (const words of ['\x1b[31m', '__proto__', '（']) await safely('search', words);
});

test('no hostile header runs, or changes what every object has', () => {
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal(existsSync('/tmp/owned'), false);
});

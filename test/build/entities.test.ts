import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';

/** Names with a way of their own in the program as built, then such as need the table of all. */
const NAMES: readonly (readonly [string, string])[] = [
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['middot', '·'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['copy', '©'],
  ['Eacute', 'É'],
  ['notin', '∉'],
  ['CounterClockwiseContourIntegral', '∳'],
];

function textOf(name: string, body: string): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, body);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'cat', '--json', file],
    { env: freshEnvironment(), encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  return JSON.parse(stdout)[0].text;
}

const written = NAMES.map(([name]) => `a&${name};b`).join(' ');
const shown = NAMES.map(([, character]) => `a${character}b`).join(' ');

test('the program as built reads named characters in HTML', () => {
  assert.equal(textOf('a.html', `<p>${written}</p>`), shown);
});

test('the program as built reads named characters in Markdown', () => {
  assert.equal(textOf('a.md', written.replaceAll('&apos;', '&#39;')), shown);
});

test('what only begins like a named character stays text, but for what HTML knows without its end', () => {
  const body = '<p>&amp &ampx; &nbspx &hellip &unknown; &#x1F600; &#20013; &</p>';
  assert.equal(textOf('a.html', body), '& &x; \u00a0x &hellip &unknown; 😀 中 &');
});

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readHtml } from '../../source/article/html-article.ts';
import { read } from '../article/reading.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';
import { ACCEPTED } from './kramdown-differences.ts';

const folder = sharedFolder('suites/kramdown/testcases');

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Names of the test cases, without ending, whose words we read in another way. */
function differing(cases: string): string[] {
  return globSync('**/*.text', { cwd: cases })
    .map(file => file.slice(0, -'.text'.length))
    .filter(name => existsSync(join(cases, `${name}.html`)))
    .filter(name => {
      const ours = read(readFileSync(join(cases, `${name}.text`), 'utf8'));
      const theirs = readHtml(readFileSync(join(cases, `${name}.html`), 'utf8'));
      return words(ours.text) !== words(theirs.text);
    })
    .sort();
}

test('kramdown’s own test cases give kramdown’s words, but for the accepted differences', {
  skip: folder === undefined ? leftOut : false,
}, () => {
  assert.deepEqual(differing(folder ?? ''), Object.values(ACCEPTED).flat().sort());
});

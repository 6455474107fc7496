import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertSound, read } from '../article/reading.ts';
import { root } from '../helpers/home.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';

const HEADER = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.|\+\+\+)[ \t]*(?:\r?\n|$)/;

/** Reads every post below `folder`; gives back how many there were. */
function readAll(folder: string): number {
  const files = globSync('**/*.{md,markdown,html,txt}', { cwd: folder });
  for (const file of files) {
    const body = readFileSync(join(folder, file), 'utf8').replace(HEADER, '');
    assertSound(read(body, file.endsWith('.html') ? 'html' : 'markdown'), file);
  }
  return files.length;
}

test('every post of our own newspaper makes a sound article', () => {
  assert.ok(readAll(join(root, 'posts')) >= 40);
});

const corpora = sharedFolder('corpora');

test('every post of the corpora makes a sound article', {
  skip: corpora === undefined ? leftOut : false,
}, () => {
  assert.ok(readAll(corpora ?? '') > 1000);
});

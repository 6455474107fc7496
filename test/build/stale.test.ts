import assert from 'node:assert/strict';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isStale } from '../../source/build/stale.ts';
import { temporaryFolder } from '../helpers/home.ts';

/** A project whose files were all changed at `seconds`; `dist/cli.js` at `built`, if at all. */
function project(seconds: number, built?: number): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'source/library'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  const files = ['package.json', 'package-lock.json', 'source/library/scan.ts'];
  for (const file of files) {
    writeFileSync(join(folder, file), '');
  }
  for (const path of [...files, 'source/library', 'source']) {
    utimesSync(join(folder, path), seconds, seconds);
  }
  if (built !== undefined) {
    writeFileSync(join(folder, 'dist/cli.js'), '');
    utimesSync(join(folder, 'dist/cli.js'), built, built);
  }
  return folder;
}

test('what was never built is stale', () => {
  assert.equal(isStale(project(1000)), true);
});

test('what was built after the last change is fresh', () => {
  assert.equal(isStale(project(1000, 2000)), false);
});

test('a file changed deep in source makes the build stale', () => {
  const folder = project(1000, 2000);
  utimesSync(join(folder, 'source/library/scan.ts'), 3000, 3000);
  assert.equal(isStale(folder), true);
});

test('a file removed from source makes the build stale', () => {
  const folder = project(1000, 2000);
  utimesSync(join(folder, 'source/library'), 3000, 3000);
  assert.equal(isStale(folder), true);
});

test('another set of dependencies makes the build stale', () => {
  const folder = project(1000, 2000);
  utimesSync(join(folder, 'package-lock.json'), 3000, 3000);
  assert.equal(isStale(folder), true);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Library, SearchFound } from '../../../source/library/library.ts';
import { createSearches } from '../../../source/reader/data/searches.ts';

test('a search over a library that has changed is not done before it is, whatever was found before', () => {
  let version = 1;
  let tell = (_: SearchFound): void => undefined;
  const library = {
    version: () => version,
    search: (_: readonly string[], listener: (found: SearchFound) => void) => {
      tell = listener;
      return () => undefined;
    },
  } as unknown as Library;
  const searches = createSearches(library, () => undefined);
  const none: SearchFound = { hits: [], settled: true, count: 0, looked: 1, done: true };
  searches.seek('海', 1);
  assert.equal(searches.found('海').done, false);
  tell(none);
  assert.equal(searches.found('海').done, true);
  version = 2;
  searches.seek('海', 1);
  assert.equal(searches.found('海').done, false);
  tell(none);
  assert.equal(searches.found('海').done, true);
});

test('a search that was given up with its words is begun anew with them', () => {
  const begun: string[] = [];
  const library = {
    version: () => 1,
    search: (words: readonly string[]) => {
      begun.push(words.join(' '));
      return () => undefined;
    },
  } as unknown as Library;
  const searches = createSearches(library, () => undefined);
  searches.seek('海', 1);
  searches.seek('', 1);
  searches.seek('海', 1);
  assert.deepEqual(begun, ['海', '海']);
});

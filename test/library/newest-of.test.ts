import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestOf, pendingOf } from '../../source/library/load-posts.ts';
import type { Candidate } from '../../source/library/post-place.ts';
import { wholeNumbers } from '../helpers/random.ts';

function candidate(name: string, folders: readonly string[] = ['_posts']): Candidate {
  const path = `${folders.join('/')}/${name}`;
  return { kind: 'post', path, name, folders, above: [], below: folders.slice(1) };
}

/** Files of one folder in an order of no meaning. */
function shuffled(count: number): Candidate[] {
  const random = wholeNumbers(7);
  const left = Array.from({ length: count }, (_, day) => {
    const date = new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(0, 10);
    return candidate(`${date}-post.md`);
  });
  const mixed: Candidate[] = [];
  while (left.length > 0) mixed.push(...left.splice(random(left.length), 1));
  return mixed;
}

test('the newest files are the first of all in order, with the ids they have among all', async () => {
  for (const count of [0, 1, 49, 50, 51, 3000]) {
    const files = shuffled(count);
    const all = await pendingOf(files);
    assert.deepEqual(newestOf(files, 50), all.slice(0, 50), `${count} files`);
  }
});

test('files that share their name are given with the ids that tell them apart, or none are', async () => {
  const twins = [...shuffled(300), candidate('2001-10-27-post.html')];
  assert.deepEqual(newestOf(twins, 50), (await pendingOf(twins)).slice(0, 50));
  const elsewhere = [...shuffled(300), candidate('2001-10-27-post.md', ['_posts', 'old'])];
  assert.deepEqual(newestOf(elsewhere, 50), (await pendingOf(elsewhere)).slice(0, 50));
  // The fiftieth has its twin right after it.
  const divided = [...shuffled(300), candidate('2001-09-08-post.html')];
  assert.deepEqual(newestOf(divided, 50), []);
});

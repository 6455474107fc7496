import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestOf, pendingOf } from '../../source/library/load-posts.ts';
import type { FolderFiles } from '../../source/library/post-place.ts';
import { wholeNumbers } from '../helpers/random.ts';

function filesIn(folders: readonly string[], names: readonly string[]): FolderFiles {
  return { kind: 'post', names, folders, above: [], below: folders.slice(1) };
}

/** Names in an order of no meaning. */
function shuffled(count: number): string[] {
  const random = wholeNumbers(7);
  const left = Array.from({ length: count }, (_, day) => {
    const date = new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(0, 10);
    return `${date}-post.md`;
  });
  const mixed: string[] = [];
  while (left.length > 0) mixed.push(...left.splice(random(left.length), 1));
  return mixed;
}

test('the newest files are the first of all in order, with the ids they have among all', async () => {
  for (const count of [0, 1, 49, 50, 51, 3000]) {
    const files = [filesIn(['_posts'], shuffled(count))];
    const all = await pendingOf(files);
    assert.deepEqual(newestOf(files, 50), all.slice(0, 50), `${count} files`);
  }
});

test('files that share their name are given with the ids that tell them apart, or none are', async () => {
  const some = shuffled(300);
  const twins = [filesIn(['_posts'], [...some, '2001-10-27-post.html'])];
  assert.deepEqual(newestOf(twins, 50), (await pendingOf(twins)).slice(0, 50));
  const elsewhere = [
    filesIn(['_posts'], some),
    filesIn(['_posts', 'old'], ['2001-10-27-post.md', '2000-01-01-post.md']),
  ];
  assert.deepEqual(newestOf(elsewhere, 50), (await pendingOf(elsewhere)).slice(0, 50));
  // The fiftieth has its twin right after it.
  const divided = [filesIn(['_posts'], [...some, '2001-09-08-post.html'])];
  assert.deepEqual(newestOf(divided, 50), []);
});

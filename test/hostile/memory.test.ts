import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../helpers/home.ts';
import { hostilePosts, writeHostileSite } from './corpus.ts';

const MOST_MEGABYTES = 300;

/** The megabytes that made the program need most. */
const COSTLY = ['link flood', 'breaks of a megabyte', 'table of 100,000 rows', 'end tag flood'];

test('opening a megabyte that is made to cost memory takes less than 300 MB', () => {
  const posts = hostilePosts().filter(({ name }) => COSTLY.includes(name));
  assert.equal(posts.length, COSTLY.length);
  for (const [{ name }, file] of writeHostileSite(temporaryFolder(), posts)) {
    const args = [join(import.meta.dirname, 'open-post.ts'), String(file)];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.match(stdout, /megabytes/, `${name}: ${stderr}`);
    const { megabytes } = JSON.parse(stdout);
    assert.ok(megabytes < MOST_MEGABYTES, `${name}: ${megabytes} MB`);
  }
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../helpers/home.ts';
import { hostilePosts, writeHostileSite } from './corpus.ts';

const MOST_MEGABYTES = 300;
/** Of processor time; generous: what takes this long grows faster than its text. */
const MOST_MILLISECONDS = 15_000;
/** Bytes from which a post is a flood. */
const LARGE = 100_000;

test('opening a megabyte of anything hostile takes less than 300 MB, and seconds', t => {
  const posts = hostilePosts().filter(({ bytes }) => bytes.length >= LARGE);
  assert.ok(posts.length > 50);
  let most = { name: '', megabytes: 0 };
  for (const [{ name }, file] of writeHostileSite(temporaryFolder(), posts)) {
    const args = [join(import.meta.dirname, 'open-post.ts'), String(file)];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.match(stdout, /megabytes/, `${name}: ${stderr}`);
    const { megabytes, milliseconds } = JSON.parse(stdout);
    assert.ok(megabytes < MOST_MEGABYTES, `${name}: ${megabytes} MB`);
    assert.ok(milliseconds < MOST_MILLISECONDS, `${name}: ${milliseconds} ms`);
    if (megabytes > most.megabytes) most = { name, megabytes };
  }
  t.diagnostic(`${posts.length} posts, at most ${Math.round(most.megabytes)} MB (${most.name})`);
});

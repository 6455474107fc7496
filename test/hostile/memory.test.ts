import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSync } from 'esbuild';
import { emptyScript } from '../bench/floor.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { hostilePosts, writeHostileSite } from './corpus.ts';

const MOST_MEGABYTES = 300;
/** Of processor time: two seconds where an empty script takes 24 milliseconds. */
const MOST_SCRIPTS = 2000 / 24;
/** Bytes from which a post is a flood. */
const LARGE = 100_000;

/** A program that opens a post, bundled as kanbao is. */
function opener(): string {
  const outfile = join(temporaryFolder(), 'open-post.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'open-post.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return outfile;
}

test('opening a megabyte of anything hostile takes less than 300 MB and 2 seconds of a usual machine', t => {
  const posts = hostilePosts().filter(({ bytes }) => bytes.length >= LARGE);
  assert.ok(posts.length > 50);
  const program = opener();
  const most = MOST_SCRIPTS * emptyScript();
  let largest = { name: '', megabytes: 0 };
  let slowest = { name: '', milliseconds: 0 };
  for (const [{ name }, file] of writeHostileSite(temporaryFolder(), posts)) {
    const args = [program, String(file)];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.match(stdout, /megabytes/, `${name}: ${stderr}`);
    const { megabytes, milliseconds } = JSON.parse(stdout);
    assert.ok(megabytes < MOST_MEGABYTES, `${name}: ${megabytes} MB`);
    assert.ok(milliseconds < most, `${name}: ${milliseconds} ms of at most ${Math.round(most)}`);
    if (megabytes > largest.megabytes) largest = { name, megabytes };
    if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
  }
  t.diagnostic(
    `${posts.length} posts; at most ${Math.round(largest.megabytes)} MB (${largest.name}) and ` +
      `${Math.round(slowest.milliseconds)} of ${Math.round(most)} ms (${slowest.name})`,
  );
});

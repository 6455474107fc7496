import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { run } from '../commands/small-site.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { testSites } from '../helpers/sites.ts';
import { allPosts, loadFolder } from '../library/site-folder.ts';

/** Posts of a corpus that are tried, spread over its whole length. */
const TRIED = 40;

async function compare(t: TestContext, site: string): Promise<void> {
  const library = await loadFolder(site);
  const all = allPosts(library);
  const step = Math.max(1, Math.floor(all.length / TRIED));
  const posts = all.filter((_, at) => at % step === 0);
  const env = { HOME: temporaryFolder() };
  const byId = await run(['cat', '-0', '--posts', site, ...posts.map(({ id }) => id)], {
    cwd: '/',
    env,
  });
  const byPath = await run(['cat', '-0', ...posts.map(({ file }) => file)], { cwd: '/', env });
  assert.deepEqual([byId.err, byPath.err], ['', '']);
  const [ids, paths] = [byId.out.split('\0'), byPath.out.split('\0')];
  assert.equal(ids.length, posts.length + 1);
  for (const [at, post] of posts.entries()) assert.equal(paths[at], ids[at], post.path);
  t.diagnostic(`${posts.length} of ${all.length} posts`);
}

testSites('cat prints the same for a path as for an id', compare);

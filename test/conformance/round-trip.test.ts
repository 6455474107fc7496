import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { run } from '../commands/small-site.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { testSites } from '../helpers/sites.ts';

type Listed = { readonly id: string; readonly url: string; readonly path: string };

function lines(out: string): readonly Listed[] {
  return out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Listed);
}

/** Posts that each of the references leads to, in their order, as `cat` prints them. */
async function printed(references: readonly string[], site: string): Promise<readonly Listed[]> {
  const options = { cwd: site, env: { HOME: temporaryFolder() } };
  const { out, err } = await run(['cat', '--jsonl', '--', ...references], options);
  assert.equal(err, '');
  return lines(out);
}

async function roundTrip(t: TestContext, site: string): Promise<void> {
  const options = { cwd: site, env: { HOME: temporaryFolder() } };
  const posts = lines((await run(['list', '--jsonl'], options)).out);
  assert.ok(posts.length > 0);
  const paths = posts.map(({ path }) => path);
  assert.equal(new Set(posts.map(({ id }) => id)).size, posts.length, 'an id is one post alone');
  for (const key of ['path', 'id', 'url'] as const) {
    // Of posts that are published at one address only one can be meant by it.
    const counts = Map.groupBy(posts, post => post[key]);
    const asked = posts.filter(post => counts.get(post[key])?.length === 1);
    const found = await printed(
      asked.map(post => post[key]),
      site,
    );
    assert.deepEqual(
      found.map(({ path }) => path),
      asked.map(({ path }) => path),
      key,
    );
    if (asked.length < posts.length) {
      t.diagnostic(`${posts.length - asked.length} posts share their ${key}`);
    }
  }
  t.diagnostic(`${paths.length} posts`);
}

testSites('path, id and URL of every post that list gives lead cat to it', roundTrip);

import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { root } from './home.ts';
import { leftOut, sharedFolder } from './shared.ts';

/** Real sites among the test data beside the project. */
const corpora = [
  '18f',
  'swift-org',
  'elixir-lang',
  'jekyll-docs',
  'efcl-ja',
  'rust-blog',
  'astro-fuwari',
];

/** A test of our own newspaper and one of every real site; where those are not at hand they say so. */
export function testSites(
  rule: string,
  run: (t: TestContext, site: string) => Promise<void>,
): void {
  test(`posts/: ${rule}`, t => run(t, join(root, 'posts')));
  for (const name of corpora) {
    const site = sharedFolder(`corpora/${name}`);
    const skip = site === undefined ? leftOut : false;
    test(`${name}: ${rule}`, { skip }, t => run(t, site ?? ''));
  }
}

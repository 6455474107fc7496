/** Every fault in a site's folder. */

import { cleanField } from '../article/sanitise.ts';
import { breathe } from './breathe.ts';
import { createPostCheck } from './check-post.ts';
import type { FileFault } from './library.ts';
import type { SiteLibrary } from './open-library.ts';
import type { Post } from './post.ts';
import { configFaults } from './site-config.ts';

/** Posts checked between two pauses, in which what was found is written. */
const BETWEEN = 64;

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/**
 * The faults of posts, and of the site's configuration and what else lies in its folder unless only
 * some posts are asked for; by path, then by line. Waits until the library is loaded.
 */
export async function* checkSite(
  library: SiteLibrary,
  only?: readonly Post[],
): AsyncGenerator<FileFault, void, void> {
  await library.load();
  const list = library.list({});
  const posts = (only ?? list.slice(0, list.length)).toSorted(byPath);
  const others: readonly FileFault[] =
    only === undefined ? [...(await configFaults(library.site.root)), ...library.faults()] : [];
  const waiting = others.toSorted(byPath);
  const check = createPostCheck(library);
  let next = 0;
  for (const [at, post] of posts.entries()) {
    if (at % BETWEEN === BETWEEN - 1) await breathe();
    for (
      let other = waiting[next];
      other !== undefined && other.path < post.path;
      other = waiting[next]
    ) {
      yield other;
      next++;
    }
    for (const fault of check(post))
      yield { path: post.path, ...fault, message: cleanField(fault.message) };
  }
  yield* waiting.slice(next);
}

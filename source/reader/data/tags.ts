import type { Library } from '../../library/library.ts';
import type { Tag } from '../state/context.ts';
import { type Job, runInTurns } from './turns.ts';

const BLOCK = 256;

type Counted = { readonly version: number; tags: readonly Tag[]; done: boolean };

/**
 * All tags with the number of their posts, the most frequent first. Counted in turns between keys
 * once someone asks; `told` is called when they are there.
 */
export function createTags(library: Library, told: () => void): () => Omit<Counted, 'version'> {
  let counted: Counted | undefined;
  let job: Job | undefined;

  function* count(made: Counted): Generator<void, void, void> {
    const counts = new Map<string, number>();
    const posts = library.list({});
    for (let from = 0; from < posts.length; from += BLOCK) {
      for (const post of posts.slice(from, from + BLOCK)) {
        for (const tag of new Set(post.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
      yield;
    }
    made.tags = Array.from(counts, ([tag, number]) => ({ tag, posts: number })).sort(
      (a, b) => b.posts - a.posts,
    );
    made.done = true;
  }

  return () => {
    const version = library.version();
    const isCounting = counted?.done === false;
    if (counted === undefined || (counted.version !== version && !isCounting)) {
      job?.cancel();
      counted = { version, tags: counted?.tags ?? [], done: false };
      job = runInTurns(count(counted), told);
    }
    return counted;
  };
}

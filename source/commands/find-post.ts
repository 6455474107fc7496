import { resolve } from 'node:path';
import type { Found } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import { pathKind } from '../system/path-kind.ts';
import type { Collection } from './collection.ts';
import type { Context } from './context.ts';

/** A post, or the exit code of not finding it. */
export type PostOrCode = Post | 1 | 2;

/** Candidates named at most; a beginning that fits more says how many. */
const NAMED = 20;

/** The absolute path a reference to a post means, `undefined` if it is no path of a file. */
export function fileOf(reference: string, { cwd }: Context): string | undefined {
  const file = resolve(cwd, reference);
  return pathKind(file) === 'file' ? file : undefined;
}

/** The posts that were found, as many as are named. */
export function foundPosts(found: Found): readonly Post[] {
  if (found.found === 'none') return [];
  return found.found === 'one' ? [found.post] : found.posts.slice(0, NAMED);
}

/** Finds a post by any reference but a path; says why if there is none, or which ones would fit. */
export async function findPost(
  reference: string,
  { library }: Collection,
  { cwd, warn }: Context,
): Promise<PostOrCode> {
  await library.loadFor(() => foundPosts(library.find(reference)));
  const found = library.find(reference);
  if (found.found === 'one') return found.post;
  if (found.found === 'none') {
    const isFolder = reference !== '' && pathKind(resolve(cwd, reference)) === 'folder';
    warn(`${isFolder ? 'a folder, not a post' : 'no such post'} (${reference})`);
    return 1;
  }
  const candidates = found.posts.slice(0, NAMED).map(({ id, title }) => `  ${id}  ${title}`);
  const more = found.posts.length - candidates.length;
  const rest = more > 0 ? [`  and ${more} more`] : [];
  const fits = `${found.posts.length} posts fit (${reference}):`;
  warn([fits, ...candidates, ...rest].join('\n'));
  return 2;
}

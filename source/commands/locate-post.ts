import { resolve } from 'node:path';
import { readFilePost } from '../library/file-post.ts';
import type { Post } from '../library/post.ts';
import { pathKind } from '../system/path-kind.ts';
import type { Collection } from './collection.ts';
import type { Collections } from './collections.ts';
import type { Context } from './context.ts';
import { fileOf, findPost, foundPosts } from './find-post.ts';

/** A post and the collection it is in. */
export type Located = { readonly post: Post; readonly collection: Collection };

/**
 * Finds the post that a reference means, in the collection of its file if it is a path. A file that
 * its site does not count among its posts is a post all the same when it is named.
 *
 * @returns the exit code where there is none, or more than one; the message is out then.
 */
export async function locatePost(
  reference: string,
  collections: Collections,
  context: Context,
): Promise<Located | 1 | 2> {
  const file = fileOf(reference, context);
  if (file !== undefined) {
    const collection = await collections.ofPath(file);
    const { library } = collection;
    await library.loadFor(() => foundPosts(library.find(file)));
    const found = library.find(file);
    const post =
      found.found === 'one' ? found.post : (await readFilePost(file, collection.site)).post;
    return { post, collection };
  }
  if (pathKind(resolve(context.cwd, reference)) === 'other') {
    context.warn(`no regular file; cat - reads a post from standard input (${reference})`);
    return 2;
  }
  const collection = await collections.chosen();
  if (collection === undefined) return 2;
  const post = await findPost(reference, collection, context);
  return typeof post === 'number' ? post : { post, collection };
}

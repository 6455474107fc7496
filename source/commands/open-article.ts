import { resolve } from 'node:path';
import type { Article } from '../article/document.ts';
import { ownLabel } from '../library/category-label.ts';
import { type FilePost, postOfBytes, readFilePost } from '../library/file-post.ts';
import type { Found } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import { articleOf } from '../library/post-article.ts';
import { type PostText, readPost } from '../library/read-post.ts';
import { readStandardInput } from '../system/standard-input.ts';
import type { Readable } from './article-text.ts';
import { siteOfPath } from './chosen-site.ts';
import type { Collection } from './collection.ts';
import type { Collections } from './collections.ts';
import type { Context } from './context.ts';
import { fileOf } from './find-post.ts';

/** An article with the posts around it. */
export type Gathered = Readable & { readonly collection: Collection };

function gather(post: Post, text: PostText, collection: Collection): Gathered {
  const { site, library } = collection;
  const article = articleOf(library, post, text);
  return { post, label: ownLabel(post, text.body, site), site, article, collection };
}

/** The post on standard input; it has no site of its own, so its links are those of `--posts`. */
async function openInput(collections: Collections, context: Context): Promise<Gathered | 1 | 2> {
  const chosen = context.options.posts === undefined ? undefined : await collections.chosen();
  if (chosen === undefined && context.options.posts !== undefined) return 2;
  await chosen?.library.load();
  const bytes = await readStandardInput(context.stdin());
  if (bytes.length === 0) {
    context.warn('nothing on standard input (-)');
    return 1;
  }
  const collection = chosen ?? (await collections.none());
  const { post, text } = await postOfBytes(bytes, 'stdin.md', collection.site);
  return gather({ ...post, path: '-', file: resolve(context.cwd, '-') }, text, collection);
}

/** The article of a post by itself; undefined if it asks for other posts, as `post_url` does. */
function articleAlone({ site, post, text, floating }: FilePost): Article | undefined {
  // The zone of such a date is what most posts of the site carry.
  if (floating && text.body.includes('page.date')) return undefined;
  let asked = false;
  const find = (): Found => {
    asked = true;
    return { found: 'none' };
  };
  const article = articleOf({ site, find }, post, text);
  return asked ? undefined : article;
}

/**
 * Opens an article for people. A post named by its path costs one file: no other post is read for
 * it unless its text asks for them, and it reads the same as when it is named by its id.
 *
 * @param reference A post, or `-` for standard input.
 * @returns the exit code where there is none; the message is out then.
 * @throws PostUnreadable
 */
export async function openReadable(
  reference: string,
  collections: Collections,
  context: Context,
): Promise<Readable | 1 | 2> {
  const file = fileOf(reference, context);
  if (file === undefined) return openAmongOthers(reference, collections, context);
  const read = await readFilePost(file, siteOfPath(file, context));
  const article = articleAlone(read);
  if (article === undefined) return openAmongOthers(reference, collections, context);
  const { site, post, text } = read;
  return { post, label: ownLabel(post, text.body, site), site, article };
}

/**
 * Opens an article together with the posts that its links can lead to.
 *
 * @param reference A post, or `-` for standard input.
 * @returns the exit code where there is none; the message is out then.
 * @throws PostUnreadable
 */
export async function openAmongOthers(
  reference: string,
  collections: Collections,
  context: Context,
): Promise<Gathered | 1 | 2> {
  if (reference === '-') return openInput(collections, context);
  const { locatePost } = await import('./locate-post.ts');
  const located = await locatePost(reference, collections, context);
  if (typeof located === 'number') return located;
  const { post, collection } = located;
  return gather(post, readPost(post), collection);
}

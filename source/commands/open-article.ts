import { resolve } from 'node:path';
import { postOfBytes, readFilePost } from '../library/file-post.ts';
import { articleOf, readPostArticle } from '../library/post-article.ts';
import { NO_SITE } from '../library/site.ts';
import { readStandardInput } from '../system/standard-input.ts';
import type { Readable } from './article-text.ts';
import { type Collection, type Collections, openCollection, siteOfPath } from './collection.ts';
import type { Context } from './context.ts';
import { fileOf } from './find-post.ts';
import { locatePost } from './locate-post.ts';
import { readLonePost } from './lone-post.ts';
import { labelOf } from './post-record.ts';

/** An article with the posts around it. */
export type Gathered = Readable & { readonly collection: Collection };

/** The post on standard input; it has no site of its own, so its links are those of `--posts`. */
async function openInput(collections: Collections, context: Context): Promise<Gathered | 1 | 2> {
  const chosen = context.options.posts === undefined ? undefined : collections.chosen();
  if (chosen === undefined && context.options.posts !== undefined) return 2;
  await chosen?.library.load();
  const bytes = await readStandardInput(context.stdin);
  if (bytes.length === 0) {
    context.warn('nothing on standard input (-)');
    return 1;
  }
  const collection = chosen ?? openCollection(NO_SITE, context);
  const { library, site } = collection;
  const { post: named, text } = await postOfBytes(bytes, 'stdin.md', site);
  const post = { ...named, path: '-', file: resolve(context.cwd, '-') };
  const article = articleOf(library, post, text);
  return { post, label: labelOf(post, library), site, article, collection };
}

/**
 * Opens an article for people. A post named by its path costs one file: no other post is read for
 * it unless its text asks for them.
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
  const { site, post } = await readFilePost(file, siteOfPath(file, context));
  const lone = readLonePost(post, site);
  if (lone === undefined) return openAmongOthers(reference, collections, context);
  return { post, label: lone.label, site, article: lone.article };
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
  const located = await locatePost(reference, collections, context);
  if (typeof located === 'number') return located;
  const { post, collection } = located;
  const article = readPostArticle(collection.library, post);
  const label = labelOf(post, collection.library);
  return { post, label, site: collection.site, article, collection };
}

import type { Article } from '../article/document.ts';
import { countWords } from '../article/word-count.ts';
import type { Post } from '../library/post.ts';
import type { Collection } from './collection.ts';
import { linkRecord } from './link-record.ts';
import type { PlainRecord } from './plain-record.ts';
import { postRecord } from './post-record.ts';

/** A post and what its article says, as the contract has it. */
export function articleRecord(
  post: Post,
  article: Article,
  { library, marks }: Collection,
  cwd: string,
): PlainRecord {
  return {
    ...postRecord(post, library, marks, cwd),
    text: article.text,
    words: countWords(article.text),
    links: article.links.map(link => linkRecord(link, post, library)),
    images: article.images.map(({ alt, src }) => ({ alt, src })),
    headings: article.headings.map(({ level, text }) => ({ level, text })),
  };
}

import type { ArticleLink } from '../article/document.ts';
import type { Library } from '../library/library.ts';
import type { Post } from '../library/post.ts';

/** A link of an article and where it leads, as the contract has it. */
export type LinkRecord = {
  readonly n: number;
  readonly text: string;
  readonly href: string;
  readonly kind: string;
  /** The category's slug, the post's id, the anchor or the full URL. */
  readonly target: string;
};

/** Resolves a link of that post. */
export function linkRecord(
  { n, text, href }: ArticleLink,
  post: Post,
  library: Library,
): LinkRecord {
  const { kind, target } = library.target(href, post);
  return { n, text, href, kind, target };
}

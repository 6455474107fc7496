import type { Article } from '../article/document.ts';
import { createCategoryIndex } from '../library/category-index.ts';
import { categoryPageTitle } from '../library/category-page.ts';
import type { Found } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import { articleOf } from '../library/post-article.ts';
import { readPost } from '../library/read-post.ts';
import { returnLinks } from '../library/return-links.ts';
import type { Site } from '../library/site.ts';

/** A post read without looking at any other post of its site. */
export type LonePost = {
  readonly article: Article;
  /** What the post calls its category. */
  readonly label: string;
};

/** Characters at a post's end among which its return links stand. */
const END = 2048;

/** What the return link of a post says, else the title of the category's page, else the slug. */
function ownLabel(post: Post, body: string, site: Site): string {
  const [slug] = post.categories;
  if (slug === undefined) return '';
  const index = createCategoryIndex(name => categoryPageTitle(site.root, name));
  // A tag is shared by all posts of a category of one, and says nothing.
  index.add({ ...post, tags: [] });
  index.learn(post, returnLinks(body.slice(-END)));
  return index.categories().find(category => category.slug === slug)?.label ?? slug;
}

/**
 * Reads a post's article and what it calls its category, from its own file alone.
 *
 * @returns `undefined` if the article asks for other posts, as `post_url` does.
 * @throws PostUnreadable
 */
export function readLonePost(post: Post, site: Site): LonePost | undefined {
  const text = readPost(post);
  let asked = false;
  const find = (): Found => {
    asked = true;
    return { found: 'none' };
  };
  const article = articleOf({ site, find }, post, text);
  return asked ? undefined : { article, label: ownLabel(post, text.body, site) };
}

import { cleanField } from '../article/sanitise.ts';
import { categoryPageTitle } from './category-page.ts';
import { decodeTail } from './decode.ts';
import type { Post } from './post.ts';
import { END_BYTES, isPageOf, lastName, type ReturnLink, returnLinks } from './return-links.ts';
import type { Site } from './site.ts';

/** The own category whose page a return link leads to, undefined if it is none's. */
export function linkedCategory(post: Post, { href }: ReturnLink): string | undefined {
  const name = lastName(href);
  return (
    post.categories.find(slug => slug === name) ??
    post.categories.find(slug => isPageOf(name, slug))
  );
}

/** What a return link calls which of its post's categories; undefined where it tells neither. */
export function toldLabel(
  post: Post,
  link: ReturnLink,
): { readonly slug: string; readonly label: string } | undefined {
  const label = cleanField(link.label ?? '');
  if (label === '') return undefined;
  const [only, ...more] = post.categories;
  const slug = linkedCategory(post, link) ?? (more.length === 0 ? only : undefined);
  return slug === undefined ? undefined : { slug, label };
}

/**
 * What a post calls its first category, as far as the post and that category's page tell: its
 * return link's words, else the page's title, else the slug. Empty for a post without a category.
 * The label in a list may be a tag that nearly all posts of the category share: that is learnt
 * from all of them, and costs reading them.
 */
export function ownLabel(post: Post, body: string, site: Site): string {
  const [slug] = post.categories;
  if (slug === undefined) return '';
  const end = Buffer.from(body.slice(-END_BYTES)).subarray(-END_BYTES);
  for (const link of returnLinks(decodeTail(end))) {
    const told = toldLabel(post, link);
    if (told?.slug === slug) return told.label;
  }
  return categoryPageTitle(site.root, slug) ?? cleanField(slug);
}

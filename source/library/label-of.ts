import { cleanField } from '../article/sanitise.ts';
import type { Library } from './library.ts';
import type { Post } from './post.ts';

/** What people call a post's first category: its label, the slug where it has none; empty without a category. */
export function labelOf(post: Post, library: Pick<Library, 'category'>): string {
  const [slug] = post.categories;
  return slug === undefined ? '' : (library.category(slug)?.label ?? cleanField(slug));
}

import { cleanField } from '../../article/sanitise.ts';
import type { Context } from '../state/context.ts';
import { ALL_POSTS } from '../state/place.ts';

/** The name people read for a category. */
export function categoryName(slug: string, context: Context): string {
  if (slug === ALL_POSTS) return context.messages.allPosts;
  return context.library.category(slug)?.label ?? cleanField(slug);
}

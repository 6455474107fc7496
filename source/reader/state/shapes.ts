import { dayOf } from '../../library/date.ts';
import type { PostList } from '../../library/library.ts';
import type { Category } from '../../library/post.ts';
import type { ListShape } from './list.ts';
import { ALL_POSTS } from './place.ts';

/** Day key of posts without a date. */
export const UNDATED = '';

/** A list of posts under day headings; a day is `2022-03-11` by the post's own clock, or `UNDATED`. */
export function postShape(posts: PostList): ListShape {
  return {
    length: posts.length,
    key: index => posts.at(index)?.id ?? '',
    find: id => posts.indexOf(id),
    day: index => {
      const date = posts.at(index)?.date;
      return date === null || date === undefined ? UNDATED : dayOf(date);
    },
  };
}

/** The categories of home, all posts first, without headings; keys are slugs. */
export function categoryShape(categories: readonly Category[]): ListShape {
  return {
    length: categories.length + 1,
    key: index => categories[index - 1]?.slug ?? ALL_POSTS,
    find: slug =>
      slug === ALL_POSTS ? 0 : categories.findIndex(category => category.slug === slug) + 1 || -1,
    day: () => null,
  };
}

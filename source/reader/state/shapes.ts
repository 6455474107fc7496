import { dayOf } from '../../library/date.ts';
import type { PostList } from '../../library/library.ts';
import type { Category } from '../../library/post.ts';
import type { ListShape } from './list.ts';
import { findNamed, nameRank } from './named.ts';
import { ALL_POSTS, type Sort } from './place.ts';

/** Day key of posts without a date. */
export const UNDATED = '';

/**
 * A list of posts: by date under day headings (a day is `2022-03-11` by the post's own clock, or
 * `UNDATED`), by category under the categories' slugs, else without headings.
 */
export function postShape(posts: PostList, sort: Sort | 'hits' = 'date'): ListShape {
  return {
    length: posts.length,
    key: index => posts.at(index)?.id ?? '',
    find: id => posts.indexOf(id),
    day: index => {
      if (sort === 'title' || sort === 'hits') return null;
      const post = posts.at(index);
      if (sort === 'category') return post?.categories[0] ?? '';
      const date = post?.date;
      return date === null || date === undefined ? UNDATED : dayOf(date);
    },
  };
}

/** The categories whose label or slug holds `find`. */
export function findCategories(categories: readonly Category[], find: string): readonly Category[] {
  return findNamed(categories, find, ({ slug, label }) => `${label} ${slug}`);
}

const ranked = new WeakMap<readonly Category[], readonly Category[]>();

/**
 * The same, as one who types a name means them: labels that begin with it, labels that hold it, then
 * those of which only the slug does, which a reader rarely sees.
 */
export function bestCategories(categories: readonly Category[], find: string): readonly Category[] {
  // A list of its own for each text.
  const found = findCategories(categories, find);
  if (found === categories) return found;
  const known = ranked.get(found);
  if (known !== undefined) return known;
  const ranks: Category[][] = [[], [], []];
  for (const category of found) ranks[nameRank(category.label, find)]?.push(category);
  const best = ranks.flat();
  ranked.set(found, best);
  return best;
}

/** The categories of home, without headings; keys are slugs. All posts come first unless names are sought. */
export function categoryShape(all: readonly Category[], find = ''): ListShape {
  const categories = findCategories(all, find);
  const first = find === '' ? 1 : 0;
  return {
    length: categories.length + first,
    key: index => categories[index - first]?.slug ?? ALL_POSTS,
    find: slug => {
      const at = categories.findIndex(category => category.slug === slug);
      if (at >= 0) return at + first;
      return slug === ALL_POSTS && first === 1 ? 0 : -1;
    },
    day: () => null,
  };
}

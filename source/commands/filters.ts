import type { Library, PostQuery } from '../library/library.ts';
import type { Marks } from '../marks/open-marks.ts';
import { nearestName } from '../system/nearest-name.ts';
import type { Context } from './context.ts';

/** The query that the filter options ask for. */
export function filterQuery({ options }: Context, marks: Marks): PostQuery {
  const { category, tag, since, until, unread, starred } = options;
  return {
    ...(category.length > 0 && { categories: category }),
    ...(tag.length > 0 && { tags: tag }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...((unread || starred) && {
      accept: post =>
        (!unread || !marks.isRead(post.path)) && (!starred || marks.isStarred(post.path)),
    }),
  };
}

/** Says which categories asked for do not exist; the library must have been loaded. */
export function warnUnknownCategories({ options, warn }: Context, library: Library): void {
  for (const name of options.category) {
    if (library.category(name) !== undefined) continue;
    const names = library.categories().flatMap(({ slug, label }) => [slug, label]);
    const near = nearestName(name, names);
    warn(`no category ${name}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }
}

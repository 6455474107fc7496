import { createCategoryIndex } from './category-index.ts';
import type { FileFault } from './library.ts';
import type { LoadSink } from './load-posts.ts';
import { createPlaces } from './places.ts';
import type { Category, Post } from './post.ts';
import { settleDate } from './post-date.ts';
import { listOf, mergeByDate, selectPosts } from './post-list.ts';
import { type CategoryNames, categoryNames, keepLists, type View } from './view.ts';
import type { WrittenDate } from './written-date.ts';

/** A view that posts are added to while they are read. */
export type GrowingView = View & {
  /** Takes in what is read; `batch` and `read` are the caller's own. */
  readonly sink: Omit<LoadSink, 'batch' | 'read'>;
  /** Says that posts were added since the view was last asked. */
  readonly changed: () => void;
  /**
   * All posts are there: gives times without a zone the one that most posts carry (of zones that
   * are named as often, the eastern).
   */
  readonly settle: () => void;
};

/** An empty view. `pageTitle` gives the title of a category's page, null if it has none. */
export function createMemoryView(pageTitle: (slug: string) => string | null): GrowingView {
  const posts = new Map<string, Post>();
  const byCategory = new Map<string, Post[]>();
  const floating: [string, WrittenDate][] = [];
  const offsets = new Map<number, number>();
  const faults: FileFault[] = [];
  const places = createPlaces();
  const index = createCategoryIndex(pageTitle);
  let ordered: readonly Post[] = [];
  let unordered: Post[] = [];
  let categories: readonly Category[] | null = null;
  let names: CategoryNames | null = null;

  const allCategories = () => {
    categories ??= index.categories();
    return categories;
  };
  const allNames = () => {
    names ??= categoryNames(allCategories());
    return names;
  };
  const all = () => {
    if (unordered.length > 0) {
      ordered = mergeByDate(ordered, unordered);
      unordered = [];
    }
    return ordered;
  };
  const file = (post: Post) => {
    for (const slug of post.categories) {
      const filed = byCategory.get(slug);
      if (filed === undefined) byCategory.set(slug, [post]);
      else filed.push(post);
    }
  };
  /** The posts of categories, in order: to look for them among all takes longer than a key may. */
  const ofCategories = (named: readonly string[]): readonly Post[] => {
    const slugs = new Set(named.flatMap(name => allNames().slugsOf(name)));
    const found = [...slugs].flatMap(slug => byCategory.get(slug) ?? []);
    return mergeByDate([], [...new Set(found)]);
  };
  const lists = keepLists(query => {
    const among = query.categories === undefined ? all() : ofCategories(query.categories);
    return listOf(selectPosts(among, query, allNames()));
  });
  const changed = () => {
    lists.forget();
    categories = null;
    names = null;
  };

  return {
    get count() {
      return posts.size;
    },
    list: lists.list,
    categories: allCategories,
    post: id => posts.get(id),
    beginningWith: beginning => all().filter(({ id }) => id.startsWith(beginning)),
    tags: () => new Set(all().flatMap(({ tags }) => tags)),
    places,
    hosts: index.hosts,
    faults,
    sink: {
      add: ({ post, redirects, floating: written }) => {
        posts.set(post.id, post);
        unordered.push(post);
        file(post);
        index.add(post);
        places.add(post, redirects);
        if (written !== null) floating.push([post.id, written]);
        else if (post.date !== null)
          offsets.set(post.date.offset, (offsets.get(post.date.offset) ?? 0) + 1);
      },
      wantsLinks: index.wantsLinks,
      learn: index.learn,
      fault: fault => faults.push(fault),
    },
    changed,
    settle: () => {
      if (floating.length === 0) return;
      let [offset, most] = [0, 0];
      for (const [zone, count] of offsets) {
        if (count > most || (count === most && zone > offset)) [offset, most] = [zone, count];
      }
      if (offset === 0) return;
      for (const [id, written] of floating) {
        const post = posts.get(id);
        if (post !== undefined) posts.set(id, { ...post, date: settleDate(written, offset) });
      }
      ordered = [];
      unordered = [...posts.values()];
      byCategory.clear();
      for (const post of unordered) file(post);
      index.recount(posts.values());
      changed();
    },
  };
}

import type { FileFault, PostList, PostQuery } from './library.ts';
import type { Places } from './places.ts';
import type { Category, Post } from './post.ts';

/** All posts of a site as they were at one moment, however they are kept. */
export type View = {
  readonly count: number;
  /** Newest first unless the query says otherwise, undated last. */
  readonly list: (query: PostQuery) => PostList;
  /** By newest post first. */
  readonly categories: () => readonly Category[];
  readonly post: (id: string) => Post | undefined;
  /** Posts whose id begins so, in the order of the list. */
  readonly beginningWith: (beginning: string) => readonly Post[];
  readonly tags: () => Iterable<string>;
  readonly places: Pick<Places, 'atAddress' | 'atPath' | 'named'>;
  /** Hosts on which posts link to pages of their own categories. */
  readonly hosts: ReadonlySet<string>;
  readonly faults: readonly FileFault[];
};

/** Filtered lists kept of a view that does not change. */
const KEPT_LISTS = 16;

type KeptList = {
  readonly key: string;
  readonly accept: PostQuery['accept'];
  readonly list: PostList;
};

/** Keeps the newest lists that `make` made, so that the same query gets the same list. */
export function keepLists(make: (query: PostQuery) => PostList): {
  readonly list: (query: PostQuery) => PostList;
  readonly forget: () => void;
} {
  let kept: KeptList[] = [];
  return {
    list: query => {
      const { accept, ...rest } = query;
      const key = JSON.stringify(rest);
      const known = kept.find(entry => entry.key === key && entry.accept === accept);
      if (known !== undefined) return known.list;
      const list = make(query);
      kept = [{ key, accept, list }, ...kept].slice(0, KEPT_LISTS);
      return list;
    },
    forget: () => {
      kept = [];
    },
  };
}

/** Categories by slug, and the slugs that a slug or label stands for. */
export type CategoryNames = {
  readonly bySlug: ReadonlyMap<string, Category>;
  readonly slugsOf: (name: string) => readonly string[];
  readonly labelOf: (slug: string) => string;
};

export function categoryNames(categories: readonly Category[]): CategoryNames {
  const bySlug = new Map(categories.map(category => [category.slug, category]));
  return {
    bySlug,
    slugsOf: name =>
      bySlug.has(name)
        ? [name]
        : categories.flatMap(({ slug, label }) => (label === name ? [slug] : [])),
    labelOf: slug => bySlug.get(slug)?.label ?? slug,
  };
}

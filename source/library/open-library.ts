import { createCategoryIndex } from './category-index.ts';
import { categoryPages } from './category-page.ts';
import { findPost } from './find-post.ts';
import type { FileFault, Library, PostList, PostQuery } from './library.ts';
import { loadPosts } from './load-posts.ts';
import { createPlaces } from './places.ts';
import type { Category, Post } from './post.ts';
import { settleDate } from './post-date.ts';
import { listOf, mergeByDate, selectPosts } from './post-list.ts';
import { createSearch } from './search.ts';
import type { Site } from './site.ts';
import { createTargets } from './targets.ts';
import type { WrittenDate } from './written-date.ts';

/** A library read from files, with what `check` asks of it besides. */
export type SiteLibrary = Library & {
  /** Files and folders that could not be read, or are no posts although they are named like one. */
  readonly faults: () => readonly FileFault[];
};

/** Filtered lists kept until the library changes. */
const KEPT_LISTS = 16;

type KeptList = {
  readonly key: string;
  readonly accept: PostQuery['accept'];
  readonly list: PostList;
};

/** Opens the library of a site. Nothing is read before `load` is called. */
export function openLibrary(site: Site, options: { readonly drafts?: boolean } = {}): SiteLibrary {
  const posts = new Map<string, Post>();
  const floating: [string, WrittenDate][] = [];
  const offsets = new Map<number, number>();
  const faults: FileFault[] = [];
  const listeners = new Set<() => void>();
  const places = createPlaces();
  const index = createCategoryIndex(categoryPages(site.root));
  let version = 0;
  let loaded = false;
  let loading: Promise<void> | null = null;
  let ordered: readonly Post[] = [];
  let unordered: Post[] = [];
  let kept: KeptList[] = [];
  let categories: readonly Category[] | null = null;
  let bySlug: ReadonlyMap<string, Category> | null = null;

  const changed = () => {
    version++;
    kept = [];
    categories = null;
    bySlug = null;
    for (const listener of [...listeners]) listener();
  };
  const allCategories = () => {
    categories ??= index.categories();
    return categories;
  };
  const slugs = () => {
    bySlug ??= new Map(allCategories().map(category => [category.slug, category]));
    return bySlug;
  };
  const slugsOf = (name: string): readonly string[] => {
    if (slugs().has(name)) return [name];
    return allCategories().flatMap(({ slug, label }) => (label === name ? [slug] : []));
  };
  const allPosts = () => {
    if (unordered.length > 0) {
      ordered = mergeByDate(ordered, unordered);
      unordered = [];
    }
    return ordered;
  };
  const list = (query: PostQuery): PostList => {
    const { accept, ...rest } = query;
    const key = JSON.stringify(rest);
    const known = kept.find(entry => entry.key === key && entry.accept === accept);
    if (known !== undefined) return known.list;
    const labelOf = (slug: string) => slugs().get(slug)?.label ?? slug;
    const made = listOf(selectPosts(allPosts(), query, { slugsOf, labelOf }));
    kept = [{ key, accept, list: made }, ...kept].slice(0, KEPT_LISTS);
    return made;
  };

  /** Gives times without a zone the one that most posts carry (of zones that are named as often, the eastern). */
  const settleZones = () => {
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
    index.recount(posts.values());
  };

  const load = async () => {
    await loadPosts(site.root, options.drafts ?? false, {
      add: ({ post, redirects: older, floating: written }) => {
        posts.set(post.id, post);
        unordered.push(post);
        index.add(post);
        places.add(post, older);
        if (written !== null) floating.push([post.id, written]);
        else if (post.date !== null)
          offsets.set(post.date.offset, (offsets.get(post.date.offset) ?? 0) + 1);
      },
      wantsLinks: index.wantsLinks,
      learn: index.learn,
      fault: fault => faults.push(fault),
      batch: changed,
    });
    if (floating.length > 0) settleZones();
    loaded = true;
    changed();
  };

  const asked = {
    site,
    version: () => version,
    list,
    categories: allCategories,
    category: (name: string) =>
      slugs().get(name) ?? allCategories().find(({ label }) => label === name),
    post: (id: string) => posts.get(id),
  };
  const start = () => {
    loading ??= load();
    return loading;
  };
  const find = (reference: string) => findPost(reference, asked, places);
  return {
    ...asked,
    loaded: () => loaded,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: start,
    find,
    target: createTargets(asked, places, index.hosts),
    search: createSearch({ ...asked, find, load: start }),
    faults: () => faults,
  };
}

import type { Library } from './library.ts';
import type { Target } from './post.ts';
import { slugify } from './slug.ts';

type Asked = Pick<Library, 'categories' | 'category' | 'version'> & {
  readonly tags: () => Iterable<string>;
};

/** Folders of category pages and of tag pages. */
const CATEGORY_FOLDERS = new Set(['category', 'categories', 'cat', 'emnews']);
const TAG_FOLDERS = new Set(['tag', 'tags']);

type Names = {
  readonly version: number;
  readonly categories: ReadonlyMap<string, readonly string[]>;
  readonly tags: ReadonlySet<string>;
  readonly tagSlugs: ReadonlyMap<string, readonly string[]>;
};

export type NameTargets = {
  /**
   * The category or tag whose page an address is. In: the address's key; its fragment; the folders
   * and name of the address as written, dots left out.
   */
  readonly resolve: (key: string, anchor: string, written: readonly string[]) => Target | undefined;
};

function groupBySlug(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const slug = slugify(name);
    const group = groups.get(slug);
    if (group === undefined) groups.set(slug, [name]);
    else group.push(name);
  }
  return groups;
}

/** Knows the pages of categories and tags by their addresses. */
export function createNameTargets(library: Asked): NameTargets {
  let known: Names | null = null;
  const names = (): Names => {
    if (known?.version === library.version()) return known;
    const tags = new Set(library.tags());
    const categories = groupBySlug(library.categories().map(({ slug }) => slug));
    known = { version: library.version(), categories, tags, tagSlugs: groupBySlug(tags) };
    return known;
  };
  /** A category by its slug as spelled, else the only one that Jekyll would spell so in an address. */
  const categoryNamed = (name: string): Target | undefined => {
    const exact = library.category(name);
    if (exact?.slug === name) return { kind: 'category', target: name };
    const alike = names().categories.get(slugify(name)) ?? [];
    return alike.length === 1 && alike[0] !== undefined
      ? { kind: 'category', target: alike[0] }
      : undefined;
  };
  const tagNamed = (name: string): Target | undefined => {
    const { tags, tagSlugs } = names();
    if (tags.has(name)) return { kind: 'tag', target: name };
    const alike = tagSlugs.get(slugify(name)) ?? [];
    return alike.length === 1 && alike[0] !== undefined
      ? { kind: 'tag', target: alike[0] }
      : undefined;
  };
  return {
    resolve: (key, anchor, written) => {
      const parts = key.split('/');
      const name = parts.at(-1) ?? '';
      const folder = parts.at(-2)?.toLowerCase() ?? '';
      if (TAG_FOLDERS.has(folder)) return tagNamed(name);
      if (CATEGORY_FOLDERS.has(folder)) return categoryNamed(name);
      if (parts.length === 1 && anchor !== '') {
        if (CATEGORY_FOLDERS.has(name.toLowerCase())) return categoryNamed(anchor);
        if (TAG_FOLDERS.has(name.toLowerCase())) return tagNamed(anchor);
      }
      return parts.length === 1 || written.length === 1 ? categoryNamed(name) : undefined;
    },
  };
}

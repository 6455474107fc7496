/** What the folders of a file say: whether it can be a post, and of which categories or sections. */

import type { SiteRules } from './site-rules.ts';

/** A file that can be a post. `loose` ones are posts only if their header or name says so. */
export type Candidate = {
  readonly kind: 'post' | 'draft' | 'loose';
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  readonly name: string;
  /** Folders below the site's root, outermost first. */
  readonly folders: readonly string[];
  /** Folders that Jekyll makes categories of: those above `_posts`; for loose files, its sections. */
  readonly above: readonly string[];
  /** Folders below `_posts`; none for loose files. */
  readonly below: readonly string[];
};

/** What the files of one folder have in common. */
export type FolderPlace = Omit<Candidate, 'path' | 'name'>;

/** The files of one folder that can be posts. */
export type FolderFiles = FolderPlace & { readonly names: readonly string[] };

/** A file of a folder. */
export function candidateIn({ kind, folders, above, below }: FolderPlace, name: string): Candidate {
  const path = folders.length === 0 ? name : `${folders.join('/')}/${name}`;
  return { kind, path, name, folders, above, below };
}

/** Folders below which Hugo, Zola and Astro keep posts. */
const CONTENT_FOLDERS = ['content', 'src/content'];

/** Position of the outermost `_posts` or `_drafts` among folders, -1 if there is none. */
export function holderAt(folders: readonly string[]): number {
  return folders.findIndex(folder => folder === '_posts' || folder === '_drafts');
}

/**
 * The place of a folder by its name alone.
 *
 * @param isHolder whether the site's root is itself a `_posts` folder
 */
export function placeOfFolder(folders: readonly string[], isHolder: boolean): FolderPlace {
  if (isHolder) return { kind: 'post', folders, above: [], below: folders };
  const holder = holderAt(folders);
  if (holder === -1) return { kind: 'loose', folders, above: folders, below: [] };
  const kind = folders[holder] === '_drafts' ? 'draft' : 'post';
  return { kind, folders, above: folders.slice(0, holder), below: folders.slice(holder + 1) };
}

/**
 * The folders in front of `_posts` that are no categories: `source` and `collections_dir`, or Hexo's `source`
 * where no posts lie beside it.
 *
 * @param holds whether posts lie in the `_posts` of that folder
 */
export function sourceFolders(
  { base: configuredBase }: SiteRules,
  holds: (folders: readonly string[]) => boolean,
): readonly string[] {
  if (configuredBase !== '') return configuredBase.split('/');
  return !holds([]) && holds(['source']) ? ['source'] : [];
}

/** The content folder's own folders, for the first of the names it can have that `holds`; none if none does. */
export function contentFolders(holds: (folder: string) => boolean): readonly string[] {
  return CONTENT_FOLDERS.find(holds)?.split('/') ?? [];
}

export function isBelow(folders: readonly string[], base: readonly string[]): boolean {
  return base.every((folder, at) => folders[at] === folder);
}

/** A file's place with `base`, where it lies below that, taken off the folders that name categories. */
export function withoutBase<Place extends FolderPlace>(
  place: Place,
  base: readonly string[],
): Place {
  if (base.length === 0 || !isBelow(place.above, base)) return place;
  return { ...place, above: place.above.slice(base.length) };
}

/** Which of the files a walk has found can be posts of their site. */

import {
  contentFolders,
  type FolderFiles,
  isBelow,
  sourceFolders,
  withoutBase,
} from './post-place.ts';
import type { SiteRules } from './site-rules.ts';

/** Folders at a site's root whose Markdown is not content (Hugo, Zola, Astro). */
const NOT_CONTENT = new Set([
  'themes',
  'archetypes',
  'layouts',
  'templates',
  'static',
  'public',
  'dist',
]);

/** Posts of a site with `_posts`; where `source` or `collections_dir` is configured, those outside it are none. */
export function jekyllPosts(
  found: readonly FolderFiles[],
  rules: SiteRules,
): readonly FolderFiles[] {
  const posts = found.filter(({ kind, names }) => kind !== 'loose' && names.length > 0);
  const folders = new Set(posts.map(({ above }) => above.join('/')));
  const base = sourceFolders(rules, above => folders.has(above.join('/')));
  const kept = rules.base !== '' ? posts.filter(({ above }) => isBelow(above, base)) : posts;
  return kept.map(folder => withoutBase(folder, base));
}

const INDEX = /^index\.[a-z]+$/i;

/** Without the files beside an `index.md`: Hugo takes them for parts of that page (a leaf bundle). */
function withoutParts(
  found: readonly FolderFiles[],
  base: readonly string[],
): readonly FolderFiles[] {
  const leaves = new Set(
    found
      .filter(({ folders, names }) => folders.length > base.length && names.some(isIndex))
      .map(({ folders }) => folders.join('/')),
  );
  if (leaves.size === 0) return found;
  return found.flatMap(folder => {
    const { folders, names } = folder;
    if (leaves.has(folders.join('/'))) return [{ ...folder, names: names.filter(isIndex) }];
    const isPart = folders.some((_, at) => leaves.has(folders.slice(0, at + 1).join('/')));
    return isPart ? [] : [folder];
  });
}

function isIndex(name: string): boolean {
  return INDEX.test(name);
}

/** Candidates of a site without `_posts`: below its content folder, or all but what holds no content. */
export function loosePosts(
  found: readonly FolderFiles[],
  { generator }: SiteRules,
): readonly FolderFiles[] {
  const holding = found.filter(({ names }) => names.length > 0);
  const base = contentFolders(content =>
    holding.some(({ folders }) => isBelow(folders, content.split('/'))),
  );
  if (base.length === 0) return found.filter(({ folders }) => !NOT_CONTENT.has(folders[0] ?? ''));
  const below = found.filter(({ folders }) => isBelow(folders, base));
  const kept = generator === 'hugo' ? withoutParts(below, base) : below;
  return kept.map(folder => withoutBase(folder, base));
}

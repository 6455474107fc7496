/** Which of the files a walk has found can be posts of their site. */

import {
  type Candidate,
  contentFolders,
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
export function jekyllPosts(found: readonly Candidate[], rules: SiteRules): readonly Candidate[] {
  const posts = found.filter(({ kind }) => kind !== 'loose');
  const folders = new Set(posts.map(({ above }) => above.join('/')));
  const base = sourceFolders(rules, above => folders.has(above.join('/')));
  const kept = rules.base !== '' ? posts.filter(({ above }) => isBelow(above, base)) : posts;
  return kept.map(post => withoutBase(post, base));
}

/** Without the files beside an `index.md`: Hugo takes them for parts of that page (a leaf bundle). */
function withoutParts(found: readonly Candidate[], base: readonly string[]): readonly Candidate[] {
  const leaves = new Set<string>();
  for (const { folders, name } of found) {
    if (folders.length > base.length && /^index\.[a-z]+$/i.test(name))
      leaves.add(folders.join('/'));
  }
  if (leaves.size === 0) return found;
  return found.filter(({ folders, name }) => {
    const own = folders.join('/');
    if (leaves.has(own)) return /^index\.[a-z]+$/i.test(name);
    return !folders.some((_, at) => leaves.has(folders.slice(0, at + 1).join('/')));
  });
}

/** Candidates of a site without `_posts`: below its content folder, or all but what holds no content. */
export function loosePosts(
  found: readonly Candidate[],
  { generator }: SiteRules,
): readonly Candidate[] {
  const base = contentFolders(folder => found.some(({ path }) => path.startsWith(`${folder}/`)));
  if (base.length === 0) return found.filter(({ folders }) => !NOT_CONTENT.has(folders[0] ?? ''));
  const below = found.filter(({ folders }) => isBelow(folders, base));
  const kept = generator === 'hugo' ? withoutParts(below, base) : below;
  return kept.map(file => withoutBase(file, base));
}

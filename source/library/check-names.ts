/** What posts of one site are called alike, and categories that have no page where others have one. */

import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { faultOf } from './fault.ts';
import { readFileName } from './file-name.ts';
import { withFile } from './file-read.ts';
import { textOf } from './header.ts';
import { readRoughHeader } from './header-read.ts';
import type { Fault, Post } from './post.ts';
import { readHead } from './read-head.ts';
import { isPageOf } from './return-links.ts';
import { slugify } from './slug.ts';

/** Folders at a site's root in which each category has its page. */
const PAGE_FOLDERS = ['category', 'categories', 'emnews'];

/** The file that an address becomes: two posts of one file overwrite each other. */
function destinationOf(url: string): string {
  if (url.endsWith('/')) return `${url}index.html`;
  return /\.[^/.]+$/.test(url) ? url : `${url}.html`;
}

function groups(
  posts: readonly Post[],
  keyOf: (post: Post) => string | null,
): ReadonlyMap<string, Post[]> {
  const found = new Map<string, Post[]>();
  for (const post of posts) {
    const key = keyOf(post);
    if (key === null) continue;
    const group = found.get(key);
    if (group === undefined) found.set(key, [post]);
    else group.push(post);
  }
  return found;
}

/** A file's name without ending; null for one that is called after its folder. */
function nameKey({ path }: Post): string | null {
  const { stem } = readFileName(basename(path));
  return /^_?index$/i.test(stem) ? null : stem;
}

/** Gives the faults of a post's name and address among those of all posts. */
export function createNameCheck(
  posts: readonly Post[],
): (post: Post, line: number) => readonly Fault[] {
  const names = groups(posts, nameKey);
  const files = groups(posts, ({ url }) => destinationOf(url));
  const otherIn = (group: readonly Post[] | undefined, post: Post) =>
    group?.find(({ path }) => path !== post.path)?.path;
  return (post, line) => {
    const faults: Fault[] = [];
    const key = nameKey(post);
    const sameName = key === null ? undefined : otherIn(names.get(key), post);
    if (sameName !== undefined)
      faults.push(
        faultOf('id-duplicated', 1, `${sameName} has the same name; the id is ${post.id}`),
      );
    const sameFile = otherIn(files.get(destinationOf(post.url)), post);
    if (sameFile !== undefined)
      faults.push(
        faultOf('permalink-duplicated', line, `${sameFile} has the same permalink, ${post.url}`),
      );
    return faults;
  };
}

type CategoryPages = { readonly folder: string; readonly names: ReadonlySet<string> };

/** What a category page says it is the page of, besides its name. */
function namesInPage(file: string): readonly string[] {
  try {
    return withFile(file, reader => {
      const { block } = readHead(reader);
      if (block.found !== 'header') return [];
      const fields = readRoughHeader(block);
      return ['category', 'slug', 'tag'].flatMap(key => textOf(fields.get(key)) ?? []);
    });
  } catch {
    return [];
  }
}

function pagesOf(root: string): CategoryPages | null {
  for (const folder of PAGE_FOLDERS) {
    const names = new Set<string>();
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        if (entry.isDirectory()) names.add(entry.name);
        if (!/\.(?:html?|md|markdown)$/i.test(entry.name)) continue;
        const stem = basename(entry.name, extname(entry.name));
        if (stem === 'index') continue;
        names.add(stem);
        for (const name of namesInPage(join(root, folder, entry.name))) names.add(name);
      }
    } catch {
      continue;
    }
    if (names.size > 0) return { folder, names };
  }
  return null;
}

/** Gives the faults of a post's categories in a site that has a page for each; none in any other. */
export function createCategoryCheck(root: string): (post: Post, line: number) => readonly Fault[] {
  const pages = pagesOf(root);
  if (pages === null) return () => [];
  const slugs = new Set([...pages.names].map(slugify));
  const isKnown = (slug: string) =>
    pages.names.has(slug) ||
    (slugs.has(slugify(slug)) && [...pages.names].some(name => isPageOf(name, slug)));
  const known = new Map<string, boolean>();
  return ({ categories }, line) =>
    categories.flatMap(slug => {
      const is = known.get(slug) ?? isKnown(slug);
      known.set(slug, is);
      return is
        ? []
        : [
            faultOf(
              'category-unknown',
              line,
              `the category "${slug}" has no page in ${pages.folder}/`,
            ),
          ];
    });
}

import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { cleanField } from '../article/sanitise.ts';
import { withFile } from './file-read.ts';
import { textOf } from './header.ts';
import { readRoughHeader } from './header-read.ts';
import { readHead } from './read-head.ts';

/** Where sites keep the page of a category. */
const PLACES = [
  'category/SLUG',
  'categories/SLUG',
  'emnews/SLUG',
  'category/SLUG/index',
  'categories/SLUG/index',
  'SLUG/index',
  'SLUG',
];
const ENDINGS = ['.html', '.md'];

/**
 * The title in the header of a category's own page; null if the site has no such page, or no title in it.
 *
 * @param exists whether it is worth opening a file; without it, each place a page can be is tried
 */
export function categoryPageTitle(
  root: string,
  slug: string,
  exists: (file: string) => boolean = () => true,
): string | null {
  if (slug === '' || slug.includes('..') || slug.includes('\0')) return null;
  for (const place of PLACES) {
    for (const ending of ENDINGS) {
      const file = `${root}/${place.replace('SLUG', () => slug)}${ending}`;
      const title = exists(file) ? titleIn(file) : null;
      if (title !== null) return title;
    }
  }
  return null;
}

/**
 * The same for many categories of a site: its folders are listed once, and no page opened that is not there.
 *
 * @param looked told of every folder and page that is looked into, before it is
 */
export function categoryPages(
  root: string,
  looked: (path: string) => void = () => undefined,
): (slug: string) => string | null {
  const listings = new Map<string, ReadonlySet<string>>();
  const namesIn = (folder: string): ReadonlySet<string> => {
    let names = listings.get(folder);
    if (names === undefined) {
      looked(folder);
      names = namesOf(folder);
      listings.set(folder, names);
    }
    return names;
  };
  const exists = (file: string): boolean => {
    const folder = dirname(file);
    const isThere = folder.length <= root.length || exists(folder);
    if (!isThere || !namesIn(folder).has(basename(file))) return false;
    looked(file);
    return true;
  };
  return slug => categoryPageTitle(root, slug, exists);
}

function namesOf(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

function titleIn(file: string): string | null {
  try {
    return withFile(file, reader => {
      const { block } = readHead(reader);
      const title = block.found === 'header' ? textOf(readRoughHeader(block).get('title')) : null;
      return title === null ? null : cleanField(title) || null;
    });
  } catch {
    return null;
  }
}

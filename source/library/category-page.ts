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

/** The title in the header of a category's own page; null if the site has no such page, or no title in it. */
export function categoryPageTitle(root: string, slug: string): string | null {
  if (slug === '' || slug.includes('..') || slug.includes('\0')) return null;
  for (const place of PLACES) {
    for (const ending of ENDINGS) {
      const title = titleIn(`${root}/${place.replace('SLUG', () => slug)}${ending}`);
      if (title !== null) return title;
    }
  }
  return null;
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

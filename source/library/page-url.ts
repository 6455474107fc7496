import { join } from 'node:path';
import { formatOf, readFileName } from './file-name.ts';
import { isFile, withFile } from './file-read.ts';
import { textOf } from './header.ts';
import { readRoughHeader } from './header-read.ts';
import { readHead } from './read-head.ts';
import { trimSlashes } from './trim-slashes.ts';

/** What the header of a page says its address is; null if it says nothing, or cannot be read. */
function ownPermalink(file: string): string | null {
  try {
    return withFile(file, reader => {
      const { block } = readHead(reader);
      return block.found === 'header' ? textOf(readRoughHeader(block).get('permalink')) : null;
    });
  } catch {
    return null;
  }
}

/**
 * The address of a file of a site that is no post, as `{% link %}` names it by its path from the
 * root: a page's, or a picture's and the like; undefined if there is no such file.
 */
export function pageUrl(root: string, path: string): string | undefined {
  const clean = trimSlashes(path);
  const file = join(root, clean);
  if (clean.split('/').includes('..') || clean.includes('\0') || !isFile(file)) return undefined;
  const { ending } = readFileName(clean);
  if (formatOf(ending) === 'text') return `/${clean}`;
  const own = ownPermalink(file);
  if (own !== null) return `/${own.replace(/^\/+/, '')}`;
  const stem = clean.slice(0, -ending.length);
  return /(?:^|\/)index$/.test(stem) ? `/${stem.slice(0, -'index'.length)}` : `/${stem}.html`;
}

/** Which addresses of a site lead to a file that is no post: a page, a picture, a download. */

import { statSync } from 'node:fs';
import { formatOf, readFileName } from './file-name.ts';
import { isFolder, withFile } from './file-read.ts';
import { textOf } from './header.ts';
import { readRoughHeader } from './header-read.ts';
import { addressKey } from './places.ts';
import { readFolder } from './read-folder.ts';
import { readHead } from './read-head.ts';
import { decodePath } from './slug.ts';

/** Folders whose files a site serves as if they lay at its root (Hugo, Zola, Astro, Hexo, Jekyll's `source`). */
const ROOTS = ['', '/static', '/public', '/source', '/content', '/src'];
const ENDINGS = ['', '.md', '.html', '.markdown', '/index.html', '/index.md', '/_index.md'];
/** Folders of a Jekyll site that are no collections; posts are known as posts. */
const NO_PAGES =
  /^(?:[.#~].*|_posts|_drafts|_layouts|_includes|_sass|_data|_site|_plugins|node_modules|vendor|public)$/;
/** Files looked at for an address of their own. */
const MOST_PAGES = 2000;

function isRegular(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** Whether a file lies where an address says, or a section of a content folder has it. */
function liesAt(path: string, root: string): boolean {
  const plain = decodePath(path).replace(/\/$/, '');
  if (plain.includes('\0') || plain.split('/').includes('..')) return false;
  const stems = [...new Set([plain, plain.replace(/\.html?$/i, '')])];
  return (
    ROOTS.some(base =>
      stems.some(stem => ENDINGS.some(ending => isRegular(`${root}${base}${stem}${ending}`))),
    ) || isFolder(`${root}/content${plain}`)
  );
}

function permalinkIn(file: string): string | null {
  try {
    return withFile(file, reader => {
      const { block } = readHead(reader);
      if (block.found !== 'header') return null;
      const fields = readRoughHeader(block);
      return textOf(fields.get('permalink')) ?? textOf(fields.get('url'));
    });
  } catch {
    return null;
  }
}

/** Addresses of pages that are not where their files lie: by their headers, or as parts of a collection. */
function pageKeys(root: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const open = [''];
  let left = MOST_PAGES;
  for (let folder = open.pop(); folder !== undefined && left > 0; folder = open.pop()) {
    let entries: ReturnType<typeof readFolder>;
    try {
      entries = readFolder(root + folder);
    } catch {
      continue;
    }
    for (const dirent of entries) {
      const { name } = dirent;
      if (dirent.isDirectory() && !NO_PAGES.test(name)) open.push(`${folder}/${name}`);
      const { stem, ending } = readFileName(name);
      if (!dirent.isFile() || formatOf(ending) === 'text' || left-- <= 0) continue;
      const own = permalinkIn(`${root}${folder}/${name}`);
      if (own !== null) keys.add(addressKey(own));
      // A file of a collection, `_docs/a.md`, is at `/docs/a.html` unless its site says otherwise.
      if (folder.startsWith('/_')) keys.add(addressKey(`/${folder.slice(2)}/${stem}`));
    }
  }
  return keys;
}

/** Makes the test whether a site holds a page or a file at an address; its folders are read when the first one is not where it says. */
export function createSiteFiles(root: string): (path: string) => boolean {
  let pages: ReadonlySet<string> | null = null;
  return path => {
    if (liesAt(path, root)) return true;
    pages ??= pageKeys(root);
    return pages.has(addressKey(path));
  };
}

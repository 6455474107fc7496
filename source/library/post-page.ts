import { type FileName, formatOf } from './file-name.ts';
import { textOf } from './header.ts';
import { dateOf } from './post-date.ts';
import type { Fields, ReadHeader } from './post-input.ts';
import type { Candidate } from './post-place.ts';

/** Layouts of pages that are no posts, and the names of their files. */
const PAGE_LAYOUTS = new Set(['category', 'tag', 'home', 'page', 'archive', 'redirect', 'index']);
const PAGE_NAMES = /^(?:_?index|404|search)$/i;
/** Whether a loose file is a page and no post, or nothing at all. */
export function isPage(file: Candidate, name: FileName, fields: Fields, read: ReadHeader): boolean {
  if (!read.found && !read.meant && !name.dated && name.date === null) return true;
  if (PAGE_LAYOUTS.has((textOf(fields('layout')) ?? '').toLowerCase())) return true;
  if (formatOf(name.ending) === 'html' && /^categor(?:y|ies)$/i.test(file.folders.at(-1) ?? ''))
    return true;
  if (!PAGE_NAMES.test(name.stem)) return false;
  // An index file is a post where it has a folder and a date of its own (a page bundle).
  if (name.stem.startsWith('_') || file.above.length === 0) return true;
  return dateOf(file, name, fields, read).written === null;
}

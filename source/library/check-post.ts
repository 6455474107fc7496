/** All that is wrong with one post, its body included. */

import { isUtf8 } from 'node:buffer';
import { createLinkSieve, liquidLinks, missingLinks } from './check-links.ts';
import { createCategoryCheck, createNameCheck } from './check-names.ts';
import { textFaults } from './check-text.ts';
import { decode } from './decode.ts';
import { faultOf } from './fault.ts';
import { PostUnreadable, readWhole, sizeOf, systemPath } from './file-read.ts';
import { findHeader, type HeaderBlock } from './header-block.ts';
import type { Library } from './library.ts';
import type { Fault, Post } from './post.ts';
import { articleOf } from './post-article.ts';
import { splitText } from './read-post.ts';
import { readGenerator } from './site-config.ts';

/** Bytes of the longest file whose text is looked at. */
const LONGEST = 10_000_000;
/** Characters of a body that may turn out to show nothing. */
const SHORT = 400;
/** What a page shows although it is no text, or what only the site's own templates can tell. */
const SHOWS = /\{%|\{\{|<(?:iframe|video|audio|embed|object|svg|canvas|form|script|img)\b/i;

type Checked = Pick<Library, 'site' | 'find' | 'target' | 'list'>;

/** The line of a header's key; else the line on which the header begins. */
function lineOfKey(block: HeaderBlock, ...keys: readonly string[]): number {
  if (block.found !== 'header') return 1;
  const at = block.text
    .split('\n')
    .findIndex(line => keys.includes(/^["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1] ?? ''));
  return at === -1 ? 1 : block.line + at;
}

function nameFault(post: Post): Fault | null {
  const path = systemPath(post.file);
  if (typeof path !== 'string' && !isUtf8(path))
    return faultOf('name-invalid', 1, 'the name of the file is not UTF-8');
  return /\p{Cc}/u.test(post.path)
    ? faultOf('name-invalid', 1, 'the name of the file holds control characters')
    : null;
}

/** Makes what checks the posts of a loaded library; what concerns several posts is looked up once. */
export function createPostCheck(library: Checked): (post: Post) => readonly Fault[] {
  const all = library.list({});
  const checkNames = createNameCheck(all.slice(0, all.length));
  const checkCategories = createCategoryCheck(library.site.root);
  const mayMislead = createLinkSieve(library);
  const generator = readGenerator(library.site.root);
  // Hugo and Zola name headings by rules of their own.
  const knowsAnchors = generator !== 'hugo' && generator !== 'zola';

  const bodyFaults = (text: string, block: HeaderBlock, post: Post): readonly Fault[] => {
    const start = block.found === 'header' ? block.body : 0;
    const line = block.found === 'header' ? block.bodyLine : 1;
    const body = text.slice(start);
    if (body.trim() === '') return [faultOf('body-empty', line, 'the post has no text')];
    const isShort = body.length < SHORT && !SHOWS.test(body);
    if (!isShort && !mayMislead(body, post)) return liquidLinks(text, library);
    const article = articleOf(library, post, splitText(text, post.path));
    const shown = article.text.trim() !== '' || article.images.length + article.links.length > 0;
    return [
      ...(isShort && !shown ? [faultOf('body-empty', line, 'nothing of the post is shown')] : []),
      ...liquidLinks(text, library),
      ...missingLinks(article, post, library, { text, bodyLine: line, knowsAnchors }),
    ];
  };

  const fileFaults = (post: Post): readonly Fault[] => {
    const size = sizeOf(post.file);
    if (size > LONGEST) {
      const message = `the file has ${Math.round(size / 1_000_000)} MB; its text is not looked at`;
      return [...post.faults, faultOf('file-large', 1, message)];
    }
    const read = decode(readWhole(post.file));
    const block = findHeader(read.text);
    // The header alone told of bytes without their line, and of the file's beginning only.
    const own = post.faults.filter(({ fault }) => fault !== 'not-utf-8');
    return [
      ...own,
      ...textFaults(read),
      ...checkNames(post, lineOfKey(block, 'permalink', 'url', 'path', 'slug')),
      ...checkCategories(post, lineOfKey(block, 'categories', 'category')),
      ...bodyFaults(read.text, block, post),
    ];
  };

  return post => {
    const name = nameFault(post);
    let faults: readonly Fault[];
    try {
      faults = fileFaults(post);
    } catch (error) {
      if (!(error instanceof PostUnreadable)) throw error;
      const known = post.faults.some(({ fault }) => fault === 'unreadable');
      const unreadable = faultOf('unreadable', 1, `the file cannot be read: ${error.reason}`);
      faults = known ? post.faults : [...post.faults, unreadable];
    }
    const told = name === null ? faults : [name, ...faults];
    return told.toSorted((a, b) => a.line - b.line);
  };
}

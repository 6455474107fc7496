import { decodeTail } from './decode.ts';
import { faultOf } from './fault.ts';
import { type FileReader, PostUnreadable, withFile } from './file-read.ts';
import { type Parsers, readHeader } from './header-read.ts';
import type { FileFault } from './library.ts';
import type { Post } from './post.ts';
import { type Built, buildPost, isListed } from './post-build.ts';
import type { BuildRules } from './post-input.ts';
import type { Candidate } from './post-place.ts';
import { type Head, headerOfHead, readHead, unreadableHeader } from './read-head.ts';
import { END_BYTES, type ReturnLink, returnLinks } from './return-links.ts';
import { stampOf, UNSURE } from './stamp.ts';

/** A file that can be a post, with the id it has. */
export type Pending = { readonly id: string; readonly file: Candidate };

/** What is known of a file that can be a post. */
export type Entry = Pending & {
  /** When and what was read; `UNSURE` if it must be read again next time. */
  readonly stamp: string;
  /** null: it is no post, or not listed. */
  readonly built: Built | null;
  /** The return links at its end; null if nobody asked for them. */
  readonly links: readonly ReturnLink[] | null;
  /** Whether it is no post for want of any content. */
  readonly isEmpty: boolean;
};

/** What is told of a file that would be a post if anything stood in it. */
export function emptyFault(path: string): FileFault {
  return { path, ...faultOf('file-empty', 1, 'the file is empty') };
}

export type ReadingRules = {
  readonly site: BuildRules;
  readonly drafts: boolean;
  /** Asked of a post that is listed: whether its return links would teach something. */
  readonly wantsLinks: (post: Post) => boolean;
  /** Milliseconds since the epoch against which stamps are taken; null: nobody needs stamps. */
  readonly now: number | null;
};

/** The return links at the end of an open file. */
function linksIn(reader: FileReader): readonly ReturnLink[] {
  return returnLinks(decodeTail(reader.tail(END_BYTES)));
}

/** The return links at the end of a post's file; null where it cannot be read. */
export function readLinks(post: Post): readonly ReturnLink[] | null {
  try {
    return withFile(post.file, linksIn);
  } catch {
    return null;
  }
}

/** Reads one file; gives back its head alone where the parser of its header is missing. */
export function readEntry(
  { id, file }: Pending,
  parsers: Parsers,
  { site, drafts, wantsLinks, now }: ReadingRules,
): Entry | Extract<Head['block'], { found: 'header' }> {
  try {
    return withFile(`${site.root}/${file.path}`, reader => {
      const stamp = now === null ? UNSURE : stampOf(reader.stats(), now);
      const head = readHead(reader);
      const read = headerOfHead(head, block => readHeader(block, parsers));
      if (read === undefined && head.block.found === 'header') return head.block;
      if (read === undefined || !isListed(file, read, site, drafts)) {
        return { id, file, stamp, built: null, links: null, isEmpty: head.isEmpty };
      }
      const built = buildPost(id, file, read, site);
      const links = wantsLinks(built.post) ? linksIn(reader) : null;
      return { id, file, stamp, built, links, isEmpty: false };
    });
  } catch (error) {
    const reason = error instanceof PostUnreadable ? error.reason : String(error);
    const read = unreadableHeader(reason);
    const built = isListed(file, read, site, drafts) ? buildPost(id, file, read, site) : null;
    return { id, file, stamp: UNSURE, built, links: null, isEmpty: false };
  }
}

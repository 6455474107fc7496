import { breathe, takeTurns } from './breathe.ts';
import { decodeTail } from './decode.ts';
import { defaultsFor } from './defaults.ts';
import { faultOf } from './fault.ts';
import { PostUnreadable, withFile } from './file-read.ts';
import { loadParser, type Parsers, readHeader } from './header-read.ts';
import type { FileFault } from './library.ts';
import type { Post } from './post.ts';
import { type Built, buildPost, isListed } from './post-build.ts';
import { makeIds, namedFile } from './post-ids.ts';
import { type BuildRules, buildRules } from './post-input.ts';
import type { Candidate } from './post-place.ts';
import { headerOfHead, readHead, unreadableHeader } from './read-head.ts';
import { END_BYTES, type ReturnLink, returnLinks } from './return-links.ts';
import { scanSite } from './scan.ts';
import { readRules } from './site-config.ts';

/** Milliseconds between two reports of what was read; more would only be drawn over. */
const REPORT = 50;

export type LoadSink = {
  /** A post, as it is read. */
  readonly add: (built: Built) => void;
  readonly wantsLinks: (post: Post) => boolean;
  readonly learn: (post: Post, links: readonly ReturnLink[]) => void;
  readonly fault: (fault: FileFault) => void;
  /** Called after the first slice, then some twenty times a second. */
  readonly batch: () => void;
};

type Pending = { readonly id: string; readonly file: Candidate };

/** Files with the ids they have. */
function withIds(candidates: readonly Candidate[]): Pending[] {
  const ids = makeIds(candidates.map(namedFile));
  return candidates.map((file, at) => ({ id: ids[at] ?? file.path, file }));
}

/** Newest names first, so that what is looked at first is known first. */
function byName(a: Pending, b: Pending): number {
  if (a.file.name !== b.file.name) return a.file.name > b.file.name ? -1 : 1;
  return a.file.path > b.file.path ? -1 : 1;
}

type Step = {
  readonly site: BuildRules;
  readonly drafts: boolean;
  readonly sink: LoadSink;
};

/** Reads one file; gives back the block of a header whose parser is missing, else null. */
function readOne({ id, file }: Pending, parsers: Parsers, { site, drafts, sink }: Step) {
  const path = `${site.root}/${file.path}`;
  try {
    return withFile(path, reader => {
      const head = readHead(reader);
      const read = headerOfHead(head, block => readHeader(block, parsers));
      if (read === undefined) return head.block.found === 'header' ? head.block : null;
      if (!isListed(file, read, site, drafts)) {
        if (head.isEmpty)
          sink.fault({ path: file.path, ...faultOf('file-empty', 1, 'the file is empty') });
        return null;
      }
      const built = buildPost(id, file, read, site);
      sink.add(built);
      if (sink.wantsLinks(built.post))
        sink.learn(built.post, returnLinks(decodeTail(reader.tail(END_BYTES))));
      return null;
    });
  } catch (error) {
    const reason = error instanceof PostUnreadable ? error.reason : String(error);
    const read = unreadableHeader(reason);
    if (isListed(file, read, site, drafts)) sink.add(buildPost(id, file, read, site));
    return null;
  }
}

/**
 * Reads the header of every post of a site, in slices, and hands each to `sink`. What cannot be
 * read is handed on with its fault; never throws for a file.
 */
export async function loadPosts(root: string, drafts: boolean, sink: LoadSink): Promise<void> {
  const rules = await readRules(root);
  const site = buildRules(root, rules, defaultsFor(rules.defaults));
  const { candidates, faults } = await scanSite(root, rules, { drafts });
  for (const fault of faults) sink.fault(fault);
  await breathe();
  const pending = withIds(candidates);
  await breathe();
  pending.sort(byName);
  await breathe();
  let parsers: Parsers = {};
  const turns = takeTurns();
  let reported = Number.NEGATIVE_INFINITY;
  for (const one of pending) {
    const missing = readOne(one, parsers, { site, drafts, sink });
    if (missing !== null) {
      parsers = await loadParser(missing, parsers);
      readOne(one, parsers, { site, drafts, sink });
    }
    if (!turns.isOver()) continue;
    if (Date.now() - reported >= REPORT) {
      sink.batch();
      reported = Date.now();
    }
    await turns.next();
  }
}

import { breathe, takeTurns } from './breathe.ts';
import { defaultsFor } from './defaults.ts';
import { takeEnding } from './file-name.ts';
import { loadParser, type Parsers } from './header-read.ts';
import type { FileFault } from './library.ts';
import type { Post } from './post.ts';
import type { Built } from './post-build.ts';
import { makeIds, namedFile } from './post-ids.ts';
import { buildRules } from './post-input.ts';
import { type Candidate, candidateIn, type FolderFiles } from './post-place.ts';
import { type Entry, emptyFault, type Pending, readEntry, readLinks } from './read-entry.ts';
import type { ReturnLink } from './return-links.ts';
import type { SiteRules } from './site-rules.ts';

/** Milliseconds between two reports of what was read; more would only be drawn over. */
const REPORT = 50;

export type LoadSink = {
  /** A post, as it is read; in each category the newest names come first. */
  readonly add: (built: Built) => void;
  readonly wantsLinks: (post: Post) => boolean;
  readonly learn: (post: Post, links: readonly ReturnLink[]) => void;
  readonly fault: (fault: FileFault) => void;
  /** Called after the first slice, then some twenty times a second. */
  readonly batch: () => void;
  /** Everything that was read of a file, posts or not. */
  readonly read?: (entry: Entry) => void;
};

/** What there is to read of a site. */
export type Reading = {
  readonly root: string;
  readonly rules: SiteRules;
  readonly drafts: boolean;
  /** Newest names first. */
  readonly pending: readonly Pending[];
  readonly faults: readonly FileFault[];
  /** Milliseconds since the epoch against which stamps are taken; null: nobody needs stamps. */
  readonly now: number | null;
  /** What is known of a file that has not changed since; undefined: it must be read. */
  readonly known?: (pending: Pending) => Entry | undefined;
};

/** Files with the ids they have. */
function withIds(candidates: readonly Candidate[]): Pending[] {
  const ids = makeIds(candidates.map(namedFile));
  return candidates.map((file, at) => ({ id: ids[at] ?? file.path, file }));
}

/** Newest names first, so that what is looked at first is known first. */
function byName(a: Candidate, b: Candidate): number {
  if (a.name !== b.name) return a.name > b.name ? -1 : 1;
  return a.path > b.path ? -1 : 1;
}

/** How many files there are. */
export function countOf(files: readonly FolderFiles[]): number {
  return files.reduce((count, { names }) => count + names.length, 0);
}

/**
 * The first `count` files of those that `pendingOf` gives for the same, without the time it takes to
 * name and order them all; none where one of them shares its name with one further down, which its
 * id has to tell.
 */
export function newestOf(files: readonly FolderFiles[], count: number): readonly Pending[] {
  let newest: Candidate[] = [];
  let least = '';
  const cut = () => {
    newest.sort(byName);
    newest = newest.slice(0, count);
    if (newest.length === count) least = newest.at(-1)?.name ?? '';
  };
  for (const folder of files) {
    // A folder is read in the order of the alphabet, in which the newest are the last.
    for (let at = folder.names.length - 1; at >= 0; at--) {
      const name = folder.names[at] ?? '';
      if (name < least) continue;
      newest.push(candidateIn(folder, name));
      if (newest.length >= 4 * count) cut();
    }
  }
  cut();
  const stems = new Set(newest.map(({ name }) => takeEnding(name).stem));
  const first = [...stems].sort()[0] ?? '';
  let alike = 0;
  for (const { names } of files) {
    for (const name of names) if (name >= first && stems.has(takeEnding(name).stem)) alike++;
  }
  return alike > newest.length ? [] : withIds(newest);
}

/** The files of a scan in the order in which they are read. */
export async function pendingOf(files: readonly FolderFiles[]): Promise<readonly Pending[]> {
  await breathe();
  const candidates: Candidate[] = [];
  for (const folder of files) {
    // As near to the order as they can be had: to sort what is sorted takes no time.
    for (let at = folder.names.length - 1; at >= 0; at--)
      candidates.push(candidateIn(folder, folder.names[at] ?? ''));
  }
  candidates.sort(byName);
  await breathe();
  const pending = withIds(candidates);
  await breathe();
  return pending;
}

/**
 * Reads the header of every post of a site, in slices, and hands each to `sink`. What cannot be
 * read is handed on with its fault; never throws for a file.
 */
export async function loadPosts(reading: Reading, sink: LoadSink): Promise<void> {
  const { root, rules, drafts, pending, now, known } = reading;
  const site = buildRules(root, rules, defaultsFor(rules.defaults));
  const reader = { site, drafts, now, wantsLinks: sink.wantsLinks };
  for (const fault of reading.faults) sink.fault(fault);
  let parsers: Parsers = {};
  const turns = takeTurns();
  let reported = Number.NEGATIVE_INFINITY;

  const readNow = async (one: Pending): Promise<Entry> => {
    const read = readEntry(one, parsers, reader);
    if (!('found' in read)) return read;
    parsers = await loadParser(read, parsers);
    return readNow(one);
  };
  const take = (entry: Entry) => {
    const { built } = entry;
    let { links } = entry;
    if (built !== null) {
      sink.add(built);
      if (sink.wantsLinks(built.post)) {
        links ??= readLinks(built.post);
        if (links !== null) sink.learn(built.post, links);
      }
    }
    if (entry.isEmpty) sink.fault(emptyFault(entry.file.path));
    sink.read?.(links === entry.links ? entry : { ...entry, links });
  };

  for (const one of pending) {
    const before = known?.(one);
    if (before !== undefined) take(before);
    else {
      const read = readEntry(one, parsers, reader);
      take('found' in read ? await readNow(one) : read);
    }
    if (!turns.isOver()) continue;
    if (Date.now() - reported >= REPORT) {
      sink.batch();
      reported = Date.now();
    }
    await turns.next();
  }
}

/** Brings what is known of a site up to date with its folder. */

import { categoryPages } from './category-page.ts';
import { oddPaths } from './file-read.ts';
import {
  type IndexHead,
  type IndexPlace,
  isStoreWhole,
  publishHead,
  publishIndex,
  readHeadFile,
  storeFile,
} from './index-file.ts';
import { fillTables, readEntries, rowOf } from './index-rows.ts';
import { openStore } from './index-view.ts';
import type { FileFault } from './library.ts';
import { countOf, type LoadSink, loadPosts, newestOf, pendingOf } from './load-posts.ts';
import { createMemoryView, type GrowingView } from './memory-view.ts';
import type { Built } from './post-build.ts';
import type { Entry, Pending } from './read-entry.ts';
import type { ReturnLink } from './return-links.ts';
import { scanSite } from './scan.ts';
import { configFiles, configText, readRules } from './site-config.ts';
import { areUnchanged, type Check, stampAt, UNSURE } from './stamp.ts';

/** A site with fewer files is read faster than an index of it is opened. */
const FEWEST = 200;
/** Posts that are read before all others are so much as put in order: what a screen shows. */
const FIRST = 50;
/** Posts at hand without opening a store: some screens, and what a list prints at most of them. */
const NEWEST = 200;

export type RefreshJob = {
  readonly root: string;
  readonly drafts: boolean;
  /** Folder of the site's index; null: none is kept. */
  readonly cache: string | null;
  /** The hash of all files as the asker has them; null: it has none. */
  readonly before: string | null;
};

/** A post as it was read, with the links that taught something. */
export type Taken = { readonly built: Built; readonly links: readonly ReturnLink[] | null };

/** Told while posts are read, if nothing is known of them: then it takes a while. */
export type RefreshProgress = (view: GrowingView, added: readonly Taken[]) => void;

/** What a folder holds now. */
export type Refreshed = {
  /** A hash of all files; empty if one of them may be changing. */
  readonly files: string;
  readonly folders: readonly Check[];
  readonly faults: readonly FileFault[];
} & (
  | {
      /** The asker has it all. */
      readonly what: 'same';
    }
  | { readonly what: 'indexed'; readonly head: IndexHead }
  | {
      readonly what: 'read';
      readonly view: GrowingView;
      /** What was read and `progress` was not told of, in that order. */
      readonly taken: readonly Taken[];
      /** Writes the index. Gives back its head; null where that cannot be, or is not worth it. */
      readonly keep: () => IndexHead | null;
    }
);

/** A hash of the rules, of files and their stamps, in the order they are read in; empty if one is unsure. */
function hashOf(
  rules: string,
  pending: readonly Pending[],
  stampOf: (one: Pending, at: number) => string,
): string {
  // Loading it takes 7 ms, and what is printed from an index has no need of it.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha1').update(rules);
  let text = '';
  for (let at = 0; at < pending.length; at++) {
    const one = pending[at];
    const stamp = one === undefined ? UNSURE : stampOf(one, at);
    if (one === undefined || stamp === UNSURE) return '';
    text += `${one.file.path}\n${stamp}\n`;
    if (text.length < 65_536) continue;
    hash.update(text);
    text = '';
  }
  return hash.update(text).digest('hex');
}

/** Reads of the index what it knows of files that are as they were. */
function knownFiles(
  place: IndexPlace | null,
  head: IndexHead | null,
  root: string,
): ((pending: Pending, stamp: string) => Entry | undefined) | null {
  if (place === null || head === null || !isStoreWhole(place, head.store)) return null;
  try {
    const database = openStore(storeFile(place, head.store));
    try {
      return readEntries(database, root);
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** Writes an index of all that was read. Gives back its head; null where that cannot be. */
function keepIndex(
  place: IndexPlace,
  view: GrowingView,
  entries: readonly Entry[],
  known: Pick<IndexHead, 'rules' | 'files' | 'odd' | 'folders' | 'faults'>,
  pages: ReadonlyMap<string, string>,
): IndexHead | null {
  const all = view.list({});
  const posts = all.slice(0, all.length);
  const writeStore = (file: string) => {
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    const database = new DatabaseSync(file);
    try {
      // Nobody else knows of the file: there is nobody to keep out, and nothing to take back.
      database.exec(
        'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE',
      );
      fillTables(database, posts, entries);
    } finally {
      database.close();
    }
  };
  try {
    const categories = view.categories();
    const stampOf = new Map(entries.map(({ id, stamp }) => [id, stamp]));
    return publishIndex(place, writeStore, {
      ...known,
      count: posts.length,
      categories,
      hosts: [...view.hosts],
      empty: entries.flatMap(({ file, isEmpty }) => (isEmpty ? [file.path] : [])),
      newest: posts.slice(0, NEWEST).map(rowOf),
      stamps: posts.slice(0, NEWEST).map(({ id }) => stampOf.get(id) ?? UNSURE),
      pages: [...pages],
    });
  } catch {
    return null;
  }
}

/** A head whose posts are the same, brought up to date with the folders they lie in. */
function withFolders(
  place: IndexPlace,
  head: IndexHead,
  folders: readonly Check[],
  faults: IndexHead['faults'],
): IndexHead {
  const same = JSON.stringify([head.folders, head.faults]) === JSON.stringify([folders, faults]);
  if (same) return head;
  const renewed = { ...head, folders, faults };
  publishHead(place, renewed);
  return renewed;
}

/**
 * Compares a site's folder with its index, by the stamps of all files, and reads what has changed.
 * What comes out is what reading everything anew would give. Never throws for what the index is or
 * lacks: it is done without, and made anew.
 */
export async function refresh(job: RefreshJob, progress: RefreshProgress): Promise<Refreshed> {
  const { root, drafts, cache, before } = job;
  const now = Date.now();
  const config = configFiles(root).map((file): Check => [file, stampAt(file, now)]);
  const rules = configText(root);
  const siteRules = await readRules(root);
  const { faults, ...scan } = await scanSite(root, siteRules, { drafts });
  const folders = [...config, ...scan.folders];
  const place = cache === null || countOf(scan.files) < FEWEST ? null : { folder: cache, drafts };
  const found = place === null ? null : readHeadFile(place);
  const head = found?.rules === rules ? found : null;
  const isNew = head === null && before === null;
  let pending: readonly Pending[] = isNew ? [] : await pendingOf(scan.files);
  // Stamps are taken again if some turn out to be others: to keep them all takes more than to ask twice.
  const stampNow = ({ file }: Pending) => stampAt(`${root}/${file.path}`, now);
  if (!isNew) {
    const files = hashOf(rules, pending, stampNow);
    const isSame = (known: string | undefined) => files !== '' && files === known;
    if (head !== null && place !== null && isSame(head.files)) {
      if (areUnchanged(head.pages, now) && isStoreWhole(place, head.store)) {
        const renewed = withFolders(place, head, folders, faults);
        return {
          what: isSame(before ?? '') ? 'same' : 'indexed',
          head: renewed,
          files,
          folders,
          faults,
        };
      }
    } else if (head === null && before !== null && isSame(before)) {
      return { what: 'same', files, folders, faults };
    }
  }
  const known = knownFiles(place, head, root);
  const pages = new Map<string, string>();
  const view = createMemoryView(
    categoryPages(root, path => {
      if (!pages.has(path)) pages.set(path, stampAt(path, now));
    }),
  );
  const entries: Entry[] = [];
  const taken: Taken[] = [];
  const sink: LoadSink = {
    ...view.sink,
    add: built => {
      view.sink.add(built);
      taken.push({ built, links: null });
    },
    learn: (post, links) => {
      view.sink.learn(post, links);
      const last = taken.pop();
      if (last !== undefined) taken.push({ ...last, links });
    },
    read: entry => entries.push(entry),
    batch: () => {
      view.changed();
      if (known !== null) return;
      progress(view, taken.splice(0));
    },
  };
  const reading = { root, rules: siteRules, drafts, now };
  if (isNew) {
    const first = newestOf(scan.files, FIRST);
    await loadPosts({ ...reading, pending: first, faults: [] }, sink);
    sink.batch();
    pending = await pendingOf(scan.files);
  }
  await loadPosts(
    {
      ...reading,
      pending: pending.slice(entries.length),
      faults,
      ...(known !== null && { known: (one: Pending) => known(one, stampNow(one)) }),
    },
    sink,
  );
  view.settle();
  view.changed();
  if (known === null) progress(view, taken.splice(0));
  const files = hashOf(rules, pending, (_, at) => entries[at]?.stamp ?? UNSURE);
  const keep = () =>
    place === null
      ? null
      : keepIndex(
          place,
          view,
          entries,
          { rules, files, folders, faults, odd: oddPaths(root) },
          pages,
        );
  return { what: 'read', view, taken, keep, files, folders, faults };
}

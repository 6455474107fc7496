/**
 * The files of an index: a small head, which names the store of all headers. Neither is ever changed:
 * each is written whole under another name and then renamed, so that a writer that is killed, or a
 * second one, leaves a whole head that names a whole store. Where something else does the damage,
 * the checksums tell.
 */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isFolder, type OddPaths } from './file-read.ts';
import type { PostRow } from './index-rows.ts';
import type { FileFault } from './library.ts';
import type { Category } from './post.ts';
import type { Check } from './stamp.ts';

/** Where an index is kept, and of which posts: with or without drafts. */
export type IndexPlace = { readonly folder: string; readonly drafts: boolean };

export type StoreName = { readonly name: string; readonly size: number; readonly crc: number };

/** What is known of a site at once, without its store. */
export type IndexHead = {
  /** The site's configuration as written: all posts are read by it. */
  readonly rules: string;
  /** Configuration files and the folders that were walked, as they were. */
  readonly folders: readonly Check[];
  /** Folders and pages that were looked into for the labels of categories, as they were. */
  readonly pages: readonly Check[];
  /** A hash of all files and their stamps; empty if one of them was unsure. */
  readonly files: string;
  readonly store: StoreName;
  readonly count: number;
  readonly categories: readonly Category[];
  readonly hosts: readonly string[];
  /** Of folders, and of what is no regular file. */
  readonly faults: readonly FileFault[];
  /** Paths of empty files. */
  readonly empty: readonly string[];
  /** The newest posts, in the order of the list. */
  readonly newest: readonly PostRow[];
  /** The stamps of their files. */
  readonly stamps: readonly string[];
  readonly odd: OddPaths;
};

/** Changes when a build of the program may read posts otherwise than the one before. */
const FORMAT = `kanbao 1 ${process.env.KANBAO_BUILD ?? ''} ${process.version}`;

const STORE = /^headers-[0-9a-f]+-\d+\.sqlite$/;
const LEFTOVER = /^new-/;
/** Age in milliseconds from which a file that nothing names is nobody's: no writer takes so long. */
const ABANDONED = 10 * 60_000;
const CHUNK = 1 << 20;
/** The site's, the program's and the cache's own; a home that is not there is not made. */
const OWN_FOLDERS = 3;

function headFile({ folder, drafts }: IndexPlace): string {
  return join(folder, drafts ? 'index-drafts' : 'index');
}

export function storeFile({ folder }: IndexPlace, { name }: StoreName): string {
  return join(folder, name);
}

/** The head of an index; null if there is none, or it is damaged, or of another build. */
export function readHeadFile(place: IndexPlace): IndexHead | null {
  try {
    const text = readFileSync(headFile(place), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== `${FORMAT} ${crc32(body)}`) return null;
    return JSON.parse(body) as IndexHead;
  } catch {
    return null;
  }
}

type Measured = Omit<StoreName, 'name'>;

/**
 * Size and checksum of a file, a megabyte a step. Nothing stays open between two steps, so that it
 * can be given up at any. Throws what the system says.
 */
function* measuring(file: string): Generator<void, Measured, void> {
  const chunk = Buffer.allocUnsafeSlow(CHUNK);
  let crc = 0;
  let size = 0;
  for (;;) {
    const descriptor = openSync(file, 'r');
    try {
      const read = readSync(descriptor, chunk, 0, CHUNK, size);
      if (read === 0) return { size, crc };
      crc = crc32(chunk.subarray(0, read), crc);
      size += read;
    } finally {
      closeSync(descriptor);
    }
    yield;
  }
}

/** What steps come to. */
function run<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `isStoreWhole`, a millisecond a step. */
export function* provingStore(place: IndexPlace, store: StoreName): Generator<void, boolean, void> {
  try {
    const { size, crc } = yield* measuring(storeFile(place, store));
    return size === store.size && crc === store.crc;
  } catch {
    return false;
  }
}

/** Whether the store a head names is there and whole: reads all of it, some 10 ms for 10 MB. */
export function isStoreWhole(place: IndexPlace, store: StoreName): boolean {
  return run(provingStore(place, store));
}

/**
 * Has a file written whole under a name of its own, then gives it the name that `nameOf` says. Gives
 * back that name. Throws what the system or `write` says; then nothing is left of it.
 */
function writeWhole(
  folder: string,
  write: (file: string) => void,
  nameOf: (file: string) => string,
): string {
  const random = Math.random().toString(36).slice(2);
  const file = join(folder, `new-${process.pid}-${random}`);
  try {
    closeSync(openSync(file, 'wx', 0o600));
    write(file);
    const descriptor = openSync(file, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    const name = nameOf(file);
    renameSync(file, join(folder, name));
    return name;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/**
 * Makes a folder and at most so many that are missing above it, one by one: Node's own recursion
 * never ends where the kernel lets nobody make any, as in `/proc`.
 */
function makeFolder(folder: string, levels: number): void {
  if (isFolder(folder)) return;
  if (levels > 1) makeFolder(dirname(folder), levels - 1);
  mkdirSync(folder, { mode: 0o700 });
}

/** Removes stores that no head names, and what writers that were killed have left. */
function removeOld({ folder }: IndexPlace): void {
  const named = new Set(
    [true, false].map(drafts => readHeadFile({ folder, drafts })?.store.name ?? ''),
  );
  for (const name of readdirSync(folder)) {
    if (named.has(name) || !(STORE.test(name) || LEFTOVER.test(name))) continue;
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > ABANDONED) unlinkSync(file);
  }
}

/** Publishes a head for a store that is there already. False if it cannot be written. */
export function publishHead(place: IndexPlace, head: IndexHead): boolean {
  try {
    const body = JSON.stringify(head);
    const text = `${FORMAT} ${crc32(body)}\n${body}`;
    const name = basename(headFile(place));
    if (isFolder(headFile(place))) rmSync(headFile(place), { recursive: true });
    writeWhole(
      place.folder,
      file => writeFileSync(file, text),
      () => name,
    );
    return true;
  } catch {
    return false;
  }
}

/**
 * Publishes an index. Gives back its head; null if it cannot be written: then nothing has changed.
 *
 * @param writeStore fills the empty file of that path
 */
export function publishIndex(
  place: IndexPlace,
  writeStore: (file: string) => void,
  head: Omit<IndexHead, 'store'>,
): IndexHead | null {
  try {
    makeFolder(place.folder, OWN_FOLDERS);
    let store = { size: 0, crc: 0 };
    const name = writeWhole(place.folder, writeStore, file => {
      store = run(measuring(file));
      return `headers-${store.crc.toString(16)}-${store.size}.sqlite`;
    });
    const whole: IndexHead = { ...head, store: { name, ...store } };
    if (!publishHead(place, whole)) return null;
    removeOld(place);
    return whole;
  } catch {
    return null;
  }
}

/** Forgets an index that is damaged. */
export function removeIndex(place: IndexPlace): void {
  try {
    unlinkSync(headFile(place));
  } catch {
    // Where it cannot be removed it will be replaced, or done without.
  }
}

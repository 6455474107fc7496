import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from './fold.ts';
import type { IndexView } from './index-view.ts';
import { packText } from './packed-text.ts';
import { articleOf, type Surroundings } from './post-article.ts';
import { readPost } from './read-post.ts';
import { stampAt, UNSURE } from './stamp.ts';
import {
  isSegmentName,
  type KeptText,
  openSegment,
  type Segment,
  writeSegment,
} from './text-segment.ts';
import { blocksOf } from './text-signature.ts';
import { openSegmentFiles } from './text-windows.ts';

/** Posts in a segment, and bytes after which it is full all the same. */
const MOST_TEXTS = 2000;
const MOST_BYTES = 16 << 20;
/** Share of a segment's texts that must be some post's, and in no other segment; else it is removed. */
const LEAST_LIVE = 0.5;

/** What a body turns into words only with the help of other posts or the configuration. */
const LIQUID = /\{[{%]/;

/** A search for the same words among the posts, each by its rank. */
export type KeptSearch = {
  /** How many of the words the post's title holds. */
  readonly titled: (rank: number) => number;
  /** Whether the post's title holds the word of that number. */
  readonly inTitle: (rank: number, word: number) => boolean;
  /** Whether the post's text holds the words of those numbers; null: it must be read to tell. */
  readonly holds: (rank: number, words: readonly number[]) => boolean | null;
};

/** The texts of a site's posts, as far as they are kept. */
export type TextStore = {
  /** Begins a search for words, folded and not empty. */
  readonly search: (words: readonly string[]) => KeptSearch;
  /** The text of a post; null: it must be read. */
  readonly text: (rank: number) => string | null;
  /** Reads and keeps some posts more, newest first. False once there is nothing left to do. */
  readonly grow: (until: () => boolean) => boolean;
  readonly close: () => void;
};

/** Key of the texts that this build makes of a site under its configuration. */
export function textKey(rules: string): string {
  return `2 ${process.env.KANBAO_BUILD ?? ''} ${process.version} ${process.versions.unicode} ${rules}`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isSegmentName);
  } catch {
    return [];
  }
}

function remove(folder: string, name: string): void {
  try {
    rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // It stays, and is passed over again.
  }
}

/** Folded titles, one a line, and where each begins. */
type Titles = { readonly all: string; readonly starts: Int32Array };

/** For every title whether it holds a word. */
function titlesWith({ all, starts }: Titles, word: string): Uint8Array {
  const held = new Uint8Array(starts.length - 1);
  let rank = 0;
  for (let at = all.indexOf(word); at !== -1; at = all.indexOf(word, starts[rank])) {
    while ((starts[rank + 1] ?? 0) <= at) rank++;
    held[rank] = 1;
    rank++;
    if (rank >= held.length) break;
  }
  return held;
}

/** Where the texts of posts are kept, by rank. */
type Places = {
  /** -1: not kept. */
  readonly segment: Int32Array;
  readonly block: Int32Array;
  readonly offset: Int32Array;
  readonly bytes: Int32Array;
  readonly packedAt: Int32Array;
  readonly packed: Int32Array;
};

function noPlaces(count: number): Places {
  const column = () => new Int32Array(count);
  return {
    segment: column().fill(-1),
    block: column(),
    offset: column(),
    bytes: column(),
    packedAt: column(),
    packed: column(),
  };
}

/** Opens the texts that are kept of an index's posts. Texts of files that have changed since do not count. */
export function openTexts(
  folder: string,
  key: string,
  view: IndexView,
  library: Surroundings,
): TextStore {
  const count = view.count;
  const places = noPlaces(count);
  /** Posts of which nothing more is to be kept. */
  const settled = new Uint8Array(count);
  const opened = openSegmentFiles(folder);
  const damaged = new Set<number>();
  const names: string[] = [];
  let next = 0;

  /** Notes the places of a segment's texts; `rankOf` gives -1 for a text that is no post's any more. */
  const take = (segment: Segment, rankOf: (at: number) => number): void => {
    const number = opened.add(segment);
    names[number] = segment.name;
    const blocks = blocksOf(segment.texts.map(([, , bytes]) => bytes));
    let offset = 0;
    let packedAt = 0;
    for (const [at, [, , bytes, packed]] of segment.texts.entries()) {
      const rank = rankOf(at);
      if (rank !== -1) {
        places.segment[rank] = number;
        places.block[rank] = blocks[at] ?? 0;
        places.offset[rank] = offset;
        places.bytes[rank] = bytes;
        places.packedAt[rank] = packedAt;
        places.packed[rank] = packed;
        settled[rank] = 1;
      }
      offset += bytes;
      packedAt += packed;
    }
  };
  /** Reads the titles, and whose texts the segments hold. */
  const takeAll = (): Titles => {
    const ranks = new Map<string, number>();
    const stamps: string[] = [];
    const folded: string[] = [];
    const starts = new Int32Array(count + 1);
    for (const [path, stamp, title] of view.eachFile()) {
      ranks.set(path, stamps.length);
      stamps.push(stamp);
      const line = `${foldText(title)}\n`;
      folded.push(line);
      starts[folded.length] = (starts[folded.length - 1] ?? 0) + line.length;
    }
    for (const name of namesIn(folder)) {
      const segment = openSegment(folder, name, key);
      if (segment === null) {
        remove(folder, name);
        continue;
      }
      const own = segment.texts.map(([path, stamp]) => {
        const rank = ranks.get(path);
        if (rank === undefined || settled[rank] === 1 || stamp === UNSURE) return -1;
        return stamps[rank] === stamp ? rank : -1;
      });
      const live = own.reduce((sum, rank) => sum + (rank === -1 ? 0 : 1), 0);
      if (live < own.length * LEAST_LIVE) remove(folder, name);
      else take(segment, at => own[at] ?? -1);
    }
    return { all: folded.join(''), starts };
  };
  const titles = takeAll();

  /** The text of a post to be kept; null if it cannot be, or must not. */
  const textAt = (rank: number): KeptText | null => {
    const post = view.at(rank);
    const stamp = post === undefined ? UNSURE : view.stampOf(post);
    if (post === undefined || stamp === UNSURE) return null;
    try {
      const read = readPost(post);
      if (LIQUID.test(read.body) || stampAt(post.file, Date.now()) !== stamp) return null;
      const { text } = articleOf(library, post, read);
      // A LF stands in no folded text: nothing is found across two.
      const folded = Buffer.from(`${foldText(text)}\n`, 'utf16le');
      return { path: post.path, stamp, folded, packed: packText(text) };
    } catch {
      return null;
    }
  };
  /** Texts to be written, and whose they are. */
  let texts: KeptText[] = [];
  let filling: number[] = [];
  let size = 0;
  const flush = (): boolean => {
    if (texts.length === 0) return true;
    const name = writeSegment(folder, key, texts);
    const segment = name === null ? null : openSegment(folder, name, key);
    const ranks = filling;
    texts = [];
    filling = [];
    size = 0;
    if (segment !== null) take(segment, at => ranks[at] ?? -1);
    return segment !== null;
  };
  const isDamaged = (segment: number): void => {
    if (damaged.has(segment)) return;
    damaged.add(segment);
    remove(folder, names[segment] ?? '');
  };

  return {
    search: words => {
      const inTitles = words.map(word => titlesWith(titles, word));
      const found = opened.search(words);
      const titled = new Uint32Array(count);
      for (const held of inTitles) {
        for (let rank = 0; rank < count; rank++)
          titled[rank] = (titled[rank] ?? 0) + (held[rank] ?? 0);
      }
      return {
        titled: rank => titled[rank] ?? 0,
        inTitle: (rank, word) => inTitles[word]?.[rank] === 1,
        holds: (rank, wanted) => {
          const segment = places.segment[rank] ?? -1;
          if (segment === -1 || damaged.has(segment)) return null;
          const place = {
            block: places.block[rank] ?? 0,
            offset: places.offset[rank] ?? 0,
            bytes: places.bytes[rank] ?? 0,
          };
          const held = found.holds(segment, place, wanted);
          if (held === null) isDamaged(segment);
          return held;
        },
      };
    },
    text: rank => {
      const segment = places.segment[rank] ?? -1;
      if (segment === -1 || damaged.has(segment)) return null;
      const text = opened.unpack(segment, places.packedAt[rank] ?? 0, places.packed[rank] ?? 0);
      if (text === null) isDamaged(segment);
      return text;
    },
    grow: until => {
      while (next < count) {
        if (until()) return true;
        const rank = next++;
        if (settled[rank] === 1) continue;
        settled[rank] = 1;
        const found = textAt(rank);
        if (found === null) continue;
        texts.push(found);
        filling.push(rank);
        size += found.folded.length;
        if (texts.length >= MOST_TEXTS || size >= MOST_BYTES) {
          // What cannot be kept need not be made.
          if (!flush()) next = count;
        }
      }
      flush();
      return false;
    },
    close: opened.close,
  };
}

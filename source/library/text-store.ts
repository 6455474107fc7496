import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from './fold.ts';
import type { IndexView } from './index-view.ts';
import { articleOf, type Surroundings } from './post-article.ts';
import { readPost } from './read-post.ts';
import { stampAt, UNSURE } from './stamp.ts';
import {
  isSegmentName,
  openSegment,
  type Segment,
  type TextOf,
  writeSegment,
} from './text-segment.ts';
import { openSegmentFiles } from './text-windows.ts';

/** Posts in a segment, and bytes after which it is full all the same. */
const MOST_TEXTS = 2000;
const MOST_BYTES = 16 << 20;
/** Share of a segment's texts that must be some post's, and in no other segment; else it is removed. */
const LEAST_LIVE = 0.5;

/** What a body turns into words only with the help of other posts or the configuration. */
const LIQUID = /\{[{%]/;

/** The folded texts of a site's posts, as far as they are kept. */
export type TextStore = {
  /** Folded title of a post by rank. */
  readonly title: (rank: number) => string;
  /** Whether the post's text holds the words, folded; null: it must be read to tell. */
  readonly holds: (rank: number, words: readonly string[]) => boolean | null;
  /** Reads and keeps some posts more, newest first. False once there is nothing left to do. */
  readonly grow: (until: () => boolean) => boolean;
  readonly close: () => void;
};

type Place = { readonly segment: Segment; readonly offset: number; readonly bytes: number };

/** Key of the texts that this build makes of a site under its configuration. */
export function textKey(rules: string): string {
  return `${process.env.KANBAO_BUILD ?? ''} ${process.version} ${process.versions.unicode} ${rules}`;
}

function segmentsIn(folder: string, key: string): readonly Segment[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).filter(isSegmentName);
  } catch {
    return [];
  }
  return names.flatMap(name => openSegment(folder, name, key) ?? remove(folder, name));
}

function remove(folder: string, name: string): readonly never[] {
  try {
    rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // It stays, and is passed over again.
  }
  return [];
}

/** Opens the texts that are kept of an index's posts. Texts of files that have changed since do not count. */
export function openTexts(
  folder: string,
  key: string,
  view: IndexView,
  library: Surroundings,
): TextStore {
  const titles: string[] = [];
  const ranks = new Map<string, number>();
  const files: (readonly [path: string, stamp: string])[] = [];
  for (const [path, stamp, title] of view.eachFile()) {
    ranks.set(path, files.length);
    files.push([path, stamp]);
    titles.push(foldText(title));
  }
  const places: (Place | undefined)[] = Array(files.length);
  const settled = new Uint8Array(files.length);
  const opened = openSegmentFiles(folder);
  const damaged = new Set<string>();
  let next = 0;

  const take = (segment: Segment): number => {
    let offset = 0;
    let live = 0;
    for (const [path, stamp, bytes] of segment.texts) {
      const rank = ranks.get(path);
      const isKnown = rank !== undefined && places[rank] !== undefined;
      if (rank !== undefined && !isKnown && stamp !== UNSURE && files[rank]?.[1] === stamp) {
        live++;
        places[rank] = { segment, offset, bytes };
        settled[rank] = 1;
      }
      offset += bytes;
    }
    return live;
  };
  for (const segment of segmentsIn(folder, key)) {
    if (take(segment) >= segment.texts.length * LEAST_LIVE) continue;
    for (const [path] of segment.texts) {
      const rank = ranks.get(path);
      if (rank === undefined || places[rank]?.segment !== segment) continue;
      places[rank] = undefined;
      settled[rank] = 0;
    }
    remove(folder, segment.name);
  }
  ranks.clear();

  /** The folded text of a post as it is kept; null if it cannot be, or must not. */
  const textAt = (rank: number): { readonly of: TextOf; readonly text: Buffer } | null => {
    const post = view.at(rank);
    const [path = '', stamp = UNSURE] = files[rank] ?? [];
    if (post === undefined || stamp === UNSURE) return null;
    try {
      const read = readPost(post);
      if (LIQUID.test(read.body) || stampAt(post.file, Date.now()) !== stamp) return null;
      // A LF stands in no folded text: nothing is found across two.
      const text = Buffer.from(`${foldText(articleOf(library, post, read).text)}\n`, 'utf16le');
      return { of: [path, stamp, text.length], text };
    } catch {
      return null;
    }
  };
  /** The ranks of `texts`. */
  const filling: number[] = [];
  let texts: TextOf[] = [];
  let content: Buffer[] = [];
  let size = 0;
  const flush = (): boolean => {
    if (texts.length === 0) return true;
    const name = writeSegment(folder, key, texts, content);
    const segment = name === null ? null : openSegment(folder, name, key);
    for (const [path] of texts) ranks.set(path, filling.shift() ?? -1);
    if (segment !== null) take(segment);
    ranks.clear();
    texts = [];
    content = [];
    size = 0;
    return segment !== null;
  };

  return {
    title: rank => titles[rank] ?? '',
    holds: (rank, words) => {
      const place = places[rank];
      if (place === undefined || damaged.has(place.segment.name)) return null;
      const held = opened.holds(place.segment, place.offset, place.bytes, words);
      if (held === null && !damaged.has(place.segment.name)) {
        damaged.add(place.segment.name);
        remove(folder, place.segment.name);
      }
      return held;
    },
    grow: until => {
      while (next < files.length) {
        if (until()) return true;
        const rank = next++;
        if (settled[rank] === 1) continue;
        settled[rank] = 1;
        const found = textAt(rank);
        if (found === null) continue;
        texts.push(found.of);
        content.push(found.text);
        filling.push(rank);
        size += found.text.length;
        if (texts.length >= MOST_TEXTS || size >= MOST_BYTES) {
          // What cannot be kept need not be made.
          if (!flush()) next = files.length;
        }
      }
      flush();
      return false;
    },
    close: opened.close,
  };
}

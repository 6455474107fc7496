/** Where posts can be found: by address, older address, path, and file name. */

import { readFileName } from './file-name.ts';
import type { Post } from './post.ts';
import { decodePath, slugify } from './slug.ts';

export type Places = {
  /** Makes a post findable; its older addresses too. */
  readonly add: (post: Post, older: readonly string[]) => void;
  /** Id of the post at an address inside the site (path, no query, no fragment); case matters only where it must. */
  readonly atAddress: (path: string) => string | undefined;
  /** Id of the post whose file has that path from the site's root. */
  readonly atPath: (path: string) => string | undefined;
  /** Ids and paths of posts whose file is called that, with or without date and ending. */
  readonly named: (name: string) => readonly Place[];
};

export type Place = { readonly id: string; readonly path: string };

/**
 * What addresses of one page have in common: `/a/b`, `/a/b/`, `/a/b.html`, `/a/b/index.html`,
 * percent-encoded or not. Empty for the first page.
 */
export function addressKey(path: string): string {
  let key = decodePath(path);
  if (!/^[\x20-\x7e]*$/.test(key)) key = key.normalize('NFC');
  return key
    .replace(/\/{2,}/g, '/')
    .replace(/(?:^|\/)index\.html?$/i, '')
    .replace(/\.html?$/i, '')
    .replace(/^\/|\/$/g, '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The key under which a file's name is kept: what follows its date, without ending. */
export function nameKey(name: string): string {
  const { slug } = readFileName(name);
  return slugify(slug) || slug;
}

/** The key under which the name of the file at a path is kept. */
export function pathKey(path: string): string {
  return nameKey(nameOf(path));
}

/** The key of an older address of a post, which may name a host. */
export function olderKey(address: string): string {
  return addressKey(address.replace(/^https?:\/\/[^/]*/i, ''));
}

/** Those of the posts kept under a name's key that are called by the name, which may have a date. */
export function calledBy(name: string, places: readonly Place[]): readonly Place[] {
  const { stem, dated } = readFileName(/\.[a-z]+$/i.test(name) ? name : `${name}.md`);
  return dated ? places.filter(({ path }) => readFileName(nameOf(path)).stem === stem) : places;
}

/** An empty set of places. Posts are sorted in when somebody first asks. */
export function createPlaces(): Places {
  const addresses = new Map<string, string>();
  const older = new Map<string, string>();
  /** Addresses with capitals, in lower case; null where two differ in nothing else. */
  const folded = new Map<string, string | null>();
  const names = new Map<string, Place | Place[]>();
  let waiting: { readonly post: Post; readonly older: readonly string[] }[] = [];

  const sortIn = () => {
    for (const { post, older: before } of waiting) {
      const key = addressKey(post.url);
      if (!addresses.has(key)) addresses.set(key, post.id);
      const lower = key.toLowerCase();
      if (lower !== key) folded.set(lower, folded.has(lower) ? null : post.id);
      for (const address of before) older.set(olderKey(address), post.id);
      const place = { id: post.id, path: post.path };
      const name = pathKey(post.path);
      const known = names.get(name);
      if (known === undefined) names.set(name, place);
      else if (Array.isArray(known)) known.push(place);
      else names.set(name, [known, place]);
    }
    waiting = [];
  };
  const byName = (key: string): readonly Place[] => {
    sortIn();
    const known = names.get(key);
    return known === undefined ? [] : Array.isArray(known) ? known : [known];
  };

  return {
    add: (post, before) => waiting.push({ post, older: before }),
    atAddress: path => {
      sortIn();
      const key = addressKey(path);
      const lower = key.toLowerCase();
      return (
        addresses.get(key) ??
        older.get(key) ??
        addresses.get(lower) ??
        folded.get(lower) ??
        undefined
      );
    },
    atPath: path => byName(pathKey(path)).find(place => place.path === path)?.id,
    named: name => calledBy(name, byName(nameKey(name))),
  };
}

/** How posts stand in the tables of an index. */

import type { DatabaseSync } from 'node:sqlite';
import { addressKey, olderKey, pathKey } from './places.ts';
import type { Fault, Post } from './post.ts';
import { settleDate } from './post-date.ts';
import type { Candidate } from './post-place.ts';
import type { Entry, Pending } from './read-entry.ts';
import type { ReturnLink } from './return-links.ts';
import type { WrittenDate } from './written-date.ts';

/**
 * `rank` is a post's place in the list, newest first; `turn` its place among the files as they were
 * read, by which the first of several posts at one address is known. Lists of categories and tags
 * are kept once each: few of many posts' are different.
 */
export const TABLES = `
  CREATE TABLE lists (id INTEGER PRIMARY KEY, items TEXT NOT NULL);
  CREATE TABLE posts (
    rank INTEGER PRIMARY KEY, ref TEXT NOT NULL, title TEXT NOT NULL, time, offset,
    categories INTEGER NOT NULL, tags INTEGER NOT NULL, url TEXT NOT NULL, path TEXT NOT NULL,
    draft INTEGER NOT NULL, faults TEXT, wall, address TEXT NOT NULL, folded TEXT,
    name TEXT NOT NULL, turn INTEGER NOT NULL, redirects TEXT, floating TEXT
  );
  CREATE TABLE files (
    path TEXT PRIMARY KEY, stamp TEXT NOT NULL, place TEXT NOT NULL, ref TEXT NOT NULL, rank INTEGER, links TEXT, empty INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE older (address TEXT NOT NULL, turn INTEGER NOT NULL, ref TEXT NOT NULL);
`;

export const INDEXES = `
  CREATE INDEX post_ref ON posts (ref);
  CREATE INDEX post_address ON posts (address, turn);
  CREATE INDEX post_folded ON posts (folded) WHERE folded IS NOT NULL;
  CREATE INDEX post_name ON posts (name, turn);
  CREATE INDEX post_categories ON posts (categories);
  CREATE INDEX post_tags ON posts (tags);
  CREATE INDEX older_address ON older (address);
  ANALYZE;
`;

/** What of a post is shown, in the order of `SHOWN`. */
export type PostRow = readonly [
  ref: string,
  title: string,
  time: number | null,
  offset: number | null,
  categories: string,
  tags: string,
  url: string,
  path: string,
  draft: number,
  faults: string | null,
];

export const SHOWN = `p.ref, p.title, p.time, p.offset, c.items, t.items, p.url, p.path, p.draft, p.faults`;
export const SHOWN_FROM = `posts p JOIN lists c ON c.id = p.categories JOIN lists t ON t.id = p.tags`;

const NO_FAULTS: readonly Fault[] = [];

/** A post as a row. */
export function rowOf(post: Post): PostRow {
  return [
    post.id,
    post.title,
    post.date?.time ?? null,
    post.date?.offset ?? null,
    JSON.stringify(post.categories),
    JSON.stringify(post.tags),
    post.url,
    post.path,
    post.draft ? 1 : 0,
    post.faults.length === 0 ? null : JSON.stringify(post.faults),
  ];
}

function parsed<T>(json: unknown): T {
  return JSON.parse(String(json)) as T;
}

/** Makes posts of rows; equal lists of categories or tags become one. */
export function postMaker(root: string): (row: PostRow) => Post {
  const lists = new Map<string, readonly string[]>();
  const listOf = (json: string): readonly string[] => {
    let list = lists.get(json);
    if (list === undefined) {
      list = parsed<readonly string[]>(json);
      lists.set(json, list);
    }
    return list;
  };
  return ([id, title, time, offset, categories, tags, url, path, draft, faults]) => ({
    id,
    title,
    date: time === null || offset === null ? null : { time, offset },
    categories: listOf(categories),
    tags: listOf(tags),
    url,
    path,
    file: `${root}/${path}`,
    draft: draft === 1,
    faults: faults === null ? NO_FAULTS : parsed<readonly Fault[]>(faults),
  });
}

/** What the place of a file depends on besides its path. */
function placeKey({ kind, above, below }: Candidate): string {
  return `${kind} ${above.length} ${below.length}`;
}

/**
 * Fills the tables of an empty index.
 *
 * @param posts in the order of the list
 * @param entries all files as they were read, in that order
 */
export function fillTables(
  database: DatabaseSync,
  posts: readonly Post[],
  entries: readonly Entry[],
): void {
  database.exec(`${TABLES} BEGIN`);
  const lists = new Map<string, number>();
  const addList = database.prepare('INSERT INTO lists VALUES (?, ?)');
  const listId = (json: string): number => {
    let id = lists.get(json);
    if (id === undefined) {
      id = lists.size;
      lists.set(json, id);
      addList.run(id, json);
    }
    return id;
  };
  const ranks = new Map(posts.map(({ id }, rank) => [id, rank]));
  const addPost = database.prepare(`INSERT INTO posts VALUES (${Array(18).fill('?').join()})`);
  const addFile = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addOlder = database.prepare('INSERT INTO older VALUES (?, ?, ?)');
  for (const [turn, { id, file, stamp, built, links, isEmpty }] of entries.entries()) {
    const rank = built === null ? undefined : ranks.get(id);
    const linksJson = links === null ? null : JSON.stringify(links);
    addFile.run(file.path, stamp, placeKey(file), id, rank ?? null, linksJson, isEmpty ? 1 : 0);
    if (built === null || rank === undefined) continue;
    const post = posts[rank];
    if (post === undefined) continue;
    const [ref, title, time, offset, categories, tags, ...rest] = rowOf(post);
    const address = addressKey(post.url);
    const lower = address.toLowerCase();
    addPost.run(
      rank,
      ref,
      title,
      time,
      offset,
      listId(categories),
      listId(tags),
      ...rest,
      post.date === null ? null : post.date.time + post.date.offset * 60_000,
      address,
      lower === address ? null : lower,
      pathKey(post.path),
      turn,
      built.redirects.length === 0 ? null : JSON.stringify(built.redirects),
      built.floating === null ? null : JSON.stringify(built.floating),
    );
    for (const older of built.redirects) addOlder.run(olderKey(older), turn, id);
  }
  database.exec(`COMMIT; ${INDEXES}`);
}

/** What an index knows of files, by path. */
export type KnownFiles = (pending: Pending, stamp: string) => Entry | undefined;

/**
 * Reads what is known of all files. A file that has another id or another place among the folders
 * by now must be read again, since both go into its post.
 */
export function readEntries(database: DatabaseSync, root: string): KnownFiles {
  const make = postMaker(root);
  const select = database.prepare(
    `SELECT f.path, f.stamp, f.place, f.links, f.rank, f.ref, p.redirects, p.floating, f.empty, ${SHOWN}
     FROM files f LEFT JOIN posts p ON p.rank = f.rank
     LEFT JOIN lists c ON c.id = p.categories LEFT JOIN lists t ON t.id = p.tags`,
  );
  select.setReturnArrays(true);
  const rows = new Map<string, readonly unknown[]>();
  for (const row of select.iterate() as Iterable<unknown> as Iterable<readonly unknown[]>) {
    rows.set(String(row[0]), row);
  }
  return ({ id, file }, stamp) => {
    const row = rows.get(file.path);
    if (row === undefined || stamp === '' || row[1] !== stamp) return undefined;
    if (row[2] !== placeKey(file) || row[5] !== id) return undefined;
    rows.delete(file.path);
    const links = row[3] === null ? null : parsed<readonly ReturnLink[]>(row[3]);
    const isEmpty = row[8] === 1;
    if (row[4] === null) return { id, file, stamp, built: null, links, isEmpty };
    const post = make(row.slice(9) as unknown as PostRow);
    const floating = row[7] === null ? null : parsed<WrittenDate>(row[7]);
    const redirects = row[6] === null ? [] : parsed<readonly string[]>(row[6]);
    const unsettled = floating === null ? post : { ...post, date: settleDate(floating, 0) };
    return { id, file, stamp, links, isEmpty, built: { post: unsettled, redirects, floating } };
  };
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { rememberOddPaths } from './file-read.ts';
import { type IndexHead, type IndexPlace, provingStore, storeFile } from './index-file.ts';
import { type PostRow, postMaker, SHOWN, SHOWN_FROM } from './index-rows.ts';
import { selectRanks } from './index-select.ts';
import type { PostList, PostQuery } from './library.ts';
import { addressKey, calledBy, nameKey, type Place, pathKey } from './places.ts';
import type { Post } from './post.ts';
import { emptyFault } from './read-entry.ts';
import { UNSURE } from './stamp.ts';
import { type CategoryNames, categoryNames, keepLists, type View } from './view.ts';

/** Posts made of rows that are kept at hand. */
const KEPT_POSTS = 2048;

/** The store of an index behind a view; null once it has turned out to be damaged. */
export type Store = {
  readonly all: (sql: string, ...values: readonly (string | number)[]) => readonly unknown[][];
  readonly first: (sql: string, ...values: readonly (string | number)[]) => unknown[] | undefined;
  readonly each: (sql: string) => Iterable<unknown[]>;
};

/** Opens the database of a store that is whole. It is never written: no locks are needed, nor a journal. */
export function openStore(file: string): DatabaseSync {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const address = pathToFileURL(file);
  address.search = '?immutable=1';
  return new DatabaseSync(address, { readOnly: true });
}

function storeOf(database: DatabaseSync): Store {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statement.setReturnArrays(true);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    all: (sql, ...values) => prepared(sql).all(...values) as unknown as unknown[][],
    first: (sql, ...values) => prepared(sql).get(...values) as unknown as unknown[] | undefined,
    each: sql => prepared(sql).iterate() as Iterable<unknown> as Iterable<unknown[]>,
  };
}

const EMPTY: Store = { all: () => [], first: () => undefined, each: () => [] };

export type IndexView = View & {
  /** Whether all of it can be read; opens the store unless that is done. */
  readonly isWhole: () => boolean;
  /** Goes on opening the store, a millisecond a call; true if it is open. */
  readonly prepare: () => boolean;
  /** The stamp of a post's file when it was read. */
  readonly stampOf: (post: Post) => string;
  /** The ranks of the posts that fit a query, in its order. */
  readonly ranks: (query: PostQuery) => Int32Array | 'all';
  /** The post of a rank: its place among all, newest first. */
  readonly at: (rank: number) => Post | undefined;
  /** Path, stamp and title of every post, by rank. */
  readonly eachFile: () => Iterable<readonly [path: string, stamp: string, title: string]>;
};

/**
 * The posts of a site as an index has them. The newest and the counts come from its head; the rest
 * is looked up in the store, which is opened, and proven whole, when it is first needed. A store
 * that is damaged holds nothing, and `damaged` is told.
 */
export function createIndexView(
  root: string,
  place: IndexPlace,
  head: IndexHead,
  damaged: () => void,
): IndexView {
  rememberOddPaths(root, head.odd);
  const make = postMaker(root);
  const kept = new Map<number, Post>();
  let store: Store | null = null;
  let names: CategoryNames | null = null;

  const proof = provingStore(place, head.store);
  const prepare = (): boolean => {
    if (store !== null) return true;
    const { done, value: isWhole } = proof.next();
    if (!done) return false;
    try {
      if (isWhole) store = storeOf(openStore(storeFile(place, head.store)));
    } catch {
      // It is done without, as one that is damaged.
    }
    if (store !== null) return true;
    store = EMPTY;
    damaged();
    return true;
  };
  const opened = (): Store => {
    while (!prepare());
    return store ?? EMPTY;
  };
  const allNames = () => {
    names ??= categoryNames(head.categories);
    return names;
  };
  const keep = (rank: number, post: Post): Post => {
    if (kept.size >= KEPT_POSTS) kept.clear();
    kept.set(rank, post);
    return post;
  };
  const postAt = (rank: number): Post | undefined => {
    const known = kept.get(rank);
    if (known !== undefined) return known;
    const row =
      head.newest[rank] ??
      opened().first(`SELECT ${SHOWN} FROM ${SHOWN_FROM} WHERE p.rank = ?`, rank);
    return row === undefined ? undefined : keep(rank, make(row as unknown as PostRow));
  };
  const rankOf = (id: string): number => {
    const near = head.newest.findIndex(([ref]) => ref === id);
    if (near !== -1) return near;
    const row = opened().first('SELECT rank FROM posts WHERE ref = ?', id);
    return row === undefined ? -1 : Number(row[0]);
  };
  const postsAt = (ranks: Iterable<number>): readonly Post[] => {
    const posts: Post[] = [];
    for (const rank of ranks) {
      const post = postAt(rank);
      if (post !== undefined) posts.push(post);
    }
    return posts;
  };
  const whole: PostList = {
    length: head.count,
    at: index => (index < 0 || index >= head.count ? undefined : postAt(index)),
    slice: (from, to) => {
      const first = Math.max(0, from);
      const end = Math.min(head.count, Math.max(first, to));
      return postsAt({
        *[Symbol.iterator]() {
          for (let rank = first; rank < end; rank++) yield rank;
        },
      });
    },
    indexOf: rankOf,
  };
  const chosen = (ranks: Int32Array): PostList => ({
    length: ranks.length,
    at: index => {
      const rank = index < 0 ? undefined : ranks[index];
      return rank === undefined ? undefined : postAt(rank);
    },
    slice: (from, to) => postsAt(ranks.subarray(Math.max(0, from), Math.max(0, to))),
    indexOf: id => ranks.indexOf(rankOf(id)),
  });
  const ranksOf = (query: PostQuery) =>
    selectRanks(query, { store: opened, count: head.count, make, names: allNames });
  const lists = keepLists(query => {
    const ranks = ranksOf(query);
    return ranks === 'all' ? whole : chosen(ranks);
  });
  const byName = (key: string): readonly Place[] =>
    opened()
      .all('SELECT ref, path FROM posts WHERE name = ? ORDER BY turn', key)
      .map(([id, path]) => ({ id: String(id), path: String(path) }));
  const idIn = (sql: string, key: string): string | undefined => {
    const rows = opened().all(sql, key);
    return rows.length === 1 ? String(rows[0]?.[0]) : undefined;
  };
  const AT = 'SELECT ref FROM posts WHERE address = ? ORDER BY turn LIMIT 1';

  return {
    count: head.count,
    list: lists.list,
    categories: () => head.categories,
    post: id => {
      const rank = rankOf(id);
      return rank === -1 ? undefined : postAt(rank);
    },
    beginningWith: beginning =>
      postsAt(
        opened()
          .all(
            'SELECT rank FROM posts WHERE substr(ref, 1, length(?1)) = ?1 ORDER BY rank',
            beginning,
          )
          .map(([rank]) => Number(rank)),
      ),
    tags: () => {
      const found = opened().all(
        'SELECT items FROM lists WHERE id IN (SELECT DISTINCT tags FROM posts)',
      );
      return new Set(found.flatMap(([items]) => JSON.parse(String(items)) as string[]));
    },
    places: {
      atAddress: path => {
        const key = addressKey(path);
        const lower = key.toLowerCase();
        return (
          idIn(AT, key) ??
          idIn('SELECT ref FROM older WHERE address = ? ORDER BY rowid DESC LIMIT 1', key) ??
          idIn(AT, lower) ??
          idIn('SELECT ref FROM posts WHERE folded = ? LIMIT 2', lower)
        );
      },
      atPath: path => byName(pathKey(path)).find(known => known.path === path)?.id,
      named: name => calledBy(name, byName(nameKey(name))),
    },
    hosts: new Set(head.hosts),
    faults: [...head.faults, ...head.empty.map(emptyFault)],
    isWhole: () => opened() !== EMPTY,
    prepare,
    ranks: ranksOf,
    at: postAt,
    eachFile: () =>
      opened().each(
        'SELECT p.path, f.stamp, p.title FROM posts p JOIN files f ON f.path = p.path ORDER BY p.rank',
      ) as Iterable<unknown> as Iterable<readonly [string, string, string]>,
    stampOf: ({ path }) => {
      const near = head.newest.findIndex(row => row[7] === path);
      const known = head.stamps[near];
      if (known !== undefined) return known;
      return String(opened().first('SELECT stamp FROM files WHERE path = ?', path)?.[0] ?? UNSURE);
    },
  };
}

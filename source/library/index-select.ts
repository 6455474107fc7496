import { DAY } from './civil.ts';
import { type PostRow, SHOWN, SHOWN_FROM } from './index-rows.ts';
import type { Store } from './index-view.ts';
import type { PostQuery } from './library.ts';
import { nameOrder } from './name-order.ts';
import type { Post } from './post.ts';
import { dayStart } from './post-list.ts';
import type { CategoryNames } from './view.ts';

type Source = {
  readonly store: () => Store;
  readonly count: number;
  readonly make: (row: PostRow) => Post;
  readonly names: () => CategoryNames;
};

type ListsByItem = ReadonlyMap<string, readonly number[]>;

/** Ids of the lists of a column by what they hold; looked through once, for a store never changes. */
const listsByItem = new WeakMap<Store, Map<string, ListsByItem>>();

type Column = 'categories' | 'tags';

/**
 * The lists that posts have in a column. Of categories there are few: looked for one after another
 * in the index, a million posts are not gone through. Nearly every post has tags of its own.
 */
const LISTS: Readonly<Record<Column, string>> = {
  categories: `
    WITH RECURSIVE used(id) AS (
      SELECT min(categories) FROM posts
      UNION ALL
      SELECT (SELECT min(categories) FROM posts WHERE categories > used.id) FROM used
      WHERE used.id IS NOT NULL
    ) SELECT lists.id, items FROM used JOIN lists ON lists.id = used.id`,
  tags: 'SELECT id, items FROM lists WHERE id IN (SELECT DISTINCT tags FROM posts)',
};

function listsOf(store: Store, column: Column): ListsByItem {
  const columns = listsByItem.get(store) ?? new Map<string, ListsByItem>();
  listsByItem.set(store, columns);
  const known = columns.get(column);
  if (known !== undefined) return known;
  const found = new Map<string, number[]>();
  for (const [id, json] of store.each(LISTS[column])) {
    for (const item of new Set(JSON.parse(String(json)) as string[])) {
      const ids = found.get(item);
      if (ids === undefined) found.set(item, [Number(id)]);
      else ids.push(Number(id));
    }
  }
  columns.set(column, found);
  return found;
}

/** Ids of the lists that hold any of the items. */
function listsWith(store: Store, column: Column, items: ReadonlySet<string>): readonly number[] {
  const lists = listsOf(store, column);
  return [...new Set([...items].flatMap(item => lists.get(item) ?? []))];
}

function conditions({ categories, tags, since, until }: PostQuery, source: Source): string[] {
  const found: string[] = [];
  const among = (column: Column, items: ReadonlySet<string>) =>
    found.push(`p.${column} IN (${listsWith(source.store(), column, items).join()})`);
  if (categories !== undefined)
    among('categories', new Set(categories.flatMap(name => source.names().slugsOf(name))));
  if (tags !== undefined) among('tags', new Set(tags));
  const first = dayStart(since);
  const last = dayStart(until);
  if (first !== undefined) found.push(`p.wall >= ${first}`);
  if (last !== undefined) found.push(`p.wall < ${last + DAY}`);
  return found;
}

/** The labels of posts' first categories by rank. */
function labels(source: Source): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const known = new Map<string, string>();
  const sql = 'SELECT p.rank, c.items FROM posts p JOIN lists c ON c.id = p.categories';
  for (const [rank, items] of source.store().each(sql)) {
    const json = String(items);
    let label = known.get(json);
    if (label === undefined) {
      const [slug = ''] = JSON.parse(json) as string[];
      label = source.names().labelOf(slug);
      known.set(json, label);
    }
    found.set(Number(rank), label);
  }
  return found;
}

/** Orders ranks as `selectPosts` orders posts: equal titles and categories stay newest first. */
function sorted(ranks: Int32Array, { sort }: PostQuery, source: Source): Int32Array {
  if (sort !== 'title' && sort !== 'category') return ranks;
  const compare = nameOrder();
  if (sort === 'title') {
    const titles = new Map<number, string>();
    for (const [rank, title] of source.store().each('SELECT rank, title FROM posts'))
      titles.set(Number(rank), String(title));
    return ranks.sort((a, b) => compare(titles.get(a) ?? '', titles.get(b) ?? '') || a - b);
  }
  const names = labels(source);
  const nameOf = (rank: number) => names.get(rank) ?? '';
  const places = new Map(
    [...new Set([...ranks].map(nameOf))].sort(compare).map((name, place) => [name, place]),
  );
  const placeOf = (rank: number) => places.get(nameOf(rank)) ?? 0;
  return ranks.sort((a, b) => placeOf(a) - placeOf(b) || a - b);
}

/** Ranks of the posts that a query asks for, in its order; `all` for all of them, newest first. */
export function selectRanks(query: PostQuery, source: Source): Int32Array | 'all' {
  const { accept, reverse } = query;
  const where = conditions(query, source);
  const isByDate = query.sort === undefined || query.sort === 'date';
  if (where.length === 0 && accept === undefined && isByDate && !reverse) return 'all';
  let ranks: Int32Array;
  const filter = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  if (accept !== undefined) {
    const found: number[] = [];
    const sql = `SELECT ${SHOWN}, p.rank FROM ${SHOWN_FROM} ${filter} ORDER BY p.rank`;
    for (const row of source.store().each(sql)) {
      if (accept(source.make(row as unknown as PostRow))) found.push(Number(row.at(-1)));
    }
    ranks = Int32Array.from(found);
  } else if (where.length === 0) ranks = Int32Array.from({ length: source.count }, (_, at) => at);
  else {
    const rows = source.store().all(`SELECT p.rank FROM posts p ${filter} ORDER BY p.rank`);
    ranks = Int32Array.from(rows, ([rank]) => Number(rank));
  }
  const inOrder = sorted(ranks, query, source);
  return reverse ? inOrder.reverse() : inOrder;
}

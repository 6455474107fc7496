import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { dayOf } from '../../source/library/date.ts';
import { textOf } from '../../source/library/header.ts';
import type { Post } from '../../source/library/post.ts';
import { readPost } from '../../source/library/read-post.ts';
import { readDate } from '../../source/library/written-date.ts';
import { allPosts, loadFolder } from '../library/site-folder.ts';

const CORPORA = resolve(import.meta.dirname, '../../../shared/corpora');
const SITES = ['18f', 'swift-org', 'elixir-lang', 'jekyll-docs', 'efcl-ja'];
const LEAST = 0.995;

type Told = {
  readonly path: string;
  readonly url: string;
  readonly date: string;
  readonly title: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
};

/** Whether the header's time names no zone: shown in the site's own, read by Jekyll as UTC. */
function hasBareTime(post: Post): boolean {
  const text = textOf(readPost(post).fields.get('date')) ?? '';
  const reading = readDate(text);
  return reading.read === 'date' && reading.date.zone === null && reading.date.timestamp;
}

/** The day of a post by the clock by which Jekyll tells it. */
function dayByClockOf(told: string, post: Post): string | null {
  const zone = readDate(told);
  if (post.date === null || zone.read !== 'date') return null;
  return dayOf({ time: post.date.time, offset: zone.date.zone ?? 0 });
}

for (const site of SITES) {
  const missing = existsSync(`${CORPORA}/oracle/${site}.json`)
    ? false
    : 'shared corpora are not here';
  test(`${site}: the same posts as Jekyll, with the same url, title, categories, tags and day`, {
    skip: missing,
  }, async t => {
    const told: readonly Told[] = JSON.parse(
      readFileSync(`${CORPORA}/oracle/${site}.json`, 'utf8'),
    );
    const posts = new Map(
      allPosts(await loadFolder(`${CORPORA}/${site}`)).map(post => [post.path, post]),
    );
    assert.deepEqual([...posts.keys()].sort(), told.map(({ path }) => path).sort());
    let equal = 0;
    for (const one of told) {
      const post = posts.get(one.path);
      assert.ok(post);
      const bare = hasBareTime(post);
      const ours = [
        post.url,
        post.title,
        post.categories,
        post.tags,
        bare ? null : dayByClockOf(one.date, post),
      ];
      const title = one.title.replace(/\s+/g, ' ').trim();
      const theirs = [
        one.url,
        title,
        one.categories,
        one.tags,
        bare ? null : one.date.slice(0, 10),
      ];
      if (JSON.stringify(ours) === JSON.stringify(theirs)) equal++;
      else t.diagnostic(`${one.path}: ${JSON.stringify(ours)}, Jekyll ${JSON.stringify(theirs)}`);
      const own = post.date && dayOf(post.date);
      if (own !== one.date.slice(0, 10)) {
        t.diagnostic(`${one.path}: ${own} by its own clock, ${one.date} by the clock of Jekyll`);
      }
    }
    t.diagnostic(`${equal} of ${told.length} equal`);
    assert.ok(equal >= told.length * LEAST, `${equal} of ${told.length}`);
  });
}

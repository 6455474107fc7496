import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readPostArticle } from '../../source/library/post-article.ts';
import { allPosts, loadFolder } from '../library/site-folder.ts';

const CORPORA = resolve(import.meta.dirname, '../../../shared/corpora');
const SITES = ['18f', 'swift-org', 'elixir-lang', 'jekyll-docs'];
const LEAST = 0.99;

/** Rows of four fields; a link may hold a line end, which a row does not end at. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of text.trimEnd().split('\n')) {
    const fields = line.split('\t');
    const open = rows.at(-1);
    if (open === undefined || open.length >= 4) rows.push(fields);
    else open.splice(-1, 1, `${open.at(-1)}\n${fields[0]}`, ...fields.slice(1));
  }
  return rows;
}

for (const site of SITES) {
  const missing = existsSync(`${CORPORA}/oracle-links/${site}.tsv`)
    ? false
    : 'shared corpora are not here';
  test(`${site}: links that lead to a post lead to the same post, and none leads to another`, {
    skip: missing,
  }, async t => {
    const library = await loadFolder(`${CORPORA}/${site}`);
    const rows = rowsOf(readFileSync(`${CORPORA}/oracle-links/${site}.tsv`, 'utf8'));
    const expected = new Map<string, Set<string>>();
    for (const [from = '', , , to = '-'] of rows) {
      if (to !== '-') expected.set(from, (expected.get(from) ?? new Set()).add(to));
    }
    const reached = new Map<string, Set<string>>();
    for (const post of allPosts(library)) {
      for (const { href } of readPostArticle(library, post).links) {
        const target = library.target(href, post);
        if (target.kind !== 'post') continue;
        const path = library.post(target.target)?.path ?? '';
        assert.ok(expected.get(post.path)?.has(path), `${post.path}: ${href} leads to ${path}`);
        reached.set(post.path, (reached.get(post.path) ?? new Set()).add(path));
      }
    }
    const wanted = rows.filter(([, , , to]) => to !== '-');
    const lost = wanted.filter(([from = '', , , to = '']) => !reached.get(from)?.has(to));
    for (const [from, style, link] of lost)
      t.diagnostic(`${from}: ${style} ${link} leads to no post`);
    t.diagnostic(`${wanted.length - lost.length} of ${wanted.length} links lead to their posts`);
    assert.ok(
      lost.length <= wanted.length * (1 - LEAST),
      `${lost.length} of ${wanted.length} lost`,
    );
  });
}

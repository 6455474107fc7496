import assert from 'node:assert/strict';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { findSite } from '../../source/library/find-site.ts';
import { type IndexHead, type IndexPlace, readHeadFile } from '../../source/library/index-file.ts';
import { createIndexView } from '../../source/library/index-view.ts';
import { openLibrary } from '../../source/library/open-library.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { makeFolder } from './site-folder.ts';

const POSTS = 3000;
const MEGABYTE = 1 << 20;

type Made = {
  readonly root: string;
  readonly place: IndexPlace;
  readonly head: IndexHead;
  readonly store: string;
};

/** A site with an index of more than a megabyte. */
async function makeIndex(t: TestContext): Promise<Made> {
  const root = makeFolder(t, {});
  writeCorpus(root, POSTS, 5, 0.02);
  const folder = makeFolder(t, {});
  const found = findSite({ posts: root, cwd: '/' });
  assert.ok(found.found);
  const library = openLibrary(found.site, { cache: folder });
  await library.load();
  library.keep();
  const place = { folder, drafts: false };
  const head = readHeadFile(place);
  assert.ok(head !== null);
  return { root, place, head, store: join(folder, head.store.name) };
}

test('a store is opened a megabyte at a time, or at once by whoever needs it before', async t => {
  const { root, place, head, store } = await makeIndex(t);
  const view = createIndexView(root, place, head, () => assert.fail('it is whole'));
  let steps = 1;
  while (!view.prepare()) steps++;
  assert.equal(steps, Math.ceil(statSync(store).size / MEGABYTE) + 1);
  assert.equal(view.list({}).slice(0, POSTS).length, POSTS);
  const hurried = createIndexView(root, place, head, () => assert.fail('it is whole'));
  assert.equal(hurried.prepare(), false);
  assert.equal(hurried.list({}).at(POSTS - 1)?.id, view.list({}).at(POSTS - 1)?.id);
  assert.equal(hurried.prepare(), true);
});

test('a store that is damaged is told of once, and holds nothing', async t => {
  const { root, place, head, store } = await makeIndex(t);
  const file = openSync(store, 'r+');
  const last = statSync(store).size - 1;
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, last);
  writeSync(file, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, last);
  closeSync(file);
  let told = 0;
  const view = createIndexView(root, place, head, () => told++);
  while (!view.prepare()) assert.equal(told, 0);
  assert.equal(told, 1);
  assert.equal(view.isWhole(), false);
  assert.equal(view.list({}).at(POSTS - 1), undefined);
  assert.equal(told, 1);
});

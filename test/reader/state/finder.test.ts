import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Category } from '../../../source/library/post.ts';
import { finderRows } from '../../../source/reader/rows/finder-rows.ts';
import { plainRow } from '../../../source/reader/rows/row.ts';
import type { Context } from '../../../source/reader/state/context.ts';
import { finderItems, newFinder } from '../../../source/reader/state/finder.ts';
import { firstHome, untouchedList } from '../../../source/reader/state/place.ts';

const categories = [
  ['城市交通新闻', 'chengshijiaotong'],
  ['New English Poems', 'poems'],
  ['Ｅｎｇｌｉｓｈ Desk', 'desk'],
  ['English Desk', 'englishdesk'],
  ['海港晨报新闻', 'haigang'],
].map(([label = '', slug = '']): Category => ({ slug, label, posts: 3, newest: null }));

function rowsFor(text: string): readonly string[] {
  const context = {
    categories: () => categories,
    library: { loaded: () => true },
    messages: {},
    settings: { ambiguous: 1 },
    posts: () => ({ posts: { length: 0 } }),
  } as unknown as Context;
  const finder = newFinder('category');
  const items = finderItems({ ...finder, entry: { ...finder.entry, text } }, firstHome, context);
  return finderRows(items, untouchedList, 60, 10, context).map(row =>
    plainRow(row).slice(2).replace(/ +3$/, ''),
  );
}

test('a category is found by a label that begins with what is typed, then by one that holds it, then by its slug, which is shown', () => {
  assert.deepEqual(rowsFor('eng'), [
    'Ｅｎｇｌｉｓｈ Desk',
    'English Desk',
    'New English Poems',
    '城市交通新闻  chengshijiaotong',
  ]);
  assert.deepEqual(rowsFor('desk eng'), ['Ｅｎｇｌｉｓｈ Desk', 'English Desk']);
  assert.deepEqual(rowsFor('haigang'), ['海港晨报新闻  haigang']);
  assert.deepEqual(rowsFor('新闻'), ['城市交通新闻', '海港晨报新闻']);
});

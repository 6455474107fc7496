import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postRow } from '../../../source/reader/rows/post-rows.ts';
import type { Context } from '../../../source/reader/state/context.ts';
import { plainArrangement } from '../../../source/reader/state/place.ts';
import { theme } from '../../../source/reader/theme.ts';
import { fakeLibrary, fakePost } from '../fake-library.ts';

test('what is sought is lit in a title, and the title stays whole', () => {
  const context = {
    marks: { isRead: () => false, isStarred: () => false },
    settings: { ambiguous: 1 },
    library: fakeLibrary([]),
  } as unknown as Context;
  const post = { ...fakePost('a1', 'a', 1), title: '海港：GDP 与海' };
  const view = { ...plainArrangement, of: 'search', name: '海 gdp' } as const;
  const row = postRow(post, false, view, 40, 'here', context, ['海', 'gdp']);
  const lit = row.filter(({ look }) => look === theme.match).map(({ text }) => text);
  assert.deepEqual(lit, ['海', 'GDP', '海']);
  const text = row.map(one => one.text).join('');
  assert.ok(text.includes(post.title), text);
});

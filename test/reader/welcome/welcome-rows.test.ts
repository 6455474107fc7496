import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { textWidth } from '../../../source/article/width.ts';
import { plainRow } from '../../../source/reader/rows/row.ts';
import { welcomeRows } from '../../../source/reader/welcome/welcome-rows.ts';

const looked = ['_config.yml', '_posts', 'posts', 'content', 'source/_posts'];

function page(columns: number, lang: 'en' | 'zh', folder = '/home/ann/desk'): readonly string[] {
  const welcome = {
    folder,
    looked: looked.map(name => join(folder, name)),
    configuration: '/home/ann/.config/kanbao/config.yml',
    home: '/home/ann',
  };
  return welcomeRows(welcome, columns, { lang, ambiguous: 1 }).map(plainRow);
}

test('the page of a first run says what was looked for and three ways to name a folder', () => {
  const text = page(80, 'en').join('\n');
  for (const name of looked) assert.match(text, new RegExp(`^  ${name}  +\\S`, 'm'));
  assert.match(text, /No posts in ~\/desk\./);
  assert.match(text, /^ {2}kanbao ~\/my-site /m);
  assert.match(text, /^ {2}export KANBAO_POSTS=~\/my-site /m);
  assert.match(text, /^ {2}posts: ~\/my-site +in ~\/\.config\/kanbao\/config\.yml$/m);
});

test('the page of a first run fits every width that fits its commands', () => {
  const widest = '  export KANBAO_POSTS=~/my-site'.length;
  for (const lang of ['en', 'zh'] as const) {
    for (let columns = widest; columns <= 120; columns += 1) {
      for (const row of page(columns, lang)) {
        assert.ok(textWidth(row, 1) <= columns, `${columns}: ${row}`);
      }
    }
  }
});

test('a folder whose name holds control characters is shown without them', () => {
  const text = page(80, 'en', '/tmp/a\u001b]0;b\u0007').join('');
  assert.doesNotMatch(text, /\p{Cc}/u);
});

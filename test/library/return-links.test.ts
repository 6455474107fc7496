import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownLabel } from '../../source/library/category-label.ts';
import { readPost } from '../../source/library/read-post.ts';
import { returnLinks } from '../../source/library/return-links.ts';
import { loadFiles, postFile } from './site-folder.ts';

/** Milliseconds that reading the links of a text takes, and how many there are. */
function cost(text: string): { readonly time: number; readonly links: number } {
  const started = performance.now();
  const links = returnLinks(text).length;
  return { time: performance.now() - started, links };
}

test('return links are found with odd blanks, angle brackets, brackets in the address and any quotes', () => {
  const home = (text: string) => returnLinks(text).map(({ href }) => href);
  assert.deepEqual(home('[返回首页]( <//h/a b> )'), ['//h/a b']);
  assert.deepEqual(home('[返回晚报](//h/a b (c).html)｜[返回首页](//h/)'), [
    '//h/a b (c).html',
    '//h/',
  ]);
  assert.deepEqual(home('[x\n[返回首页](//h/)'), ['//h/']);
  assert.deepEqual(home('[返回首页](//h/\n)'), [], 'an address ends with its line');
  assert.deepEqual(home("<A CLASS=x HREF = '../'>返回首页</A>"), ['../']);
  assert.deepEqual(home('<a href=../ class="x">返回首页</a>'), ['../']);
  assert.deepEqual(home('<a class="x"href="../">返回首页</a>'), ['../']);
  assert.deepEqual(home('<a data-href="no">返回首页</a>'), []);
});

test('return links are read in linear time, whatever is left open', () => {
  const size = 100_000;
  const hostile = [
    `[x](//h/y)\n[a](${' '.repeat(size)}`,
    `[a](<${' '.repeat(size)}>`,
    '[a]('.repeat(size / 4),
    '['.repeat(size),
    `<a ${'href='.repeat(size / 5)}`,
    `<a ${'href= '.repeat(size / 6)}`,
    '<a '.repeat(size / 3),
    `${'<a href='.repeat(size / 8)}>返回首页`,
    `<a href${' '.repeat(size)}>返回首页</a>`,
    `<a href=${' '.repeat(size)}>返回首页</a>`,
    `<a href="${"'".repeat(size)}>返回首页</a>`,
  ];
  for (const text of hostile) {
    const { time, links } = cost(text);
    assert.ok(time < 250, `${text.slice(0, 16)}… took ${time.toFixed(0)} ms`);
    assert.equal(links, 0, text.slice(0, 16));
  }
});

test('a return line as far from the end as is looked at counts everywhere: label, own label, target', async t => {
  const line = '[返回晚报](//old.example/category/wan.html)';
  const file = (rest: string) => ({
    '_posts/2022-01-01-x.md': postFile('categories: wan', `${line}\n${rest}`),
  });
  for (const [rest, label, kind] of [
    ['文'.repeat(1300), '晚报', 'post'],
    ['文'.repeat(1400), 'wan', 'external'],
  ] as const) {
    const library = await loadFiles(t, file(rest));
    const post = library.post('2022-01-01-x');
    assert.ok(post);
    assert.equal(library.category('wan')?.label, label);
    assert.equal(ownLabel(post, readPost(post).body, library.site), label);
    assert.equal(library.target('//old.example/wan/2022/01/01/x.html', post).kind, kind);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Style } from '../../source/article/document.ts';
import { renderMarkdown } from '../../source/article/markdown.ts';
import { assertSound, read } from './reading.ts';

test('the text is the words alone, a blank line between blocks', () => {
  const article = read(
    '# A\n\nb\n\n1. c\n2. d\n   - e\n\n> f\n\n| g | h |\n|---|---|\n| i | j |\n\n---\n\n![k](l)',
  );
  assert.equal(article.text, ['A', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].join('\n\n'));
  assertSound(article, 'blocks');
});

test('links are numbered in reading order, empty ones without an image do not count', () => {
  const article = read('<a href="0"></a>[a](1) b <http://c> [![d](e)](2)\n\n- [*f* g](3)');
  assert.deepEqual(
    article.links.map(({ n, text, href }) => [n, text, href]),
    [
      [1, 'a', '1'],
      [2, 'http://c', 'http://c'],
      [3, '', '2'],
      [4, 'f g', '3'],
    ],
  );
  assertSound(article, 'links');
});

test('a link within a link ends the outer one', () => {
  const { links } = read('<a href="1">a <a href="2">b</a> c</a>', 'html');
  assert.deepEqual(
    links.map(({ text, href }) => [text, href]),
    [
      ['a', '1'],
      ['b', '2'],
    ],
  );
});

test('a bare address stays text and is a link, without the marks of the sentence', () => {
  const article = read(
    '见 https://a.b/c_(d)?e=f&g#h。又 (http://i.j/k), **http://l.m/n** `http://o.p`',
  );
  assert.deepEqual(
    article.links.map(({ href }) => href),
    ['https://a.b/c_(d)?e=f&g#h', 'http://i.j/k', 'http://l.m/n'],
  );
  const [block] = article.blocks;
  const bold =
    block?.kind === 'paragraph' ? block.leaf.runs.find(run => run.style === Style.bold) : undefined;
  assert.equal(bold?.link, 3);
  assertSound(article, 'addresses');
});

test('addresses in code blocks are no links', () => {
  assert.deepEqual(read('```\nhttp://a.b\n```').links, []);
});

test('targets lose control characters and keep everything else', () => {
  const { links } = read('<a href="//h/类别/a b.html?x=1&amp;y=2&#27;">a</a>', 'html');
  assert.equal(links[0]?.href, '//h/类别/a b.html?x=1&y=2␛');
});

test('anchors stand at the next character, those after the last at the end', () => {
  const { anchors, text } = read(
    '<p id=a>b</p><a name="c"></a><h2 id="d">e</h2><p id=f></p>',
    'html',
  );
  assert.equal(text, 'b\n\ne');
  assert.deepEqual(
    [...anchors],
    [
      ['a', 0],
      ['c', 3],
      ['d', 3],
      ['f', 4],
    ],
  );
});

test('headings are listed with their place', () => {
  assert.deepEqual(read('a\n\n## b *c*').headings, [{ level: 2, text: 'b c', start: 3 }]);
});

test('a text file is Markdown', () => {
  assert.equal(read('*a* <b>b</b>', 'text').text, 'a b');
});

test('nothing at all is an article without blocks', () => {
  for (const body of ['', ' \n\t', '<!-- -->', '\ufeff']) {
    const article = read(body);
    assert.deepEqual([article.text, article.blocks.length, article.links.length], ['', 0, 0]);
  }
});

test('CommonMark alone is at hand for what is not to be read as kramdown', () => {
  assert.equal(renderMarkdown('"a" [b](c d)', 'commonmark'), '<p>&quot;a&quot; [b](c d)</p>\n');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdownParts } from '../../source/article/markdown.ts';
import { openElements } from '../../source/article/open-elements.ts';

function isClosed(...pieces: readonly string[]): boolean {
  const elements = openElements();
  for (const piece of pieces) elements.read(piece);
  return elements.none();
}

test('an element is open until its own end tag, over pieces too', () => {
  assert.equal(isClosed('<div class="a">'), false);
  assert.equal(isClosed('<div class="a">', 'text', '</DIV>'), true);
  assert.equal(isClosed('<p>one</p><p>two <b>three</b></p>'), true);
});

test('void elements and comments are never open', () => {
  assert.equal(
    isClosed('<br><img src="a>" alt="b">'.replace('a>', 'a'), '<!-- <div> -->', '<hr/>'),
    true,
  );
});

test('what cannot be followed by tags alone counts as open for ever', () => {
  for (const html of [
    '<p>one<p>two</p>',
    '<b><i></b></i>',
    '</div>',
    '<script>"</p>"</script>',
    '<a title="1 > 0">x</a>',
    '<div/></div>',
    'a < b',
    '<!-- no end',
    '<?php ?>',
  ]) {
    assert.equal(isClosed(html), false, html);
    assert.equal(isClosed(html, '<p>later</p>'), false, html);
  }
});

test('a megabyte of tags or of quotes is followed in linear time', () => {
  assert.equal(isClosed('<p></p>'.repeat(150_000)), true);
  assert.equal(isClosed('<a "'.repeat(250_000)), false);
});

test('long Markdown is rendered in parts, but never divided where its own HTML is open', () => {
  const parts = (source: string) =>
    Array.from(renderMarkdownParts(source, 'commonmark')).filter(part => part !== '');
  const long = 'text\n\n'.repeat(2000);
  assert.ok(parts(`<center>\n\none\n\n</center>\n\n${long}`).length > 1);
  const [first = ''] = parts(`<center>\n\n${long}</center>\n\n${long}`);
  assert.match(first, /<\/center>/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { readHtml } from '../../source/article/html-article.ts';
import { divideHtml } from '../../source/article/html-parts.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { read } from './reading.ts';

const once = [
  '<h2 id="part">A part</h2>\n<p>Words &amp; <a href="/a">a link</a>.</p> text <b>alone</b> ',
  '<ul><li>one</li><li><p>two</p></li></ul><!-- <p>never shown</p> --><hr>',
  '<div align="center"><div><p>centred</p></div><img src="i.png" alt="i"></div>',
  '<table><tr><td>a</td><td><p>b</p></td></tr></table><blockquote><p>said</p></blockquote>',
].join('');

test('long HTML is divided before blocks that stand in no other element, and reads as one piece', () => {
  const html = once.repeat(300);
  const parts = [...divideHtml(html)];
  assert.ok(parts.length > 5 && parts.every(part => part.length < 20_000));
  assert.equal(parts.join(''), html);
  assert.ok(parts.slice(1).every(part => /^<(?:h2|p|ul|hr|div|table|blockquote)\b/.test(part)));
  assert.ok(isDeepStrictEqual(read(html, 'html'), readHtml(html)));
});

test('HTML whose elements have no ends stays in one piece', () => {
  for (const before of ['<p>no end', '<div>', '<script>"</div>"</script>']) {
    assert.equal([...divideHtml(before + once.repeat(300))].length, 1, before);
  }
});

test('hostile HTML reads the same in parts, which are found in linear time', () => {
  for (const [name, body] of hostileBodies(20_000)) {
    if (/\{[{%]/.test(body) || [...divideHtml(body)].length === 1) continue;
    assert.ok(isDeepStrictEqual(read(body, 'html'), readHtml(body)), name);
  }
  for (const flood of ['<p>', '<p></p>', '<!--<p>', '<!-- <p> -->', '<p ', '</p>', '<p']) {
    const body = flood.repeat(1e6 / flood.length);
    assert.equal([...divideHtml(body)].join('').length, body.length);
  }
});

import assert from 'node:assert/strict';
import type { Article } from '../../source/article/document.ts';
import { clusterEnd } from '../../source/article/graphemes.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import type { LayoutOptions } from '../../source/article/line.ts';
import { textWidth } from '../../source/article/width.ts';
import { lineText } from './make-article.ts';

const bare = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '');

/** Asserts that lines hold every word of an article in order, and none is wider than asked. */
export function expectSound(article: Article, options: LayoutOptions): void {
  const { width, ambiguous } = options;
  const layout = layoutArticle(article, options);
  const lines = layout.lines(0, layout.count());
  let last = 0;
  for (const line of lines) {
    const text = lineText(line);
    const isOneCluster = clusterEnd(text.trim(), 0) === text.trim().length;
    assert.ok(textWidth(text, ambiguous) <= width || isOneCluster, `too wide: ${text}`);
    assert.doesNotMatch(text, /[ \u3000]$|[\n\t]/, 'blanks at the end, or controls');
    assert.ok(line.start >= last && line.end >= line.start, `out of order: ${text}`);
    last = line.start;
  }
  const words = lines
    .flatMap(line => line.segments)
    .filter(({ role }) => role === 'text' || role === 'heading' || role === 'code')
    .sort((one, other) => one.start - other.start);
  for (const { text, start } of words) {
    const there = article.text.slice(start, start + text.length);
    if (text.trim() !== '') assert.equal(text, there.replaceAll('\t', ' '), 'not at its place');
  }
  assert.equal(bare(words.map(({ text }) => text).join('')), bare(article.text), 'words lost');
}

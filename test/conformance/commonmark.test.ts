import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Article } from '../../source/article/document.ts';
import { readHtml } from '../../source/article/html-article.ts';
import { renderMarkdown } from '../../source/article/markdown.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';

type Example = { readonly example: number; readonly markdown: string; readonly html: string };

const folder = sharedFolder('suites/commonmark');
const skip = folder === undefined ? leftOut : false;

function examples(): readonly Example[] {
  return JSON.parse(readFileSync(join(folder ?? '', 'spec-0.31.2.json'), 'utf8'));
}

function wordsAndLinks(article: Article): string {
  return JSON.stringify([article.text, article.links.map(({ text, href }) => [text, href])]);
}

function unescaped(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** Words and links with quotes, dashes and addresses folded, which kramdown writes otherwise. */
function folded({ text, links }: Article): string {
  const fold = (words: string): string =>
    words
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/…/g, '...')
      .replace(/[–—-]+/g, '-');
  return JSON.stringify([fold(text), links.map(link => [fold(link.text), unescaped(link.href)])]);
}

test('every example of CommonMark 0.31.2 gives the words and links of its HTML', { skip }, () => {
  const all = examples();
  assert.equal(all.length, 652);
  for (const { example, markdown, html } of all) {
    const read = readHtml(renderMarkdown(markdown, 'commonmark'));
    assert.equal(wordsAndLinks(read), wordsAndLinks(readHtml(html)), `example ${example}`);
  }
});

/**
 * Where Markdown of a site that is none of Jekyll's differs from CommonMark, as authors mean it:
 * links may have blanks in their target or marks in their title.
 */
const DIFFERENCES = [41, 488, 507, 508];

test('Markdown of a site differs from CommonMark only where its authors do', { skip }, () => {
  const differing = examples()
    .filter(
      ({ markdown, html }) =>
        folded(readHtml(renderMarkdown(markdown, 'site'))) !== folded(readHtml(html)),
    )
    .map(({ example }) => example);
  assert.deepEqual(differing, DIFFERENCES);
});

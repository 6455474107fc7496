import assert from 'node:assert/strict';
import type { Article, Block, Leaf } from '../../source/article/document.ts';
import { leavesOf } from '../../source/article/leaves.ts';
import {
  type ArticleContext,
  type BodyFormat,
  readArticle,
} from '../../source/article/read-article.ts';

/** A context that knows a title, a site and nothing else. */
export const context: ArticleContext = {
  page: { title: '标题' },
  site: { url: 'https://example.org', baseurl: '/news', title: '晨报' },
  postUrl: name => (name === '2022-03-11-tide' ? '/2022/03/11/tide.html' : undefined),
  fileUrl: path => (path === 'about.md' ? '/about/' : undefined),
};

/** Reads a body written as Markdown unless said otherwise. */
export function read(body: string, format: BodyFormat = 'markdown'): Article {
  return readArticle(body, format, context);
}

/** An article's blocks in brief, for comparison: `p`, `h2`, `ul(• …)` and so on with their text. */
export function outline(blocks: readonly Block[]): string {
  return blocks.map(brief).join(' ');
}

function brief(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `p[${block.leaf.text}]`;
    case 'heading':
      return `h${block.level}[${block.leaf.text}]`;
    case 'code':
      return `code:${block.language}[${block.leaf.text}]`;
    case 'quote':
      return `quote(${outline(block.blocks)})`;
    case 'rule':
      return 'rule';
    case 'list':
    case 'notes': {
      const items = block.items.map(item => `${item.marker} ${outline(item.blocks)}`.trim());
      return `${block.kind}(${items.join(' ')})`;
    }
    case 'definitions':
      return `dl(${block.definitions
        .map(({ terms, descriptions }) => {
          const names = terms.map(term => `dt[${term.text}]`);
          return [...names, ...descriptions.map(each => `dd(${outline(each)})`)].join(' ');
        })
        .join(' ')})`;
    case 'table': {
      const rows = block.rows.map(row =>
        row
          .map(cell => {
            const spans = cell.columns + cell.rows > 2 ? `${cell.columns}x${cell.rows}` : '';
            return `${cell.header ? 'th' : 'td'}${spans}(${outline(cell.blocks)})`;
          })
          .join(' '),
      );
      return `table(${block.caption === null ? '' : `caption[${block.caption.text}] `}${rows.join(' / ')})`;
    }
  }
}

const CONTROLS = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;

/** Asserts what holds for every article, whatever it was read from. */
export function assertSound(article: Article, name: string): void {
  const { text, links } = article;
  let end = 0;
  for (const leaf of leavesOf(article.blocks)) {
    assert.equal(text.slice(leaf.start, leaf.start + leaf.text.length), leaf.text, name);
    assert.ok(leaf.start >= end, `${name}: leaves are not in reading order`);
    end = leaf.start + leaf.text.length;
    assertRuns(leaf, links.length, name);
  }
  assert.doesNotMatch(text, CONTROLS, `${name}: control character`);
  links.forEach((link, index) => {
    assert.equal(link.n, index + 1, name);
    assert.ok(link.start <= link.end && link.end <= text.length, name);
    assert.ok(index === 0 || link.start >= (links[index - 1]?.start ?? 0), `${name}: link order`);
    assert.doesNotMatch(link.href + link.text, /[\0-\x1f\x7f-\x9f]/, name);
  });
  for (const { alt, src, start } of article.images) {
    assert.doesNotMatch(alt + src, /[\0-\x1f\x7f-\x9f]/, name);
    assert.ok(start >= 0 && start <= text.length, name);
  }
  for (const [anchor, at] of article.anchors) assert.ok(at <= text.length, `${name}: ${anchor}`);
}

function assertRuns(leaf: Leaf, links: number, name: string): void {
  let at = 0;
  for (const run of leaf.runs) {
    assert.ok(run.start >= at && run.end > run.start, `${name}: runs overlap`);
    assert.ok(run.link >= 0 && run.link <= links, `${name}: link of a run`);
    at = run.end;
  }
  assert.ok(at <= leaf.text.length, `${name}: run beyond its leaf`);
  for (const image of leaf.images) {
    assert.ok(image.at >= 0 && image.at <= leaf.text.length, `${name}: image beyond its leaf`);
  }
}

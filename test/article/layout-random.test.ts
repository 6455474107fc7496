import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article, Block, Run } from '../../source/article/document.ts';
import { clusterEnd } from '../../source/article/graphemes.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import type { LayoutOptions } from '../../source/article/line.ts';
import { textWidth } from '../../source/article/width.ts';
import {
  cell,
  code,
  heading,
  item,
  leaf,
  lineText,
  list,
  makeArticle,
  optionsFor,
  paragraph,
  table,
} from './make-article.ts';

const parts = [
  ...[
    '中',
    '文',
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '——',
    '……',
    '…',
    '—',
    '·',
    '～',
    '１２',
    '«',
    '»',
  ],
  ...[
    'a',
    'bc',
    'def ',
    ' ',
    '  ',
    '3.14',
    '%',
    '$',
    '-',
    '/',
    '.',
    '[',
    ']',
    "'",
    '"',
    '\n',
    '\t',
  ],
  ...[
    'http://x.y/a?b=c&d',
    'longwordlongword',
    'ー',
    'っ',
    '｡',
    'ภาษา',
    '한',
    '글',
    'א',
    'क्ष',
    'ि',
  ],
  ...['\u00a0', '\u3000', '\u200b', '\u00ad', '\ufeff', 'e\u0301', '\u0301'],
  ...['👨‍👩‍👧', '🇨🇳', '1️⃣'],
];

/** Whole numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function randomBlocks(random: (limit: number) => number): Block[] {
  const some = <T>(most: number, make: () => T) => Array.from({ length: random(most) }, make);
  const text = () => some(30, () => parts[random(parts.length)] ?? '').join('');
  const runs = (of: string) => {
    const found: Run[] = [];
    for (let start = random(4); start + 4 < of.length; start += 5 + random(4)) {
      found.push({ start, end: start + 1 + random(4), style: random(8), link: random(2) });
    }
    return found;
  };
  const block = (depth: number): Block => {
    const inner = () => some(3, () => block(depth + 1));
    switch (random(depth > 2 ? 3 : 8)) {
      case 0:
        return code(text());
      case 1:
        return heading(text());
      case 2:
      case 3: {
        const words = text();
        return paragraph(words, runs(words));
      }
      case 4: {
        const markers = ['•', '10.', '☑'];
        const items = some(4, () => item(markers[random(3)] ?? '', ...inner()));
        return list(random(2) === 0, ...items);
      }
      case 5:
        return { kind: 'quote', blocks: inner() };
      case 6: {
        const descriptions = some(3, inner);
        return { kind: 'definitions', definitions: [{ terms: [leaf(text())], descriptions }] };
      }
      default: {
        const aligns = ['left', 'center', 'right'] as const;
        const span = () => (random(5) === 0 ? 2 : 1);
        const cells = (header: boolean) =>
          some(4, () => {
            const align = aligns[random(3)] ?? 'left';
            return { ...cell(''), blocks: inner(), header, align, columns: span(), rows: span() };
          });
        return table(cells(true), ...some(3, () => cells(false)));
      }
    }
  };
  return some(5, () => block(0));
}

const bare = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '');

function expectSound(article: Article, options: LayoutOptions): void {
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

test('random articles keep their words, their order and their width', () => {
  const random = randomFrom(20_220_311);
  const links = [{ n: 1, text: 'x', href: 'http://q/r', start: 0, end: 0 }];
  for (let turn = 0; turn < 1500; turn++) {
    const article = makeArticle(randomBlocks(random), links);
    const options = optionsFor(random(4) === 0 ? Number.POSITIVE_INFINITY : 1 + random(40), {
      links: (['none', 'numbered', 'inline'] as const)[random(3)] ?? 'none',
      ambiguous: random(2) === 0 ? 1 : 2,
      paragraphs: random(2) === 0 ? 'spaced' : 'indented',
    });
    try {
      expectSound(article, options);
    } catch (error) {
      throw new Error(`turn ${turn}, ${JSON.stringify(options)}`, { cause: error });
    }
  }
});

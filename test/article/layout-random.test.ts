import { test } from 'node:test';
import type { Block, Run } from '../../source/article/document.ts';
import { wholeNumbers } from '../helpers/random.ts';
import {
  cell,
  code,
  heading,
  item,
  leaf,
  list,
  makeArticle,
  optionsFor,
  paragraph,
  table,
} from './make-article.ts';
import { expectSound } from './sound-layout.ts';

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

test('random articles keep their words, their order and their width', () => {
  const random = wholeNumbers(20_220_311);
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

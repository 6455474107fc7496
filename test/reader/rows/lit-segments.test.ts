import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutArticle } from '../../../source/article/layout.ts';
import type { Segment } from '../../../source/article/line.ts';
import { createFinder } from '../../../source/library/find-text.ts';
import { litSegments } from '../../../source/reader/rows/lit-segments.ts';
import { read } from '../../article/reading.ts';

function segment(text: string, start: number, role: Segment['role'] = 'text'): Segment {
  return { text, style: 0, link: 0, role, start };
}

const shown = (
  segments: readonly Segment[],
  matches: readonly (readonly [number, number])[],
  current = -1,
): readonly string[] =>
  litSegments(
    segments,
    matches.map(([start, end]) => ({ start, end })),
    current,
  ).map(({ text, lit }) => (lit === 'no' ? text : lit === 'match' ? `<${text}>` : `[${text}]`));

test('a line without matches stays as it is', () => {
  const segments = [segment('abc', 0), segment('def', 3)];
  assert.deepEqual(
    litSegments(segments, [], -1),
    segments.map(one => ({ ...one, lit: 'no' })),
  );
});

test('a match is cut out, also over several segments and beyond the line', () => {
  const segments = [segment('abc', 10), segment('def', 13)];
  assert.deepEqual(shown(segments, [[11, 12]]), ['a', '<b>', 'c', 'def']);
  assert.deepEqual(shown(segments, [[12, 14]]), ['ab', '<c>', '<d>', 'ef']);
  assert.deepEqual(
    shown(segments, [
      [0, 11],
      [15, 40],
    ]),
    ['<a>', 'bc', 'de', '<f>'],
  );
  assert.deepEqual(
    shown(segments, [
      [0, 10],
      [16, 20],
    ]),
    ['abc', 'def'],
  );
});

test('the match that find stands on looks otherwise', () => {
  assert.deepEqual(
    shown(
      [segment('abab', 0)],
      [
        [0, 1],
        [2, 3],
      ],
      1,
    ),
    ['<a>', 'b', '[a]', 'b'],
  );
});

test('what is ours is never lit', () => {
  const segments = [segment('• ', 5, 'marker'), segment('abc', 5), segment('[1]', 8, 'number')];
  assert.deepEqual(shown(segments, [[5, 9]]), ['• ', '<abc>', '[1]']);
});

test('over all lines of an article exactly the matched characters are lit, at every width', () => {
  const article = read(
    '# 泉州晚报\n\n铁观音是**安溪**的茶，[铁观音](x.html)香。Tea from Anxi is\ntea.\n\n- 铁观音\n' +
      '- a tea `tea`\n\n| 铁观音 | tea |\n|---|---|\n| tea | 铁观音 |\n',
  );
  const matches = createFinder(article.text)(['铁观音', 'tea']);
  const wanted = matches.map(({ start, end }) => article.text.slice(start, end));
  assert.equal(wanted.length, 11);
  for (const width of [20, 24, 31, 40, 72]) {
    const layout = layoutArticle(article, {
      width,
      links: 'numbered',
      ambiguous: 1,
      paragraphs: 'spaced',
      hang: false,
      imageWord: 'image',
    });
    const lit = layout
      .lines(0, layout.count())
      .flatMap(line => litSegments(line.segments, matches, 0))
      .filter(one => one.lit !== 'no');
    const letters = lit.map(({ text }) => text).join('');
    assert.equal([...letters].sort().join(''), [...wanted.join('')].sort().join(''), `${width}`);
  }
});

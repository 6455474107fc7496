import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileBodies } from './hostile-bodies.ts';
import { assertSound, read } from './reading.ts';

const SIZE = 30_000;
/** Generous: what takes this long at this size grows faster than its text. */
const LIMIT = 2000;

for (const format of ['markdown', 'html'] as const) {
  test(`hostile bodies read as ${format} neither throw nor take long nor leave a control character`, () => {
    for (const [name, body] of hostileBodies(SIZE)) {
      const start = performance.now();
      const article = read(body, format);
      const spent = performance.now() - start;
      assert.ok(spent < LIMIT, `${name}: ${Math.round(spent)} ms`);
      assertSound(article, name);
    }
  });
}

test('what is nested too deep loses its tags and keeps its text', () => {
  const depth = 2000;
  const article = read(
    `${'<div>'.repeat(depth)}inside${'</div>'.repeat(depth)}<p>after</p>`,
    'html',
  );
  assert.equal(article.text, 'inside\n\nafter');
});

test('no word is lost in quotes and lists nested deeper than anyone writes them', () => {
  const depths = Array.from({ length: 700 }, (_, depth) => depth);
  const quotes = read(depths.map(depth => `${'>'.repeat(depth)}q${depth}`).join('\n'));
  const lists = read(depths.map(depth => `${' '.repeat(2 * depth)}- i${depth}`).join('\n'));
  for (const depth of depths) {
    assert.match(quotes.text, new RegExp(`q${depth}\\b`));
    assert.match(lists.text, new RegExp(`i${depth}\\b`));
  }
});

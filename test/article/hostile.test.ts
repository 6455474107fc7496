import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { layoutArticle } from '../../source/article/layout.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { optionsFor } from './make-article.ts';
import { assertSound, read } from './reading.ts';

const SIZE = 15_000;
/** Milliseconds of processor time. Generous: what takes this long at this size grows faster than its text. */
const LIMIT = 1000;

for (const format of ['markdown', 'html'] as const) {
  test(`hostile bodies read as ${format} and laid out neither throw nor take long nor leave a control character`, () => {
    for (const [name, body] of hostileBodies(SIZE)) {
      const start = process.cpuUsage();
      const article = read(body, format);
      for (const width of [20, 60]) layoutArticle(article, optionsFor(width)).count();
      const { user, system } = process.cpuUsage(start);
      const spent = (user + system) / 1000;
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

test('a body of more blocks than text could need shows its end as it is written and loses no word', () => {
  const count = 80_000;
  const list = read('- a\n'.repeat(count));
  assert.deepEqual(
    list.blocks.map(block => block.kind),
    ['list', 'code'],
  );
  assert.equal(list.text.match(/a/g)?.length, count);
  const table = read(`|a|b|\n|-|-|\n${'|a|b|\n'.repeat(count)}`);
  assert.deepEqual(
    table.blocks.map(block => block.kind),
    ['table', 'code'],
  );
  assert.equal(table.text.match(/a/g)?.length, count + 1);
});

test('a row of more than a thousand cells is a line of text', () => {
  const [row] = read(`${'|a'.repeat(1200)}\n${'|-'.repeat(1200)}`).blocks;
  assert.equal(row?.kind, 'paragraph');
});

test('a list of contents ends at 5,000 entries', () => {
  const [contents] = read(`* x\n{:toc}\n\n${'# a\n'.repeat(6000)}`).blocks;
  assert.equal(contents?.kind === 'list' && contents.items.length, 5000);
});

test('blocks read in parts join as if they were read in one piece', () => {
  const body = Array.from({ length: 3000 }, (_, index) => `## h${index}\n\np${index}[^n]\n`).join(
    '\n',
  );
  const parts = read(`${body}\n[^n]: note`);
  const whole = read(`${body}\n[^n]: note\n\n<!-- -->\n\n<div></div>`);
  // Told apart by `deepEqual`, two long articles that differ would take all memory.
  assert.ok(isDeepStrictEqual(parts, whole), 'the articles differ');
});

test('a text that names nothing is read block by block as if its blocks were known from the start', () => {
  const blocks = [
    'p *a* \n\n{: .b}\n',
    '- i\n\n  j\n- k\n{: #l}\n',
    '> q\nr\n',
    '```\nc\n\nd\n```\n',
    '<div>\n\ne</div>\n',
    't\n: d\n',
    '<b>\n\nf\n\n</b>\n',
    '|x|y|\n|-|-|\n|z|\n',
    '## h\n{: .i}\n\n{: .j}\nk\n',
  ];
  const body = Array.from({ length: 4000 }, (_, index) => blocks[index % blocks.length]).join('\n');
  const whole = read(`${body}\n[name]: target\n`);
  assert.ok(isDeepStrictEqual(read(body), whole), 'the articles differ');
});

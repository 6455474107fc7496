import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScreen } from '../helpers/screen.ts';
import { palettes, screenSvg } from './svg.ts';

async function pictureOf(text: string): Promise<string> {
  const screen = openScreen(12, 2);
  screen.stdout.write(text);
  await screen.settle();
  return screenSvg([screen.cells(0), screen.cells(1)], palettes.dark);
}

test('every character stands at its own cell, and a Han character takes two', async () => {
  const svg = await pictureOf('a看b');
  const places = [...svg.matchAll(/<text ([^>]*)x="([^"]*)"[^>]*>([^<]*)</g)];
  assert.deepEqual(
    places.map(([, style = '', x = '', text = '']) => [text, x, /font-size/.test(style)]),
    [
      ['a', '14', false],
      ['看', '22.4', true],
      ['b', '39.2', false],
    ],
  );
});

test('an inverse stretch is one rectangle, its letters in the colour of the ground', async () => {
  const svg = await pictureOf('\u001b[7m看 b\u001b[0m');
  assert.equal([...svg.matchAll(/<rect x="14"/g)].length, 1);
  assert.match(svg, /width="33.6" height="19"/);
  assert.match(svg, new RegExp(`fill="${palettes.dark.ground}"[^>]*>看<`));
});

test('lines of tables meet, and nothing of a text is markup', async () => {
  const svg = await pictureOf('─┼ <&">');
  assert.match(svg, /<path d="M[^"]+" stroke=/);
  assert.match(svg, />&lt;&amp;&quot;></);
});

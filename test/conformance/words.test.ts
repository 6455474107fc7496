import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { read } from '../article/reading.ts';
import { pages, recordedText } from '../words/pages.ts';

/** What a browser shows without its being in the page's text: brackets of ruby, signs of a quotation. */
const SHOWN_ALONE = new Set('()“”');

function characters(text: string): string[] {
  return Array.from(text.normalize('NFC').replace(/[\s\u200b\u200c\u2060\ufeff\u00ad]+/gu, ''));
}

for (const file of globSync('*.htm', { cwd: pages })) {
  const name = file.slice(0, -'.htm'.length);
  test(`${name}: every character a browser shows of HTML is read, in order, and no other`, () => {
    assert.ok(existsSync(recordedText(name)));
    const source = readFileSync(join(pages, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    const ours = characters(read(source, 'html').text);
    let at = 0;
    for (const character of characters(readFileSync(recordedText(name), 'utf8'))) {
      while (ours[at] !== character && SHOWN_ALONE.has(ours[at] ?? '')) at += 1;
      assert.equal(ours[at], character, `after ${ours.slice(Math.max(0, at - 20), at).join('')}`);
      at += 1;
    }
    const rest = ours.slice(at).filter(character => !SHOWN_ALONE.has(character));
    assert.deepEqual(rest, []);
  });
}

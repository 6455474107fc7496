import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openOnSite } from './site.ts';

const ENTER = '\r';

/** What is pressed before each frame, one after another from the reader's start. */
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['home', []],
  ['category', ['j', ENTER]],
  ['article', [ENTER]],
  ['article, second link focused', ['\t', '\t']],
  ['article, end', ['G']],
  ['help', ['?']],
  ['all posts', ['0', 'g', ENTER]],
];

/** `KANBAO_FRAMES=write` makes the frames anew; look at them before they are committed. */
const isWriting = process.env.KANBAO_FRAMES === 'write';

for (const lang of ['zh', 'en'] as const) {
  for (const [columns, rows] of [
    [40, 15],
    [80, 24],
    [120, 40],
  ] as const) {
    test(`every screen at ${columns}x${rows} in ${lang} is as it was looked at`, async t => {
      const { screen } = await openOnSite(t, columns, rows, { lang });
      const frames: string[] = [];
      for (const [name, keys] of steps) {
        await screen.send(...keys);
        const chosen = screen.inverse().map(text => `--- inverse: ${text.trimEnd()}\n`);
        frames.push(`=== ${name}\n${screen.text()}\n${chosen.join('')}`);
      }
      const file = join(import.meta.dirname, 'frames', `${lang}-${columns}x${rows}.txt`);
      if (isWriting) writeFileSync(file, frames.join(''));
      assert.equal(frames.join(''), readFileSync(file, 'utf8'));
    });
  }
}

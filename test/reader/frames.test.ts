import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openOnSite } from './site.ts';

const ENTER = '\r';
const ESC = '\x1b';

/** What is pressed before each frame, one after another from the reader's start. */
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['home', []],
  ['category', ['j', ENTER]],
  ['article', [ENTER]],
  ['article, second link focused', ['\t', '\t']],
  ['article, end', ['G']],
  ['help', ['?']],
  ['help, filtered', ['&', 'list', ENTER]],
  ['all posts', ['0', 'g', ENTER]],
  ['all posts, filter being typed', ['0', 'c', ENTER, '&', '的']],
  ['all posts, nothing fits', ['x', ENTER]],
  ['all posts, by title', [ESC, 's', 't']],
  ['sort menu', ['s']],
  ['category finder', [ESC, 'c', '港']],
  ['tag finder', [ESC, 't']],
  ['tag', ['\x1b[B', ENTER]],
  ['search, nothing typed', ['0', '/']],
  ['search', ['渔港']],
  ['search, found nothing', ['xyz']],
  ['article from a search', ['\x7f', '\x7f', '\x7f', ENTER]],
  ['find being typed', ['/', '鱼']],
  ['links and images', [ENTER, 'i']],
  ['letter hints', [ESC, 'G', 'F']],
  ['no link numbers, narrower', [ESC, ESC, '=', '-']],
];

/** `KANBAO_FRAMES=write` makes the frames anew; look at them before they are committed. */
const isWriting = process.env.KANBAO_FRAMES === 'write';

describe('every screen is as it was looked at', { concurrency: 4 }, () => {
  for (const lang of ['zh', 'en'] as const) {
    for (const [columns, rows] of [
      [40, 15],
      [80, 24],
      [120, 40],
      [200, 60],
    ] as const) {
      test(`at ${columns}x${rows} in ${lang}`, async t => {
        const { screen } = await openOnSite(t, columns, rows, { lang });
        const frames: string[] = [];
        for (const [name, keys] of steps) {
          await screen.send(...keys);
          if (name.startsWith('search')) await screen.see(/^(?![\s\S]*(?:searching|正在搜索))/);
          const chosen = screen.inverse().map(text => `--- inverse: ${text.trimEnd()}\n`);
          frames.push(`=== ${name}\n${screen.text()}\n${chosen.join('')}`);
        }
        const file = join(import.meta.dirname, 'frames', `${lang}-${columns}x${rows}.txt`);
        if (isWriting) writeFileSync(file, frames.join(''));
        assert.equal(frames.join(''), readFileSync(file, 'utf8'));
      });
    }
  }
});

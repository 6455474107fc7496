/**
 * `npm run pictures -- [FOLDER]`: draws the reader's screens, as the real reader shows `posts/` in
 * a terminal, into `pictures/` or the folder given.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openNewspaper } from '../helpers/newspaper.ts';
import { palettes, screenSvg } from './svg.ts';

const ENTER = '\r';

/** What is pressed before each picture, one after another from the reader's start. */
const scenes: readonly (readonly [string, readonly string[]])[] = [
  ['home', ['j', 'j', 'j']],
  ['category', [ENTER]],
  ['article', ['g', ENTER, '\t']],
  ['find', ['/', '茶', ENTER]],
  ['help', ['\x1b', '?']],
  ['search', ['q', '0', '/', '铁观音']],
];

const folder = resolve(process.argv[2] ?? 'pictures');
mkdirSync(folder, { recursive: true });
for (const lang of ['zh', 'en'] as const) {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
  ] as const) {
    const { screen, close } = await openNewspaper(columns, rows, { lang });
    for (const [scene, keys] of scenes) {
      await screen.send(...keys);
      await screen.settle();
      const cells = Array.from({ length: rows }, (_, row) => screen.cells(row));
      for (const shade of ['dark', 'light'] as const) {
        const file = join(folder, `${scene}-${lang}-${columns}x${rows}-${shade}.svg`);
        writeFileSync(file, screenSvg(cells, palettes[shade]));
      }
    }
    await close();
  }
}
console.log(`pictures in ${folder}`);

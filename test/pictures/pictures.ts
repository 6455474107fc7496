/**
 * `npm run pictures` draws the readmes' pictures anew, into `pictures/`; `npm run pictures -- FOLDER`
 * draws every screen at every size into that folder, to be looked at.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../helpers/home.ts';
import { openNewspaper } from '../helpers/newspaper.ts';
import { readmePictures } from './readme-pictures.ts';
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

async function drawAll(folder: string): Promise<void> {
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
}

async function drawReadmes(folder: string): Promise<void> {
  const pictures = await readmePictures();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, svg] of pictures) writeFileSync(join(folder, name), svg);
}

const given = process.argv[2];
const folder = resolve(given ?? join(root, 'pictures'));
await (given === undefined ? drawReadmes(folder) : drawAll(folder));
console.log(`pictures in ${folder}`);

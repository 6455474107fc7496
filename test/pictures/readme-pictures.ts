import { openNewspaper } from '../helpers/newspaper.ts';
import type { Cell } from '../helpers/screen.ts';
import { palettes, screenSvg } from './svg.ts';
import { typesetting } from './typesetting.ts';

type Scene = {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  /** What is pressed, one chunk after another from the reader's start. */
  readonly keys: readonly string[];
  /** What the screen shows when all of it is there. */
  readonly seen: RegExp;
};

const ENTER = '\r';
const TAB = '\t';

const scenes: readonly Scene[] = [
  { name: 'home', columns: 104, rows: 26, keys: [TAB, 'jj'], seen: /› • 谷雨/ },
  { name: 'article', columns: 80, rows: 24, keys: ['jjj', ENTER, ENTER, TAB], seen: /\[1\]/ },
  {
    name: 'search',
    columns: 80,
    rows: 24,
    keys: ['/', '潮汐'],
    seen: /^(?!.*(?:searching|正在))[\s\S]*潮汐表/,
  },
];

/** The pictures of the readmes as they ought to be: the file's name, and the SVG that it holds. */
export async function readmePictures(): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  const add = (name: string, cells: readonly (readonly Cell[])[]): void => {
    for (const shade of ['dark', 'light'] as const) {
      pictures.set(`${name}-${shade}.svg`, screenSvg(cells, palettes[shade]));
    }
  };
  for (const lang of ['en', 'zh'] as const) {
    for (const { name, columns, rows, keys, seen } of scenes) {
      const { screen, close } = await openNewspaper(columns, rows, { lang });
      await screen.send(...keys);
      await screen.see(seen);
      add(
        `${name}-${lang}`,
        Array.from({ length: rows }, (_, row) => screen.cells(row)),
      );
      await close();
    }
    add(`typesetting-${lang}`, typesetting(lang));
  }
  return pictures;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/home.ts';
import { manPage } from './man-page.ts';
import { withParts } from './readme-parts.ts';

/** A document of which all or part is made from the program's tables. */
type Document = { readonly name: string; readonly made: (written: string) => string };

export const documents: readonly Document[] = [
  { name: 'readme.md', made: text => withParts(text, 'en') },
  { name: 'readme.zh.md', made: text => withParts(text, 'zh') },
  { name: 'kanbao.1', made: manPage },
];

/** The document as it stands. */
export function written(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

if (import.meta.main) {
  for (const { name, made } of documents) writeFileSync(join(root, name), made(written(name)));
}

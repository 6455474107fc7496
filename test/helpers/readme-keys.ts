import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyTable } from '../../source/reader/keys/table.ts';
import { root } from './home.ts';

const path = join(root, 'readme.md');
const place = /(<!-- keys:.*-->\n)[\s\S]*?(<!-- \/keys -->)/;

/** The readme as it stands. */
export function readme(): string {
  return readFileSync(path, 'utf8');
}

/** The readme with the key table that today's bindings make. */
export function readmeWithKeys(): string {
  return readme().replace(
    place,
    (_, open: string, close: string) => `${open}\n${keyTable('en')}\n${close}`,
  );
}

if (import.meta.main) writeFileSync(path, readmeWithKeys());

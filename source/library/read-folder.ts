import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync } from 'node:fs';
import { rememberPath, systemPath } from './file-read.ts';

/** An entry of a folder: its name as text, and what it is. */
export type Entry = Pick<
  Dirent,
  'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'
>;

/** A name that is not UTF-8, with `%E9` for each byte that does not belong. */
function shownName(bytes: Buffer): string {
  let name = '';
  let at = 0;
  while (at < bytes.length) {
    let length = Math.min(4, bytes.length - at);
    while (length > 0 && !isUtf8(bytes.subarray(at, at + length))) length--;
    if (length === 0) {
      name += `%${bytes.toString('hex', at, at + 1).toUpperCase()}`;
      at++;
    } else {
      name += bytes.toString('utf8', at, at + length);
      at += length;
    }
  }
  return name;
}

/** The entries of a folder; names that are not UTF-8 are remembered by their bytes. Throws what the system says. */
export function readFolder(folder: string): readonly Entry[] {
  const path = systemPath(folder);
  const entries = readdirSync(path, { withFileTypes: true });
  if (typeof path === 'string' && !entries.some(({ name }) => name.includes('\ufffd'))) {
    return entries;
  }
  const raw = readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
  const front = Buffer.concat([Buffer.from(path), Buffer.from('/')]);
  return raw.map(dirent => {
    const name = isUtf8(dirent.name) ? dirent.name.toString() : shownName(dirent.name);
    rememberPath(`${folder}/${name}`, Buffer.concat([front, dirent.name]));
    return {
      name,
      isFile: () => dirent.isFile(),
      isDirectory: () => dirent.isDirectory(),
      isSymbolicLink: () => dirent.isSymbolicLink(),
      isFIFO: () => dirent.isFIFO(),
      isSocket: () => dirent.isSocket(),
    };
  });
}

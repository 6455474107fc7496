import { statSync } from 'node:fs';

/** What stands at `path`, links followed: `none` also where it may not be seen. */
export function pathKind(path: string): 'file' | 'folder' | 'none' {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'none';
    if (stat.isDirectory()) return 'folder';
    return stat.isFile() ? 'file' : 'none';
  } catch {
    return 'none';
  }
}

import { statSync } from 'node:fs';

/** What stands at `path`, links followed: `other` for a FIFO or a device, `none` also where it may not be seen. */
export function pathKind(path: string): 'file' | 'folder' | 'other' | 'none' {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'none';
    if (stat.isDirectory()) return 'folder';
    return stat.isFile() ? 'file' : 'other';
  } catch {
    return 'none';
  }
}

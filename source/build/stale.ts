import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Newest change below `folder`, in milliseconds since the epoch. */
function newestChange(folder: string): number {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

/**
 * Whether `dist/` is missing or older than what it is built from.
 *
 * @param root absolute path of the project
 */
export function isStale(root: string): boolean {
  const built = statSync(join(root, 'dist/cli.js'), { throwIfNoEntry: false });
  if (!built) return true;
  const packages = ['package.json', 'package-lock.json'].map(
    name => statSync(join(root, name)).mtimeMs,
  );
  return Math.max(newestChange(join(root, 'source')), ...packages) > built.mtimeMs;
}

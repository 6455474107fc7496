import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './home.ts';

/**
 * A folder of the test data that lies beside the project, or undefined in a clone without it.
 * A test that needs it skips itself with `leftOut` as its printed reason.
 */
export function sharedFolder(path: string): string | undefined {
  const folder = join(root, '../shared', path);
  return existsSync(folder) ? folder : undefined;
}

export const leftOut = 'left out: the test data beside the project (../shared) is not here';

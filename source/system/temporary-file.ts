import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps bytes in a file that only this user can read while `use` works with it, and removes it
 * whatever happens.
 *
 * @throws what the file system says if the file cannot be written.
 */
export async function withTemporaryFile<Result>(
  name: string,
  bytes: Buffer,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes, { mode: 0o600 });
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a new file in the folder of `path` and gives back its name; it is whole on the disk.
 *
 * @throws what the file system says; then nothing is left behind.
 */
export function writeBeside(path: string, text: string, mode: number): string {
  const random = Math.random().toString(36).slice(2, 8);
  const beside = join(dirname(path), `.kanbao-${process.pid}-${random}`);
  const descriptor = openSync(beside, 'wx', mode);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return beside;
}

/**
 * Puts `text` into the file at `path`, in the place of what it held: whoever reads it, also after a
 * crash, sees the one or the other whole. Its folder must exist.
 *
 * @throws what the file system says; then the file is as it was.
 */
export function replaceFile(path: string, text: string, mode: number): void {
  const beside = writeBeside(path, text, mode);
  try {
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

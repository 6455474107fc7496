import { opendir, stat } from 'node:fs/promises';
import type { FileFault } from './library.ts';
import type { RefreshJob } from './refresh.ts';

/** A refresh, and the device of the site's root as it was when last there; null if it was not asked. */
export type LiveJob = RefreshJob & { readonly device: number | null };

/**
 * The device a site's root lies on; null while the root is gone: it cannot be opened, or it is empty
 * and on another device than `before`, as the place of a disk that is not there. Waits for no disk:
 * one that hangs holds up nobody else.
 *
 * @param before what this gave when the root was last there; null if it was not asked
 */
export async function deviceOfRoot(root: string, before: number | null): Promise<number | null> {
  try {
    const folder = await opendir(root);
    try {
      const { dev } = await stat(root);
      const isOther = before !== null && dev !== before;
      return isOther && (await folder.read()) === null ? null : dev;
    } finally {
      await folder.close();
    }
  } catch {
    return null;
  }
}

/** The device of the root after a refresh with these faults; null if it was gone then, or is by now. */
export async function deviceAfter(
  { root, device }: LiveJob,
  faults: readonly FileFault[],
): Promise<number | null> {
  const isUnread = faults.some(({ path, fault }) => path === '.' && fault === 'unreadable');
  return isUnread ? null : deviceOfRoot(root, device);
}

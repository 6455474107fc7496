import { join } from 'node:path';
import { findSite } from '../../source/library/find-site.ts';
import { openLibrary } from '../../source/library/open-library.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import { openReader } from '../../source/reader/open-reader.tsx';
import type { ReaderSettings } from '../../source/reader/settings.ts';
import { freshEnvironment, root, temporaryFolder } from './home.ts';
import { readerSettings } from './reader-settings.ts';
import { openScreen, type Screen } from './screen.ts';

/** The morning after the newest post of `posts/`. */
const MORNING = Date.parse('2022-04-01T08:00:00+08:00');

export type OpenNewspaper = {
  readonly screen: Screen;
  /** Quits the reader; rejects with the error that has closed it, if one has. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the reader in this process on a folder of posts, `posts/` of the project unless given,
 * nothing marked yet; settles when all of it is loaded and drawn.
 */
export async function openNewspaper(
  columns: number,
  rows: number,
  settings: Partial<ReaderSettings> = {},
  folder = join(root, 'posts'),
): Promise<OpenNewspaper> {
  const found = findSite({ posts: folder, cwd: root });
  if (!found.found) throw new Error(found.message);
  const library = openLibrary(found.site);
  const screen = openScreen(columns, rows);
  const closed = openReader({
    library,
    marks: openMarks(join(temporaryFolder(), 'marks')),
    start: {},
    stdin: screen.stdin,
    stdout: screen.stdout,
    now: () => MORNING,
    // No program of this machine is started, whatever is pressed.
    env: { ...freshEnvironment(), PATH: '' },
    settings: { ...readerSettings, ...settings },
  });
  let failure: unknown;
  closed.catch(error => {
    failure = error;
  });
  await library.load();
  await screen.settle();
  return {
    screen,
    close: async () => {
      if (failure === undefined) await screen.send('\x1b', '\x1b', 'Q');
      await closed;
    },
  };
}

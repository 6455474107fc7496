import { identityOf, watchable, watchFolders } from './watch-folders.ts';

/** Milliseconds of quiet after which a burst of changes is looked at, and after which it is in any case. */
const QUIET = 120;
const LONGEST = 1500;
/** Milliseconds between two looks at a folder of which no event came: watching is a hint, no promise. */
const IDLE = 60_000;
/** Milliseconds between two looks for a folder that is gone: of its return comes no event. */
const GONE = 1500;
/** Milliseconds after which files that were changing while they were read are read again. */
const SETTLED = 2500;

/** What one look at the site says. */
export type Looked = {
  readonly folders: readonly string[];
  /** Whether no file was changing meanwhile. */
  readonly sure: boolean;
  /** Whether there was no site to look at. */
  readonly gone: boolean;
};

/** Which folders lie at these paths: one that took another's place is not watched with it. */
async function identitiesOf(folders: readonly string[]): Promise<string> {
  const own = watchable(folders).map(async folder => `${folder} ${await identityOf(folder)}`);
  return (await Promise.all(own)).join('\n');
}

/**
 * Looks at a site again whenever its folders hint at a change, and now and then: one look at a time.
 * The first comes at once. `look` must not reject. Gives back how to have it look, and how to stop.
 */
export function keepLooking(look: () => Promise<Looked>): {
  readonly hint: () => void;
  readonly stop: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  let unwatch = () => {};
  let watched = '';
  let since = 0;
  let looking = false;
  let again = false;
  let stopped = false;

  const after = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds).unref();
  };
  const hint = () => {
    if (stopped) return;
    again = true;
    if (looking) return;
    if (since === 0) since = Date.now();
    after(Math.max(0, Math.min(QUIET, since + LONGEST - Date.now())));
  };
  const run = async () => {
    looking = true;
    again = false;
    since = 0;
    const { folders, sure, gone } = await look();
    const identity = await identitiesOf(folders);
    looking = false;
    if (stopped) return;
    const isOther = identity !== watched;
    if (isOther) {
      unwatch();
      unwatch = watchFolders(folders, hint);
      watched = identity;
    }
    // What changed before a watch began has told nobody.
    const settled = sure && !isOther ? IDLE : SETTLED;
    after(gone ? GONE : settled);
    if (again) hint();
  };
  run();
  return {
    hint,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      unwatch();
    },
  };
}

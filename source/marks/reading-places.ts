import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../system/make-folder.ts';
import { replaceFile } from '../system/replace-file.ts';
import { appendLines, hostLog, type LogPosition, logFiles, readLog } from './host-log.ts';
import {
  formatPlaceLine,
  type PlaceLine,
  parsePlaceLine,
  type ReadingPlace,
} from './place-line.ts';

/** The screen a session ended on. */
export type LastPlace = {
  readonly screen: 'home' | 'category' | 'article';
  /** The list's category by its slug; null for all posts. */
  readonly category: string | null;
  /** Path of the post read, or of the one the cursor was on; null if there was none. */
  readonly post: string | null;
};

/** Where reading stopped, post by post, and where the last session ended. Posts go by path. */
export type ReadingPlaces = {
  /** Where reading that post stopped last, by any copy of kanbao; `undefined` if nowhere. */
  readonly stopped: (path: string) => ReadingPlace | undefined;
  /**
   * Keeps where reading stops; offset 0 forgets it. Never throws: a place that cannot be saved
   * holds until the process ends, for losing it is no harm worth a message.
   */
  readonly keep: (path: string, place: ReadingPlace) => void;
  /** Where the last session to end did; `undefined` if that is not known. */
  readonly last: () => LastPlace | undefined;
  /** Keeps where this session ends. Never throws. */
  readonly keepLast: (place: LastPlace) => void;
};

const screens = ['home', 'category', 'article'] as const;

function parseLast(text: string): LastPlace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { screen, category, post } = value as Partial<Record<keyof LastPlace, unknown>>;
  const known = screens.find(name => name === screen);
  const isName = (name: unknown): name is string | null =>
    name === null || typeof name === 'string';
  if (known === undefined || !isName(category) || !isName(post)) return undefined;
  return { screen: known, category, post };
}

/**
 * Opens the places kept in `folder`, an absolute path that need not exist: a site's state folder.
 * Its logs are read when somebody asks; several copies may use them at once.
 */
export function openPlaces(folder: string): ReadingPlaces {
  const logs = join(folder, 'places');
  const ownLog = hostLog(logs);
  const lastFile = join(folder, 'last-place.json');
  const places = new Map<string, PlaceLine>();
  const positions = new Map<string, LogPosition>();

  const take = (line: PlaceLine): void => {
    if (line.time >= (places.get(line.path)?.time ?? 0)) places.set(line.path, line);
  };

  const takeIn = (): void => {
    for (const log of logFiles(logs)) {
      const { lines, position } = readLog(log, positions.get(log), parsePlaceLine);
      if (position !== undefined) positions.set(log, position);
      for (const line of lines) take(line);
    }
  };

  return {
    stopped: path => {
      takeIn();
      const place = places.get(path);
      if (place === undefined || place.offset === 0) return undefined;
      return { offset: place.offset, length: place.length };
    },
    keep: (path, { offset, length }) => {
      takeIn();
      const known = places.get(path);
      if ((known?.offset ?? 0) === offset && (known?.length ?? length) === length) return;
      // Later than what is known, also when the clock has gone back.
      const time = Math.max(Date.now(), (known?.time ?? 0) + 1);
      const line: PlaceLine = { time, path, offset, length };
      take(line);
      appendLines(ownLog, [formatPlaceLine(line)]);
    },
    last: () => {
      try {
        return parseLast(readFileSync(lastFile, 'utf8'));
      } catch {
        return undefined;
      }
    },
    keepLast: place => {
      try {
        makeFolder(dirname(lastFile));
        replaceFile(lastFile, `${JSON.stringify(place)}\n`, 0o600);
      } catch {
        // The next session starts at home.
      }
    },
  };
}

import { reasonOf } from '../system/error-reason.ts';
import { appendLines, hostLog, type LogPosition, logFiles, readLog } from './host-log.ts';
import { kindsBefore, lastAction } from './last-action.ts';
import { formatMarkLine, type MarkKind, type MarkLine, parseMarkLine } from './mark-line.ts';
import { createStates } from './mark-states.ts';
import { watchFolder } from './watch-folder.ts';

/** Whether a mark is in the log; if not, it holds in this process only, and why. */
export type Marked = { readonly saved: true } | { readonly saved: false; readonly message: string };

/** What undo has taken back. */
export type Undone = {
  /** The marks that hold instead; none if there was nothing to take back. */
  readonly marks: readonly { readonly kind: MarkKind; readonly path: string }[];
  readonly marked: Marked;
};

/** What people did with the posts of a site: read and starred. Posts go by path from its root. */
export type Marks = {
  readonly isRead: (path: string) => boolean;
  readonly isStarred: (path: string) => boolean;
  /** Paths of all posts that are read, also of those that are there no more. */
  readonly readPaths: () => Iterable<string>;
  /** Never throws: a mark that cannot be saved is tried again with the next one, and says so. */
  readonly mark: (kind: MarkKind, path: string) => Marked;
  /** Marks all these posts as one action; saved only if every mark is. */
  readonly markMany: (kind: MarkKind, paths: readonly string[]) => Marked;
  /** Takes back this host's last action that still stands, also one of another session or copy. */
  readonly undo: () => Undone;
  /** Takes in what other processes appended since; true if that changed any post. */
  readonly refresh: () => boolean;
  /** Refreshes from now on whenever another process marks something; gives back how to stop. */
  readonly follow: () => () => void;
  /** Calls `listener` after every change; gives back how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * Opens the marks kept in `folder`, an absolute path that need not exist: all logs in it are read
 * when somebody asks, and this host's is appended to.
 */
export function openMarks(folder: string): Marks {
  const states = createStates();
  const positions = new Map<string, LogPosition>();
  const listeners = new Set<() => void>();
  const ownLog = hostLog(folder);
  /** Whether the logs have been read: long ones take a while, and not every command asks. */
  let isOpen = false;
  /** Marks that are not in the log yet. */
  let unsaved: readonly MarkLine[] = [];

  const takeIn = (): boolean => {
    isOpen = true;
    let changed = false;
    for (const log of logFiles(folder)) {
      const { lines, position } = readLog(log, positions.get(log), parseMarkLine);
      if (position !== undefined) positions.set(log, position);
      for (const line of lines) changed = states.take(line, log) || changed;
    }
    return changed;
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const refresh = (): boolean => {
    const changed = takeIn();
    if (changed) tell();
    return changed;
  };

  const save = (lines: readonly MarkLine[]): Marked => {
    unsaved = [...unsaved, ...lines];
    const { count, error } = appendLines(ownLog, unsaved.map(formatMarkLine));
    unsaved = unsaved.slice(count);
    if (unsaved.length === 0) return { saved: true };
    return { saved: false, message: `mark not saved: ${reasonOf(error)} (${ownLog})` };
  };

  /** `of`: what the marks of the action share. */
  const act = (
    marks: readonly { readonly kind: MarkKind; readonly path: string }[],
    of: Pick<MarkLine, 'batch' | 'isUndo'>,
  ): Marked => {
    // The time of a mark is later than that of every other one, whoever made it.
    let changed = takeIn();
    const lines = marks.map(({ kind, path }) => {
      return { time: states.timeFor(kind, path), path, kind, ...of };
    });
    const marked = save(lines);
    for (const line of lines) changed = states.take(line, ownLog) || changed;
    if (changed) tell();
    return marked;
  };

  const isOn = (property: 'read' | 'starred', path: string): boolean => {
    if (!isOpen) takeIn();
    return states.isOn(property, path);
  };

  return {
    isRead: path => isOn('read', path),
    isStarred: path => isOn('starred', path),
    readPaths: () => {
      if (!isOpen) takeIn();
      return states.pathsOn('read');
    },
    mark: (kind, path) => act([{ kind, path }], {}),
    markMany: (kind, paths) => {
      const batch = `${Date.now().toString(36)}-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
      const marks = [...new Set(paths)].map(path => ({ kind, path }));
      return marks.length === 0 ? { saved: true } : act(marks, marks.length === 1 ? {} : { batch });
    },
    undo: () => {
      const files = new Set([...logFiles(folder), ownLog]);
      const logs = [...files].map(name => {
        const { lines } = readLog(name, undefined, parseMarkLine);
        return { name, lines: name === ownLog ? [...lines, ...unsaved] : lines };
      });
      const action = lastAction(logs.find(({ name }) => name === ownLog)?.lines ?? []);
      if (action.length === 0) return { marks: [], marked: { saved: true } };
      const kinds = kindsBefore(action, ownLog, logs);
      const marks = action.map(({ path, kind }, index) => ({ path, kind: kinds[index] ?? kind }));
      return { marks, marked: act(marks, { isUndo: true }) };
    },
    refresh,
    follow: () => watchFolder(folder, refresh),
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import { reasonOf } from '../system/error-reason.ts';
import { LATEST, type MarkKind, type MarkLine } from './mark-line.ts';
import { appendToLog, hostLog, type LogPosition, logFiles, readLog } from './mark-log.ts';

/** Whether a mark is in the log; if not, it holds in this process only, and why. */
export type Marked = { readonly saved: true } | { readonly saved: false; readonly message: string };

/** What people did with the posts of a site: read and starred. Posts go by path from its root. */
export type Marks = {
  readonly isRead: (path: string) => boolean;
  readonly isStarred: (path: string) => boolean;
  /** Never throws: a mark that cannot be saved holds until the process ends, and says so. */
  readonly mark: (kind: MarkKind, path: string) => Marked;
  /** Takes in what other processes appended since; true if that changed any post. */
  readonly refresh: () => boolean;
  /** Calls `listener` after every change; gives back how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** The last word on one property of one post; equal times go by the log's name, so that every process agrees. */
type State = { readonly time: number; readonly log: string; readonly on: boolean };

/** Takes a mark into `states` unless a later one is there; true if the property's value changed. */
function apply(states: Map<string, State>, mark: MarkLine, log: string): boolean {
  const known = states.get(mark.path);
  const later =
    known === undefined || mark.time > known.time || (mark.time === known.time && log >= known.log);
  if (!later) return false;
  const on = mark.kind === 'read' || mark.kind === 'star';
  states.set(mark.path, { time: mark.time, log, on });
  return (known?.on ?? false) !== on;
}

/**
 * Opens the marks kept in `folder`, an absolute path that need not exist: all logs in it are read,
 * and this host's is appended to.
 */
export function openMarks(folder: string): Marks {
  const read = new Map<string, State>();
  const starred = new Map<string, State>();
  const positions = new Map<string, LogPosition>();
  const listeners = new Set<() => void>();
  const ownLog = hostLog(folder);

  const statesOf = (kind: MarkKind): Map<string, State> =>
    kind === 'read' || kind === 'unread' ? read : starred;

  const takeIn = (): boolean => {
    let changed = false;
    for (const log of logFiles(folder)) {
      const { lines, position } = readLog(log, positions.get(log));
      if (position !== undefined) positions.set(log, position);
      for (const line of lines) changed = apply(statesOf(line.kind), line, log) || changed;
    }
    return changed;
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  takeIn();

  return {
    isRead: path => read.get(path)?.on ?? false,
    isStarred: path => starred.get(path)?.on ?? false,
    mark: (kind, path) => {
      const states = statesOf(kind);
      // A clock that went back must not make the newest mark lose to an older one.
      const time = Math.min(LATEST, Math.max(Date.now(), (states.get(path)?.time ?? 0) + 1));
      const line: MarkLine = { time, path, kind };
      let marked: Marked = { saved: true };
      try {
        appendToLog(ownLog, line);
      } catch (error) {
        marked = { saved: false, message: `mark not saved: ${reasonOf(error)} (${ownLog})` };
      }
      if (apply(states, line, ownLog)) tell();
      return marked;
    },
    refresh: () => {
      const changed = takeIn();
      if (changed) tell();
      return changed;
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import { LATEST, type MarkKind, type MarkLine, propertyOf } from './mark-line.ts';

/** The last word on one property of one post; equal times go by the log's name, so that every process agrees. */
type State = { readonly time: number; readonly log: string; readonly on: boolean };

/** What all marks taken in so far say of each post. */
export type MarkStates = {
  readonly isOn: (property: 'read' | 'starred', path: string) => boolean;
  /** Paths of the posts of which that is said. */
  readonly pathsOn: (property: 'read' | 'starred') => readonly string[];
  /** Takes a mark of the named log in unless a later one is there; true if that changed its post. */
  readonly take: (line: MarkLine, log: string) => boolean;
  /**
   * The time of a mark made now: the clock's, but later than all known of its property, so that a
   * clock that went back does not make the newest mark lose to an older one.
   */
  readonly timeFor: (kind: MarkKind, path: string) => number;
};

/** Makes states of which nothing is said yet. */
export function createStates(): MarkStates {
  const states = { read: new Map<string, State>(), starred: new Map<string, State>() };
  return {
    isOn: (property, path) => states[property].get(path)?.on ?? false,
    pathsOn: property => [...states[property]].flatMap(([path, { on }]) => (on ? [path] : [])),
    take: (line, log) => {
      const [property, on] = propertyOf(line.kind);
      const known = states[property].get(line.path);
      if (known !== undefined) {
        const isLater = line.time > known.time || (line.time === known.time && log >= known.log);
        if (!isLater) return false;
      }
      states[property].set(line.path, { time: line.time, log, on });
      return (known?.on ?? false) !== on;
    },
    timeFor: (kind, path) => {
      const known = states[propertyOf(kind)[0]].get(path)?.time ?? 0;
      return Math.min(LATEST, Math.max(Date.now(), known + 1));
    },
  };
}

import { kindSetting, type MarkKind, type MarkLine, propertyOf } from './mark-line.ts';

/** A log's marks, in its order, and its name, which decides between equal times. */
export type Log = { readonly name: string; readonly lines: readonly MarkLine[] };

function keyOf({ path, kind }: MarkLine): string {
  return `${propertyOf(kind)[0]} ${path}`;
}

/**
 * The marks that undo takes back: those of the last action in a log that has not been taken back
 * yet. An action is a mark by itself, or all of one batch. None if there is nothing to undo.
 */
export function lastAction(lines: readonly MarkLine[]): readonly MarkLine[] {
  const standing = new Map<string, MarkLine[]>();
  const undone = new Set<MarkLine>();
  for (const line of lines) {
    const key = keyOf(line);
    const stack = standing.get(key) ?? [];
    if (!line.isUndo) stack.push(line);
    else {
      const taken = stack.pop();
      if (taken !== undefined) undone.add(taken);
    }
    standing.set(key, stack);
  }
  const last = lines.findLast(line => !line.isUndo && !undone.has(line));
  if (last === undefined || last.batch === undefined) return last === undefined ? [] : [last];
  const { batch } = last;
  return lines.filter(line => line.batch === batch && !line.isUndo && !undone.has(line));
}

function isEarlier(a: MarkLine, aLog: string, b: MarkLine, bLog: string): boolean {
  return a.time < b.time || (a.time === b.time && aLog < bLog);
}

/**
 * What each of the marks of an action set off: the kind that sets its property to what all the
 * logs said of it before.
 *
 * @param action Marks of the log named `name`, out of `logs`.
 */
export function kindsBefore(
  action: readonly MarkLine[],
  name: string,
  logs: readonly Log[],
): readonly MarkKind[] {
  const marks = new Map(action.map(mark => [keyOf(mark), mark]));
  const before = new Map<string, { readonly line: MarkLine; readonly log: string }>();
  for (const log of logs) {
    for (const line of log.lines) {
      const key = keyOf(line);
      const mark = marks.get(key);
      if (mark === undefined || line === mark || !isEarlier(line, log.name, mark, name)) continue;
      const known = before.get(key);
      if (known === undefined || !isEarlier(line, log.name, known.line, known.log)) {
        before.set(key, { line, log: log.name });
      }
    }
  }
  return action.map(mark => {
    const known = before.get(keyOf(mark));
    return kindSetting(mark.kind, known !== undefined && propertyOf(known.line.kind)[1]);
  });
}

/** What can be said of a post. */
export const markKinds = ['read', 'unread', 'star', 'unstar'] as const;
export type MarkKind = (typeof markKinds)[number];

export type MarkLine = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The post's path from the site's root. */
  readonly path: string;
  readonly kind: MarkKind;
};

/** The latest time a line may carry: beyond it numbers are no longer exact. */
export const LATEST = Number.MAX_SAFE_INTEGER;

// A path may hold any character but NUL and `/`; these would end a field or a line, or be the escape.
const needsEscape = /[\u0000-\u001f\u007f-\u009f%]/g;

function escapePath(path: string): string {
  return path.replace(needsEscape, character => encodeURIComponent(character));
}

function unescapePath(field: string): string | undefined {
  try {
    return decodeURIComponent(field);
  } catch {
    return undefined;
  }
}

/**
 * One mark as a line of a log, its LF included: time, TAB, path, TAB, kind. The kind comes last
 * because none is the beginning of another: a line that was cut off is never taken for a whole one.
 */
export function formatMarkLine({ time, path, kind }: MarkLine): string {
  return `${time}\t${escapePath(path)}\t${kind}\n`;
}

/** Reads a line without its LF; `undefined` for a damaged one. */
export function parseMarkLine(line: string): MarkLine | undefined {
  const [time, field, kind, ...more] = line.split('\t');
  if (time === undefined || field === undefined || more.length > 0) return undefined;
  if (!/^[0-9]{1,16}$/.test(time) || Number(time) > LATEST || field === '') return undefined;
  const known = markKinds.find(name => name === kind);
  const path = unescapePath(field);
  if (known === undefined || path === undefined) return undefined;
  return { time: Number(time), path, kind: known };
}

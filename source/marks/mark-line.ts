/** What can be said of a post. */
export const markKinds = ['read', 'unread', 'star', 'unstar'] as const;
export type MarkKind = (typeof markKinds)[number];

export type MarkLine = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The post's path from the site's root. */
  readonly path: string;
  readonly kind: MarkKind;
  /** A name that the marks of one action share, if it made several. */
  readonly batch?: string;
  /** Whether it takes the last mark of its property back, and `kind` says what held before that. */
  readonly isUndo?: true;
};

/** The latest time a line may carry: beyond it numbers are no longer exact. */
export const LATEST = Number.MAX_SAFE_INTEGER;

/** Before a kind: the mark takes another one back. */
const UNDO = 'undo-';

// A path may hold any character but NUL and `/`; these would end a field or a line, or be the escape.
const needsEscape = /[\u0000-\u001f\u007f-\u009f%]/g;

export function escapePath(path: string): string {
  return path.replace(needsEscape, character => encodeURIComponent(character));
}

/** What `escapePath` was given; `undefined` for what it never gives. */
export function unescapePath(field: string): string | undefined {
  if (field === '') return undefined;
  if (!field.includes('%')) return field;
  try {
    return decodeURIComponent(field);
  } catch {
    return undefined;
  }
}

/** The time in a field; `undefined` for what is none. */
export function parseTime(field: string): number | undefined {
  if (field.length === 0 || field.length > 16) return undefined;
  let time = 0;
  for (let at = 0; at < field.length; at++) {
    const digit = field.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    time = time * 10 + digit;
  }
  return time <= LATEST ? time : undefined;
}

/** The property of a post that a kind of mark sets, and whether it is on then. */
export function propertyOf(kind: MarkKind): readonly ['read' | 'starred', boolean] {
  const property = kind === 'read' || kind === 'unread' ? 'read' : 'starred';
  return [property, kind === 'read' || kind === 'star'];
}

/** The kind of mark that sets the same property as `kind`, on or off. */
export function kindSetting(kind: MarkKind, on: boolean): MarkKind {
  if (propertyOf(kind)[0] === 'read') return on ? 'read' : 'unread';
  return on ? 'star' : 'unstar';
}

/**
 * One mark as a line of a log, its LF included: time, path, the batch if there is one, kind, with
 * TABs between them. The kind comes last because none is the beginning of another: a line that was
 * cut off is never taken for a whole one.
 */
export function formatMarkLine({ time, path, kind, batch, isUndo }: MarkLine): string {
  const group = batch === undefined ? '' : `${batch}\t`;
  return `${time}\t${escapePath(path)}\t${group}${isUndo ? UNDO : ''}${kind}\n`;
}

/** What the last field says: a kind, and whether it takes a mark back. */
const words: ReadonlyMap<string, Pick<MarkLine, 'kind' | 'isUndo'>> = new Map(
  markKinds.flatMap(kind => [
    [kind, { kind }],
    [UNDO + kind, { kind, isUndo: true }],
  ]),
);

/** Reads a line without its LF; `undefined` for a damaged one. A log may hold 100,000 of them. */
export function parseMarkLine(line: string): MarkLine | undefined {
  const last = line.lastIndexOf('\t');
  const word = words.get(line.slice(last + 1));
  if (word === undefined) return undefined;
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  const time = parseTime(line.slice(0, first));
  const path = unescapePath(line.slice(first + 1, second));
  if (second < 0 || time === undefined || path === undefined) return undefined;
  const { kind, isUndo } = word;
  if (second === last && !isUndo) return { time, path, kind };
  const batch = line.slice(second + 1, last);
  if (second !== last && (batch === '' || batch.includes('\t'))) return undefined;
  return {
    time,
    path,
    kind,
    ...(second === last ? {} : { batch }),
    ...(isUndo ? { isUndo } : {}),
  };
}

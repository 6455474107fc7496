import { escapePath, parseTime, unescapePath } from './mark-line.ts';

/** Where reading a post stopped. */
export type ReadingPlace = {
  /** Characters of the article's text before the first line on the screen. */
  readonly offset: number;
  /** Characters of the whole text then. */
  readonly length: number;
};

export type PlaceLine = ReadingPlace & {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** The post's path from the site's root. */
  readonly path: string;
};

/**
 * A place as a line of a log, its LF included: time, path, offset and length, with TABs between
 * them, and a full stop at the end, without which a line was cut off.
 */
export function formatPlaceLine({ time, path, offset, length }: PlaceLine): string {
  return `${time}\t${escapePath(path)}\t${offset}\t${length}\t.\n`;
}

/** Reads a line without its LF; `undefined` for a damaged one. */
export function parsePlaceLine(line: string): PlaceLine | undefined {
  const fields = line.split('\t');
  const [timeField = '', pathField = '', offsetField = '', lengthField = '', end] = fields;
  if (fields.length !== 5 || end !== '.') return undefined;
  const time = parseTime(timeField);
  const path = unescapePath(pathField);
  const offset = parseTime(offsetField);
  const length = parseTime(lengthField);
  if (time === undefined || path === undefined) return undefined;
  if (offset === undefined || length === undefined || offset > length) return undefined;
  return { time, path, offset, length };
}

/** What a post's header (front matter) says, whatever language it is written in. */

import type { Fault } from './post.ts';

/** A scalar is always text, as written: no value becomes a number, date or boolean. null: empty. */
export type HeaderValue = string | null | readonly HeaderValue[] | HeaderMap;
export type HeaderMap = ReadonlyMap<string, HeaderValue>;

export type Header = {
  readonly fields: HeaderMap;
  /** Keys whose value stands in quotes: a quoted date is text to YAML, not a timestamp. */
  readonly quoted: ReadonlySet<string>;
  readonly faults: readonly Fault[];
};

export const NO_FIELDS: HeaderMap = new Map();

/** Longest text made of a list or map: an alias bomb is small in memory but not when written out. */
const LONGEST = 10_000;
/** Lists in lists that are written out; one that holds itself has no end. */
const DEEPEST = 20;

export function isMap(value: HeaderValue | undefined): value is HeaderMap {
  return value instanceof Map;
}

export function isList(value: HeaderValue | undefined): value is readonly HeaderValue[] {
  return Array.isArray(value);
}

/**
 * A value as one text: a list's parts joined by commas, a map's as `key: value`. null where there
 * is nothing. At most some 10,000 UTF-16 units of a list or map.
 */
export function textOf(value: HeaderValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  let left = LONGEST;
  const write = (part: HeaderValue, depth: number): string => {
    if (left <= 0 || depth > DEEPEST || part === null) return '';
    left -= 2;
    if (typeof part === 'string') {
      left -= part.length;
      return part;
    }
    const parts: string[] = [];
    const entries = isMap(part) ? part.entries() : part.map(item => ['', item] as const);
    for (const [key, item] of entries) {
      if (left <= 0) break;
      parts.push(key === '' ? write(item, depth + 1) : `${key}: ${write(item, depth + 1)}`);
    }
    return parts.join(', ');
  };
  const text = write(value, 0);
  return text === '' ? null : text;
}

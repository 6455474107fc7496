/**
 * The full YAML reader, for headers that the line scanner leaves: gray-matter on a header we found
 * ourselves, with a current YAML engine under it. Loaded only when a header needs it.
 */

import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, mergeTag, nullCoreTag, YAMLException } from 'js-yaml';
import type { HeaderValue } from './header.ts';

/**
 * Scalars stay text (`no`, `12:30`, `007`, dates); only what is empty or null is null. `<<` merges
 * maps, as in the YAML 1.1 that Ruby reads.
 */
const SCHEMA = FAILSAFE_SCHEMA.withTags(nullCoreTag, mergeTag);

/** Fences no header holds: YAML allows no control characters, so nothing inside can end it early. */
const DELIMITERS: [string, string] = ['\u0001header', '\u0001end'];

function refuse(): never {
  throw new Error('only YAML, TOML and JSON headers are read');
}

const REFUSED = { parse: refuse, stringify: refuse };

const ENGINES = {
  yaml: {
    parse: (text: string): object => {
      return { value: load(text, { schema: SCHEMA, json: true }) };
    },
    stringify: refuse,
  },
  json: REFUSED,
  javascript: REFUSED,
  js: REFUSED,
  coffee: REFUSED,
  toml: REFUSED,
};

/** Turns what js-yaml built into maps; a value shared by aliases is turned once. */
function headerValueOf(value: unknown, done: Map<object, HeaderValue>): HeaderValue {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  const known = done.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: HeaderValue[] = [];
    done.set(value, list);
    for (const item of value) list.push(headerValueOf(item, done));
    return list;
  }
  const map = new Map<string, HeaderValue>();
  done.set(value, map);
  for (const [key, item] of Object.entries(value)) map.set(key, headerValueOf(item, done));
  return map;
}

export type YamlReading =
  | { readonly read: 'value'; readonly value: HeaderValue }
  /** `line` counts from 0 in the text. */
  | { readonly read: 'bad'; readonly line: number; readonly reason: string };

/** Lines of a header that may hang too far left before it counts as broken. */
const MOST_HANGING = 40;
/** Characters read again in all for the sake of such lines, each of which costs reading the header. */
const MOST_REREAD = 1_000_000;

/**
 * Reads YAML text; of duplicated keys the last wins. A quoted text that goes on at a line's start
 * is taken as libyaml takes it, with which Jekyll reads, although YAML wants it indented. Never throws.
 */
export function readYaml(text: string): YamlReading {
  let lines: string[] | null = null;
  const most = Math.min(MOST_HANGING, MOST_REREAD / text.length);
  for (let hanging = 0; ; hanging++) {
    const reading = readStrictly(lines === null ? text : lines.join('\n'));
    if (reading.read === 'value' || !reading.reason.includes('deficient indentation'))
      return reading;
    if (hanging >= most) return reading;
    lines ??= text.split('\n');
    lines[reading.line] = `  ${lines[reading.line] ?? ''}`;
  }
}

function readStrictly(text: string): YamlReading {
  try {
    const source = `${DELIMITERS[0]}\n${text}\n${DELIMITERS[1]}\n`;
    const { data } = matter(source, { delimiters: DELIMITERS, language: 'yaml', engines: ENGINES });
    const value = 'value' in data ? data.value : null;
    return { read: 'value', value: headerValueOf(value, new Map()) };
  } catch (error) {
    const mark = error instanceof YAMLException ? error.mark : undefined;
    const reason = error instanceof YAMLException ? error.reason : 'it is nested too deep';
    // gray-matter hands on the line end after its fence too.
    return { read: 'bad', line: Math.max(0, (mark?.line ?? 0) - 1), reason };
  }
}

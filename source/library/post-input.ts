/** What a post is built from. */

import type { Header, HeaderMap, HeaderValue } from './header.ts';
import { pathBelow, type SiteRules } from './site-rules.ts';
import { type Zone, zoneOf } from './zone.ts';

/** What was read of a file. */
export type ReadHeader = {
  readonly header: Header;
  /** Whether the file has a header at all. */
  readonly found: boolean;
  /** Whether it was meant to have one, although nothing closes it. */
  readonly meant: boolean;
  /** Line of the file on which a key stands, 1 if it is not there. */
  readonly lineOf: (key: string) => number;
};

/** A header's value, or what the site's defaults say where it has none. */
export type Fields = (key: string) => HeaderValue | undefined;

/** A site's rules and what is computed from them once. */
export type BuildRules = {
  readonly root: string;
  readonly rules: SiteRules;
  readonly defaultsOf: (path: string) => HeaderMap;
  /** Zone of times that name none; null: not configured. */
  readonly zone: Zone | null;
  /** Gives equal lists back as one and the same: few of many posts' are different. */
  readonly shared: (list: readonly string[]) => readonly string[];
};

/** Lists that are remembered: those that are many posts' come early. */
const MOST_SHARED = 10_000;

/** Prepares a site's rules for building posts. */
export function buildRules(
  root: string,
  rules: SiteRules,
  defaultsOf: (path: string) => HeaderMap,
): BuildRules {
  const lists = new Map<string, readonly string[]>();
  const shared = (list: readonly string[]) => {
    const key = list.length === 1 ? (list[0] ?? '') : list.join('\n');
    const known = lists.get(key);
    if (known !== undefined) return known;
    if (lists.size < MOST_SHARED) lists.set(key, list);
    return list;
  };
  const zone = rules.timezone === null ? null : zoneOf(rules.timezone);
  const own = (path: string) => defaultsOf(pathBelow(path, rules.base));
  return { root, rules, defaultsOf: own, zone, shared };
}

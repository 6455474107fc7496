import { scopeTest } from './glob.ts';
import type { HeaderMap, HeaderValue } from './header.ts';
import type { DefaultSet } from './site-rules.ts';

/** Jekyll's `has_precedence?`: the longer path wins, then a scope that names a type, then the later. */
function outranks(set: DefaultSet, before: DefaultSet | null): boolean {
  if (before === null) return true;
  if (set.path.length !== before.path.length) return set.path.length > before.path.length;
  return set.typed || !before.typed;
}

/**
 * Front matter defaults (https://jekyllrb.com/docs/configuration/front-matter-defaults/). In: the
 * sets. Out: what holds for a post by its path from the site's root (without `collections_dir`).
 */
export function defaultsFor(sets: readonly DefaultSet[]): (path: string) => HeaderMap {
  const tested = sets.map(set => ({ set, applies: scopeTest(set.path) }));
  const none: HeaderMap = new Map();
  if (tested.length === 0) return () => none;
  const merged = new Map<string, HeaderMap>();
  return path => {
    const applying = tested.filter(({ applies }) => applies(path));
    if (applying.length === 0) return none;
    const key = applying.map(({ set }) => tested.findIndex(other => other.set === set)).join();
    let values = merged.get(key);
    if (values === undefined) {
      values = merge(applying.map(({ set }) => set));
      merged.set(key, values);
    }
    return values;
  };
}

function merge(sets: readonly DefaultSet[]): HeaderMap {
  let values: ReadonlyMap<string, HeaderValue> = new Map();
  let strongest: DefaultSet | null = null;
  for (const set of sets) {
    if (outranks(set, strongest)) {
      values = new Map([...values, ...set.values]);
      strongest = set;
    } else values = new Map([...set.values, ...values]);
  }
  return values;
}

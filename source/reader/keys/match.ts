import { type Action, bindings, type ScreenName } from './bindings.ts';

export type Match = {
  /** What has been typed and waits for more: `42`, `#2`, or nothing. */
  readonly pending: string;
  /** undefined: the key only changed `pending`, or means nothing here. */
  readonly action: Action | undefined;
  /** The number typed before the key, or the link to follow; null if none. */
  readonly count: number | null;
};

/** Counts above this are of no use and would only fill the status line. */
const LONGEST_COUNT = 7;

const tables = new Map<ScreenName, ReadonlyMap<string, Action>>();

function tableOf(screen: ScreenName): ReadonlyMap<string, Action> {
  const known = tables.get(screen);
  if (known !== undefined) return known;
  const table = new Map<string, Action>();
  for (const binding of bindings) {
    if (!binding.screens.includes(screen)) continue;
    for (const key of binding.keys) table.set(key, binding.action);
  }
  tables.set(screen, table);
  return table;
}

const nothing: Match = { pending: '', action: undefined, count: null };

function matchLinkNumber(pending: string, key: string): Match {
  const digits = pending.slice(1);
  if (/^[0-9]$/.test(key) && digits.length < LONGEST_COUNT) {
    return { ...nothing, pending: pending + key };
  }
  if (key === 'Backspace' && digits !== '') return { ...nothing, pending: pending.slice(0, -1) };
  if (key === 'Enter' && digits !== '') {
    return { pending: '', action: 'follow-number', count: Number(digits) };
  }
  return nothing;
}

/**
 * What one key means.
 *
 * @param pending what the keys before it left waiting (`Match.pending`)
 * @param key its name, as in the table of bindings
 * @returns in an article, Enter after digits follows the link of that number; before other keys
 *   digits are a count
 */
export function matchKey(pending: string, key: string, screen: ScreenName): Match {
  if (pending.startsWith('#')) return matchLinkNumber(pending, key);
  if (/^[1-9]$/.test(key) || (key === '0' && pending !== '')) {
    return { ...nothing, pending: (pending + key).slice(0, LONGEST_COUNT) };
  }
  if (key === '#' && screen === 'article') return { ...nothing, pending: '#' };
  if (key === 'Enter' && screen === 'article' && pending !== '') {
    return { pending: '', action: 'follow-number', count: Number(pending) };
  }
  // A lone Esc takes back a count before it means anything else.
  if (key === 'Esc' && pending !== '') return nothing;
  return {
    pending: '',
    action: tableOf(screen).get(key),
    count: pending === '' ? null : Number(pending),
  };
}

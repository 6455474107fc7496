import { type Action, type ScreenName, takesText } from './actions.ts';
import type { Keymap } from './keymap.ts';

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

/** The text a key types; empty if it is no character. */
export function typedText(key: string): string {
  if (key === 'Space') return ' ';
  return Array.from(key).length === 1 ? key : '';
}

/**
 * What one key means.
 *
 * @param pending what the keys before it left waiting (`Match.pending`)
 * @param key its name, as in the table of bindings
 * @returns where text is typed, every character without a meaning of its own is `type`; in an
 *   article, Enter after digits follows the link of that number; before other keys digits are a
 *   count
 */
export function matchKey(
  pending: string,
  key: string,
  screen: ScreenName,
  { actionOf }: Pick<Keymap, 'actionOf'>,
): Match {
  const action = actionOf(screen, key);
  if (takesText(screen)) {
    const typed = action ?? (typedText(key) === '' ? undefined : 'type');
    return { ...nothing, action: typed };
  }
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
  return { pending: '', action, count: pending === '' ? null : Number(pending) };
}

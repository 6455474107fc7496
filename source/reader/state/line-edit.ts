import type { Action } from '../keys/actions.ts';
import { typedText } from '../keys/match.ts';
import { type Entry, editEntry, typeText } from './entry.ts';

/** The line after a key; undefined if the key does not edit it. */
export function editLine(entry: Entry, action: Action, key: string): Entry | undefined {
  return action === 'type' ? typeText(entry, typedText(key)) : editEntry(entry, action);
}

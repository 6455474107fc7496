import { useInput, usePaste } from 'ink';
import { keyNames } from '../keys/input.ts';
import type { ReaderStore } from '../store.ts';

/** Hands every key of the terminal to the store, each chunk in order, and text pasted into it. */
export function useKeys(store: ReaderStore): void {
  useInput((input, key) => store.press(keyNames(input, key)));
  usePaste(text => store.dispatch({ type: 'paste', text }));
}

import { useApp } from 'ink';
import { useEffect } from 'react';
import type { ReaderStore } from '../store.ts';

/** Lets the store lend the terminal: left as it was, drawn anew when it comes back. */
export function useLending(store: ReaderStore): void {
  const { suspendTerminal } = useApp();
  useEffect(() => store.onLend(work => suspendTerminal(work)), [store, suspendTerminal]);
}

import { useApp } from 'ink';
import { useEffect } from 'react';
import { stopUntilContinued } from '../../system/suspend.ts';
import type { ReaderStore } from '../store.ts';

/** Lets the store give the terminal back to the shell: left as it was, drawn anew after `fg`. */
export function useSuspend(store: ReaderStore): void {
  const { suspendTerminal } = useApp();
  useEffect(
    () => store.onSuspend(() => suspendTerminal(stopUntilContinued)),
    [store, suspendTerminal],
  );
}

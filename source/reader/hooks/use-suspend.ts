import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { useApp } from 'ink';
import { useEffect } from 'react';
import type { ReaderStore } from '../store.ts';

/**
 * How long to wait for the stop to take hold. A group without a shell above it cannot be stopped
 * (POSIX, orphaned process groups): then the reader comes back by itself.
 */
const STOP_MILLISECONDS = 200;

/** Stops the whole foreground group, as a terminal's own Ctrl-Z does; settles when it goes on. */
async function stopUntilContinued(): Promise<void> {
  const waiting = new AbortController();
  const continued = once(process, 'SIGCONT', { signal: waiting.signal });
  process.kill(0, 'SIGTSTP');
  await Promise.race([continued, sleep(STOP_MILLISECONDS)]);
  waiting.abort();
  await continued.catch(() => undefined);
}

/** Lets the store give the terminal back to the shell: left as it was, drawn anew after `fg`. */
export function useSuspend(store: ReaderStore): void {
  const { suspendTerminal } = useApp();
  useEffect(
    () => store.onSuspend(() => suspendTerminal(stopUntilContinued)),
    [store, suspendTerminal],
  );
}

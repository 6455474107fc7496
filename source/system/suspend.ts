import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long to wait for the stop to take hold. A group without a shell above it cannot be stopped
 * (POSIX, orphaned process groups): then the program goes on by itself.
 */
const STOP_MILLISECONDS = 200;

/**
 * Stops the whole foreground group, as a terminal's own Ctrl-Z does. Settles when the group goes
 * on, or after a moment if it could not be stopped; never rejects for that.
 */
export async function stopUntilContinued(): Promise<void> {
  const waiting = new AbortController();
  const continued = once(process, 'SIGCONT', { signal: waiting.signal });
  process.kill(0, 'SIGTSTP');
  await Promise.race([continued, sleep(STOP_MILLISECONDS)]);
  waiting.abort();
  await continued.catch(() => undefined);
}

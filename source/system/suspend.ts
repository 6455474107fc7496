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

/** Lends the terminal, left as the shell had it, for as long as the work lasts. */
type Lend = (work: () => Promise<void>) => Promise<void>;

export type Stops = {
  /** As the `lend` it was made with; a stop meanwhile leaves the terminal to whoever has it. */
  readonly lend: Lend;
  /** Stops the foreground group with the terminal lent. */
  readonly stop: () => Promise<void>;
  readonly forget: () => void;
};

/**
 * Has a stop that others ask for (SIGTSTP by `kill`, or typed at a program that was lent the
 * terminal) leave the terminal as one of our own does.
 *
 * @param failed Told why the terminal could not be lent or taken back.
 */
export function createStops(lend: Lend, failed: (error: unknown) => void): Stops {
  let lent = 0;
  const stopped = async (): Promise<void> => {
    process.off('SIGTSTP', told);
    try {
      await (lent > 0 ? stopUntilContinued() : lend(stopUntilContinued));
    } finally {
      process.on('SIGTSTP', told);
    }
  };
  const told = (): void => {
    stopped().catch(failed);
  };
  process.on('SIGTSTP', told);
  return {
    lend: async work => {
      lent += 1;
      try {
        await lend(work);
      } finally {
        lent -= 1;
      }
    },
    stop: stopped,
    forget: () => process.off('SIGTSTP', told),
  };
}

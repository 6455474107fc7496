import { isForAnother } from './keyboard-signals.ts';

/** A mode of the terminal that we set and that must be off again whatever happens. */
export type TerminalMode = {
  readonly on: () => void;
  /** Off for now: others have the terminal. */
  readonly off: () => void;
  /** Off for good. */
  readonly end: () => void;
};

const fatal = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;

/**
 * Has `undo` called after any exit of the process and after a signal that ends it, whose end is not
 * held up. Gives back how to have it forgotten.
 */
export function undoAtEnd(undo: () => void): () => void {
  const forgets = fatal.map(signal => {
    const end = (): void => {
      if (isForAnother(signal)) return;
      process.off(signal, end);
      undo();
      // Others clean up at the signal too, unless it seems to be ours alone: it comes again.
      setImmediate(() => process.kill(process.pid, signal));
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  process.once('exit', undo);
  return () => {
    for (const forget of forgets) forget();
    process.off('exit', undo);
  };
}

/**
 * Makes a mode that is switched with two control sequences. It is off after `end`, after any exit
 * of the process and after a signal that ends it.
 *
 * @param write Sends a sequence to the terminal at once.
 */
export function createMode(
  sequences: { readonly on: string; readonly off: string },
  write: (sequence: string) => void,
): TerminalMode {
  let isOn = false;
  const off = (): void => {
    if (!isOn) return;
    isOn = false;
    try {
      write(sequences.off);
    } catch {
      // The terminal has gone.
    }
  };
  const forget = undoAtEnd(off);
  return {
    on: () => {
      if (isOn) return;
      isOn = true;
      write(sequences.on);
    },
    off,
    end: () => {
      off();
      forget();
    },
  };
}

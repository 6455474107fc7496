/** What the keyboard sends to the whole foreground group: Ctrl-C and Ctrl-\. */
const keyboardSignals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];

let lent = 0;

/** Whether a signal is meant for a program that was lent the terminal, and so not for us. */
export function isForAnother(signal: NodeJS.Signals): boolean {
  return lent > 0 && keyboardSignals.includes(signal);
}

/** Leaves what the keyboard sends to the whole group to another program for as long as it runs. */
export async function leaveKeyboardSignals<T>(run: () => Promise<T>): Promise<T> {
  const ignore = (): void => undefined;
  for (const signal of keyboardSignals) process.on(signal, ignore);
  lent += 1;
  try {
    return await run();
  } finally {
    lent -= 1;
    for (const signal of keyboardSignals) process.off(signal, ignore);
  }
}

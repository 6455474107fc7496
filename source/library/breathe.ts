/** Lets everything else that waits have its turn: keys, timers, other reads. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

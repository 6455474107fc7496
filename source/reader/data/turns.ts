/** Less than half of what a key may take, so that a key between two turns is in time. */
const TURN_MILLISECONDS = 4;

/** Long work that gives way to keys between its turns. */
export type Job = { readonly cancel: () => void };

/**
 * Runs `steps` to their end in turns of 4 milliseconds, the first of them at once: short work is
 * done when this returns. `told` is called after every later turn.
 */
export function runInTurns(steps: Iterator<void, void>, told: () => void): Job {
  let isCancelled = false;
  const turn = (): boolean => {
    const end = performance.now() + TURN_MILLISECONDS;
    do {
      if (steps.next().done) return true;
    } while (performance.now() < end);
    return false;
  };
  const later = (): void => {
    if (isCancelled) return;
    const isDone = turn();
    if (!isDone) setImmediate(later);
    told();
  };
  if (!turn()) setImmediate(later);
  return {
    cancel: () => {
      isCancelled = true;
    },
  };
}

const RUN = 256;

/** Sorts in place, stably: runs of 256 items, then merges; a pause is possible after each. */
export function* sortSteps<T>(
  items: T[],
  compare: (a: T, b: T) => number,
): Generator<void, void, void> {
  for (let from = 0; from < items.length; from += RUN) {
    const run = items.slice(from, from + RUN).sort(compare);
    for (const [index, item] of run.entries()) items[from + index] = item;
    yield;
  }
  for (let size = RUN; size < items.length; size *= 2) {
    for (let from = 0; from + size < items.length; from += 2 * size) {
      const left = items.slice(from, from + size);
      const end = Math.min(from + 2 * size, items.length);
      let [a, b, to] = [0, from + size, from];
      while (a < left.length) {
        const first = left[a] as T;
        const second = items[b];
        const takesSecond = b < end && compare(second as T, first) < 0;
        items[to] = takesSecond ? (second as T) : first;
        if (takesSecond) b += 1;
        else a += 1;
        to += 1;
        if (to % RUN === 0) yield;
      }
    }
  }
}

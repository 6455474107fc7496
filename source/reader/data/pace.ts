/**
 * Gives back a function that does `work` at most once in `milliseconds`: at once if it has not been
 * done for so long, else when that time is over. What waits does not keep the program alive.
 */
export function paced(work: () => void, milliseconds: number): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const run = (): void => {
    timer = undefined;
    last = performance.now();
    work();
  };
  return () => {
    if (timer !== undefined) return;
    const left = last + milliseconds - performance.now();
    if (left <= 0) run();
    else timer = setTimeout(run, left).unref();
  };
}

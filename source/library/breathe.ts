/** Milliseconds of work between two pauses: less than half a frame of a reader. */
const TURN = 8;

/** Lets everything else that waits have its turn: keys, timers, other reads. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Long work, cut into turns of 8 milliseconds. */
export type Turns = {
  readonly isOver: () => boolean;
  /** Lets the others have their turn, then begins a new one. */
  readonly next: () => Promise<void>;
};

/** Begins the first turn. Its clock is `Date.now`: loading `performance` costs one at the start. */
export function takeTurns(): Turns {
  let started = Date.now();
  return {
    isOver: () => Date.now() - started >= TURN,
    next: async () => {
      await breathe();
      started = Date.now();
    },
  };
}

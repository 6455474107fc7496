import type { Post } from '../library/post.ts';
import { createContext, type ReaderData } from './data.ts';
import { awaitedLink, type ReaderEvent, type ReaderState, startState, step } from './navigation.ts';
import type { Context } from './state/context.ts';
import type { Size } from './state/geometry.ts';
import { currentPlace } from './state/history.ts';
import type { Effect } from './state/outcome.ts';

/** How long after a digit another key still makes it a count; then its link is followed. */
export const DIGIT_MILLISECONDS = 400;

/** What the store asks of the terminal it runs in. */
export type TerminalDoor = {
  /** Closes the reader; with an error, because of it. */
  readonly end: (error?: unknown) => void;
  /** Draws every cell anew. */
  readonly redraw: () => void;
};

export type Snapshot = { readonly state: ReaderState; readonly context: Context };

/** The reader's state, and the only place where its effects happen. */
export type ReaderStore = {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  readonly snapshot: () => Snapshot;
  /** Keys by name, as they came in one chunk. */
  readonly press: (keys: readonly string[]) => void;
  readonly resize: (size: Size) => void;
  /** Something beside the keys has changed: library, marks or articles. */
  readonly refresh: () => void;
  /** Articles can be opened from now on. */
  readonly opened: () => void;
  /** Closes the reader because of an error outside it. */
  readonly fail: (error: unknown) => void;
  /** How to hand the terminal over to the shell; gives back how to forget it. */
  readonly onSuspend: (suspend: () => Promise<void>) => () => void;
};

/** Makes the store. `start.post` is opened at once. */
export function createStore(
  data: ReaderData,
  start: { readonly post?: Post },
  size: Size,
  door: TerminalDoor,
): ReaderStore {
  const listeners = new Set<() => void>();
  let suspend: (() => Promise<void>) | undefined;
  let digitTimer: NodeJS.Timeout | undefined;
  let ended = false;
  let current: Snapshot = { state: startState(start.post), context: createContext(data, size) };

  const change = (state: ReaderState, context: Context): void => {
    current = { state, context };
    for (const listener of [...listeners]) listener();
  };

  const apply = (event: ReaderEvent): void => {
    const { state, effects } = step(current.state, event, current.context);
    current = { ...current, state };
    for (const effect of effects) perform(effect);
    const place = currentPlace(current.state.history);
    if (place.screen !== 'article' || !data.open(place.post)) return;
    const isNew = !place.seen && current.context.opened(place.post).status === 'ready';
    if (isNew || current.state.waiting.length > 0) apply({ type: 'opened' });
  };

  const waitForKeys = (): void => {
    clearTimeout(digitTimer);
    if (ended || awaitedLink(current.state, current.context) === 0) return;
    const followed = (): void => {
      apply({ type: 'waited' });
      change(current.state, current.context);
    };
    digitTimer = setTimeout(() => guarded(followed), DIGIT_MILLISECONDS).unref();
  };

  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case 'quit':
        ended = true;
        door.end();
        break;
      case 'redraw':
        door.redraw();
        break;
      case 'suspend':
        suspend?.().catch(fail);
        break;
      case 'mark': {
        const marked = data.mark(effect.kind, effect.post);
        if (!marked.saved) apply({ type: 'notice', text: marked.message });
        break;
      }
    }
  };

  /** Runs `work`; an error in it closes the reader and is told after the terminal is restored. */
  const guarded = (work: () => void): void => {
    if (ended) return;
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };

  const fail = (error: unknown): void => {
    if (ended) return;
    ended = true;
    door.end(error);
  };

  return {
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
    press: keys =>
      guarded(() => {
        for (const key of keys) {
          if (!ended) apply({ type: 'key', key });
        }
        waitForKeys();
        if (!ended) change(current.state, current.context);
      }),
    resize: newSize => guarded(() => change(current.state, createContext(data, newSize))),
    refresh: () => guarded(() => change(current.state, { ...current.context })),
    opened: () =>
      guarded(() => {
        const place = currentPlace(current.state.history);
        if (place.screen === 'article' && data.open(place.post)) apply({ type: 'opened' });
        waitForKeys();
        change(current.state, current.context);
      }),
    fail,
    onSuspend: handler => {
      suspend = handler;
      return () => {
        suspend = undefined;
      };
    },
  };
}

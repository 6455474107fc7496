import type { Post } from '../library/post.ts';
import { createContext, type ReaderData } from './data/data.ts';
import { createEffects } from './effects.ts';
import { awaitedLink, step } from './navigation.ts';
import type { Outside } from './outside.ts';
import { type ReaderEvent, type ReaderState, startState } from './reader-state.ts';
import { goesOn, openedAt } from './state/beginning.ts';
import { type Context, isAwaitingPosts } from './state/context.ts';
import type { Size } from './state/geometry.ts';
import { currentPlace } from './state/history.ts';
import type { Place } from './state/place.ts';
import { searchView } from './state/search.ts';
import { stopOf } from './state/stop.ts';

/** How long after a digit another key still makes it a count; then its link is followed. */
export const DIGIT_MILLISECONDS = 400;

/** Hits a search has beyond the one the cursor is on. */
const HITS_AHEAD = 50;

/** What the store asks of the terminal it runs in. */
export type TerminalDoor = {
  /** Closes the reader; with an error, because of it. */
  readonly end: (error?: unknown) => void;
  /** Draws every cell anew. */
  readonly redraw: () => void;
};

export type Snapshot = {
  readonly state: ReaderState;
  readonly context: Context;
  /** What went wrong on the shown screen; undefined while nothing has. */
  readonly failure?: unknown;
};

/** Lends the terminal to whatever `work` starts. */
export type Lend = (work: () => Promise<void>) => Promise<void>;

/** The reader's state, and the only place where its effects begin. */
export type ReaderStore = {
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  readonly snapshot: () => Snapshot;
  /** Keys by name, as they came in one chunk. */
  readonly press: (keys: readonly string[]) => void;
  /** Something else has happened. */
  readonly dispatch: (event: ReaderEvent) => void;
  readonly resize: (size: Size) => void;
  /** Something beside the keys has changed: library, marks or articles. */
  readonly refresh: () => void;
  /** Articles can be opened from now on. */
  readonly opened: () => void;
  /** The shown screen cannot be drawn: it says so instead, and keys lead on. */
  readonly broken: (error: unknown) => void;
  /** Remembers where reading stopped on the shown screen. */
  readonly leave: () => void;
  /** Closes the reader because of an error outside it. */
  readonly fail: (error: unknown) => void;
  /** Gives the terminal to others while `work` goes on; draws all anew after it. */
  readonly lend: Lend;
  /** How to lend the terminal; gives back how to forget it. */
  readonly onLend: (lend: Lend) => () => void;
};

/** Makes the store. `start.post` is opened at once. */
export function createStore(
  data: ReaderData,
  start: { readonly post?: Post },
  size: Size,
  door: TerminalDoor,
  outside: Outside,
): ReaderStore {
  const listeners = new Set<() => void>();
  let lend: Lend | undefined;
  let digitTimer: NodeJS.Timeout | undefined;
  let ended = false;
  const first = startState(start.post, data.settings.width);
  let current: Snapshot = { state: first, context: createContext(data, size, first.prefs) };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const change = (state: ReaderState, context: Context, failure?: unknown): void => {
    current = failure === undefined ? { state, context } : { state, context, failure };
    tell();
  };

  /** Remembers where reading stopped in an article that is left. */
  const leave = (before: Place): void => {
    if (before.screen !== 'article' || !before.seen) return;
    const stop = stopOf(before, current.context);
    if (stop !== undefined) outside.stop(before.post, stop.offset, stop.length);
  };

  /** Has what the shown place needs: its article read, its words sought. */
  const provide = (): void => {
    const place = currentPlace(current.state.history);
    if (place.screen === 'search') {
      data.seek(searchView(place).name, place.list.cursor + HITS_AHEAD);
    }
    if (place.screen !== 'article') {
      data.leave();
      const { state, context } = current;
      if (state.waiting.length > 0 && !isAwaitingPosts(context)) apply({ type: 'opened' });
      return;
    }
    if (!data.open(place.post)) return;
    const { status } = openedAt(place, current.context);
    const isNew = !place.seen && status === 'ready';
    const isWhole = status !== 'loading' && !goesOn(place, current.context);
    if (isNew || (isWhole && current.state.waiting.length > 0)) apply({ type: 'opened' });
  };

  const apply = (event: ReaderEvent): void => {
    const before = currentPlace(current.state.history);
    const { state, effects } = step(current.state, event, current.context);
    const { prefs } = state;
    const isArranged = prefs !== current.state.prefs;
    const context = isArranged ? createContext(data, current.context, prefs) : current.context;
    current = { state, context };
    if (currentPlace(state.history) !== before) {
      const after = currentPlace(state.history);
      const isSame =
        after.screen === 'article' && before.screen === 'article' && after.post === before.post;
      if (!isSame) leave(before);
    }
    for (const effect of effects) perform(effect);
    provide();
  };

  const dispatch = (event: ReaderEvent): void =>
    guarded(() => {
      apply(event);
      change(current.state, current.context);
    });

  const perform = createEffects(data, outside, {
    apply: event => apply(event),
    dispatch,
    redraw: door.redraw,
    fail: error => fail(error),
    quit: () => {
      ended = true;
      door.end();
    },
  });

  const waitForKeys = (): void => {
    clearTimeout(digitTimer);
    if (ended || awaitedLink(current.state, current.context) === 0) return;
    digitTimer = setTimeout(() => dispatch({ type: 'waited' }), DIGIT_MILLISECONDS).unref();
  };

  /** Runs `work`; an error in it is shown in the place of the screen it happened on. */
  const guarded = (work: () => void): void => {
    if (ended) return;
    try {
      work();
    } catch (error) {
      broken(error);
    }
  };

  const broken = (error: unknown): void => {
    if (ended) return;
    // Waiting keys were meant for a screen that is not there.
    const state = { ...current.state, overlay: null, pending: '', waiting: [] };
    change(state, current.context, error ?? new Error('nothing'));
  };

  const fail = (error: unknown): void => {
    if (ended) return;
    ended = true;
    door.end(error);
  };

  /** A key on a screen that failed: it leaves, tries again, or quits. */
  const pressBroken = (key: string): void => {
    const { state, context } = current;
    const action = context.keymap.actionOf('pager', key);
    if (action === 'quit' || action === 'suspend') {
      perform({ type: action });
      return;
    }
    const { history } = state;
    const isLeaving = action === 'back' || action === 'escape' || action === 'close';
    const at = isLeaving ? Math.max(0, history.at - 1) : history.at;
    current = { state: { ...state, history: { ...history, at } }, context };
    if (action === 'go-home') apply({ type: 'key', key });
    else provide();
    if (action === 'redraw') door.redraw();
  };

  const arrive = (): void => {
    provide();
    // What has waited for more may do with this much.
    if (current.state.waiting.length > 0) apply({ type: 'opened' });
    waitForKeys();
    change(current.state, { ...current.context }, current.failure);
  };

  data.listen(
    () => guarded(() => change(current.state, { ...current.context })),
    () => guarded(arrive),
  );

  return {
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
    press: keys =>
      guarded(() => {
        for (const key of keys) {
          if (ended) break;
          if (current.failure === undefined) apply({ type: 'key', key });
          else pressBroken(key);
        }
        waitForKeys();
        if (!ended) change(current.state, current.context, current.failure);
      }),
    dispatch,
    resize: newSize =>
      guarded(() => {
        const context = createContext(data, newSize, current.state.prefs);
        change(current.state, context, current.failure);
      }),
    refresh: () =>
      guarded(() => {
        provide();
        change(current.state, { ...current.context }, current.failure);
      }),
    opened: () =>
      guarded(() => {
        provide();
        waitForKeys();
        change(current.state, current.context);
      }),
    broken,
    leave: () => leave(currentPlace(current.state.history)),
    fail,
    lend: work => lend?.(work) ?? Promise.resolve(),
    onLend: handler => {
      lend = handler;
      return () => {
        lend = undefined;
      };
    },
  };
}

import type { Action } from '../keys/actions.ts';
import type { ListState } from './place.ts';

/** A list as the screen needs it: read by position, so that its length costs nothing. */
export type ListShape = {
  readonly length: number;
  readonly key: (index: number) => string;
  /** Position of the item with that key, -1 if it is gone. */
  readonly find: (key: string) => number;
  /** The day an item stands under; null in a list without day headings. */
  readonly day: (index: number) => string | null;
};

export type ListRow =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'item'; readonly index: number };

/** The rows of a window of `height` rows whose first item is `top`; its day always stands above. */
export function windowRows(shape: ListShape, top: number, height: number): readonly ListRow[] {
  const rows: ListRow[] = [];
  let before: string | null = null;
  for (let index = top; index < shape.length && rows.length < height; index += 1) {
    const day = shape.day(index);
    // Where a single row is left, or there is but one, the item matters more than its heading.
    if (day !== null && day !== before && height > 1) {
      if (rows.length + 1 >= height) break;
      rows.push({ kind: 'day', day });
    }
    before = day;
    rows.push({ kind: 'item', index });
  }
  return rows;
}

/** The first item of the lowest window that still ends with the item at `index`. */
function topForBottom(shape: ListShape, index: number, height: number): number {
  const heading = (day: string | null): number => (day !== null && height > 1 ? 1 : 0);
  let below = shape.day(index);
  let rows = 1;
  let top = index;
  for (let at = index - 1; at >= 0; at -= 1) {
    const day = shape.day(at);
    rows += 1 + (below === day ? 0 : heading(below));
    if (rows + heading(day) > height) break;
    top = at;
    below = day;
  }
  return top;
}

/** The list's state made to fit what the list and the window are now; the same item stays chosen. */
export function settleList(shape: ListShape, state: ListState, height: number): ListState {
  if (shape.length === 0) {
    return state.cursor === 0 && state.top === 0 ? state : { ...state, cursor: 0, top: 0 };
  }
  const last = shape.length - 1;
  let cursor = Math.min(state.cursor, last);
  let top = state.top;
  if (state.key !== null && shape.key(cursor) !== state.key) {
    const found = shape.find(state.key);
    if (found >= 0) {
      top += found - cursor;
      cursor = found;
    }
  }
  const highest = topForBottom(shape, cursor, height);
  const wanted = Math.min(top, cursor);
  // An item takes a row at least: only near the end need its items be asked for, which a long list
  // may have to look up.
  const lowest = wanted <= last - height + 1 ? wanted : topForBottom(shape, last, height);
  top = Math.max(highest, Math.min(wanted, lowest), 0);
  return cursor === state.cursor && top === state.top ? state : { ...state, cursor, top };
}

/** How many items the window shows. */
function itemsShown(shape: ListShape, top: number, height: number): number {
  return windowRows(shape, top, height).filter(row => row.kind === 'item').length;
}

/** Puts the cursor on `index` and moves the window no more than that asks for. */
export function chooseItem(
  shape: ListShape,
  state: ListState,
  index: number,
  height: number,
): ListState {
  if (shape.length === 0) return state;
  const cursor = Math.max(0, Math.min(index, shape.length - 1));
  return settleList(shape, { ...state, cursor, key: shape.key(cursor) }, height);
}

/**
 * Moves in a list; undefined if the action is not a movement.
 *
 * @param count the number typed before the key: how far, or for first and last which item, from 1
 * @param leaps whether a step out of the window moves it by half of what it shows: a terminal
 *   cannot scroll a part of its rows' width, and to write all of them anew at every step is slow
 */
export function moveInList(
  shape: ListShape,
  given: ListState,
  action: Action,
  count: number | null,
  height: number,
  leaps = false,
): ListState | undefined {
  const state = settleList(shape, given, height);
  const times = count ?? 1;
  const choose = (index: number): ListState => chooseItem(shape, state, index, height);
  const page = (step: number): ListState => {
    const moved = { ...state, top: Math.max(0, state.top + step) };
    return chooseItem(shape, moved, state.cursor + step, height);
  };
  const step = (by: number): ListState => {
    const chosen = choose(state.cursor + by);
    if (!leaps || chosen.top === state.top) return chosen;
    const half = Math.sign(by) * (itemsShown(shape, chosen.top, height) >> 1);
    return settleList(shape, { ...chosen, top: Math.max(0, chosen.top + half) }, height);
  };
  switch (action) {
    case 'down':
      return step(times);
    case 'up':
      return step(-times);
    case 'page-down':
      return page(times * Math.max(1, itemsShown(shape, state.top, height)));
    case 'page-up':
      return page(-times * Math.max(1, itemsShown(shape, state.top, height)));
    case 'half-down':
      return page(times * Math.max(1, itemsShown(shape, state.top, height) >> 1));
    case 'half-up':
      return page(-times * Math.max(1, itemsShown(shape, state.top, height) >> 1));
    case 'first':
      return choose(count === null ? 0 : count - 1);
    case 'last':
      return choose(count === null ? shape.length - 1 : count - 1);
    default:
      return undefined;
  }
}

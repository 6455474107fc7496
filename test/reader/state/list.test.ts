import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../../../source/reader/keys/actions.ts';
import {
  type ListShape,
  moveInList,
  settleList,
  windowRows,
} from '../../../source/reader/state/list.ts';
import { type ListState, untouchedList } from '../../../source/reader/state/place.ts';

/** A list whose items are named `a0 a1 … b0 …`: a letter is a day. */
function shapeOf(keys: readonly string[], headings = true): ListShape {
  return {
    length: keys.length,
    key: index => keys[index] ?? '',
    find: key => keys.indexOf(key),
    day: index => (headings ? (keys[index]?.[0] ?? '') : null),
  };
}

const keys = ['a0', 'a1', 'b0', 'b1', 'b2', 'c0', 'd0', 'd1', 'd2', 'd3'];
const shape = shapeOf(keys);

function shown(state: ListState, height: number, of = shape): string {
  return windowRows(of, state.top, height)
    .map(row => (row.kind === 'day' ? `[${row.day}]` : of.key(row.index)))
    .join(' ');
}

function move(state: ListState, ...actions: readonly (Action | [number, Action])[]): ListState {
  let moved = state;
  for (const action of actions) {
    const [count, name] = typeof action === 'string' ? [null, action] : action;
    moved = moveInList(shape, moved, name, count, 5) ?? moved;
  }
  return moved;
}

test('each day stands above its items, and above the first item of the window', () => {
  assert.equal(shown(untouchedList, 5), '[a] a0 a1 [b] b0');
  assert.equal(shown({ ...untouchedList, top: 3 }, 5), '[b] b1 b2 [c] c0');
});

test('a day heading never stands alone at the bottom', () => {
  assert.equal(shown(untouchedList, 4), '[a] a0 a1');
});

test('a window of one row shows the item and no heading', () => {
  assert.equal(shown(untouchedList, 1), 'a0');
});

test('the chosen item is on the screen after every movement, at every height', () => {
  for (let height = 1; height <= 12; height += 1) {
    for (const action of ['down', 'up', 'page-down', 'page-up', 'half-down', 'half-up'] as const) {
      for (let cursor = 0; cursor < keys.length; cursor += 1) {
        const from = settleList(shape, { cursor, top: cursor, key: keys[cursor] ?? '' }, height);
        const moved = moveInList(shape, from, action, null, height);
        assert.ok(moved !== undefined);
        assert.ok(
          shown(moved, height)
            .split(' ')
            .includes(keys[moved.cursor] ?? ''),
          `${action} from ${cursor} in ${height} rows`,
        );
      }
    }
  }
});

test('moving down scrolls by no more than it must', () => {
  const moved = move(untouchedList, [3, 'down']);
  assert.equal(moved.cursor, 3);
  assert.equal(shown(moved, 5), '[a] a1 [b] b0 b1');
});

test('a list beside another moves by half of what it shows, and the cursor with it', () => {
  const flat = shapeOf(keys, false);
  const step = (state: ListState, action: 'down' | 'up'): ListState =>
    moveInList(flat, state, action, 1, 4, true) ?? state;
  let state = move(untouchedList);
  for (let at = 0; at < 3; at += 1) state = step(state, 'down');
  assert.deepEqual([state.cursor, state.top], [3, 0]);
  state = step(state, 'down');
  assert.deepEqual([state.cursor, state.top], [4, 3]);
  state = step(step(state, 'up'), 'up');
  assert.deepEqual([state.cursor, state.top], [2, 0]);
});

test('a count goes that far, and with first and last to that item', () => {
  assert.equal(move(untouchedList, [4, 'down']).cursor, 4);
  assert.equal(move(untouchedList, [40, 'down']).cursor, 9);
  assert.equal(move(untouchedList, [7, 'last']).cursor, 6);
  assert.equal(move(untouchedList, 'last', [2, 'first']).cursor, 1);
});

test('the end of a list fills the screen', () => {
  assert.equal(shown(move(untouchedList, 'last'), 5), '[d] d0 d1 d2 d3');
});

test('a list that grows above keeps the chosen item on the same row', () => {
  const state = move(untouchedList, [6, 'down']);
  const before = shown(state, 5);
  const grown = shapeOf(['n0', 'n1', ...keys]);
  const settled = settleList(grown, state, 5);
  assert.equal(grown.key(settled.cursor), 'd0');
  assert.equal(shown(settled, 5, grown), before);
});

test('a list nobody has moved in stays at its newest item as it grows', () => {
  const settled = settleList(shapeOf(['n0', ...keys]), untouchedList, 5);
  assert.equal(settled.cursor, 0);
});

test('a list that shrinks keeps a valid cursor, and an empty one is at 0', () => {
  const state = move(untouchedList, 'last');
  assert.equal(settleList(shapeOf(['a0', 'a1']), state, 5).cursor, 1);
  assert.deepEqual(settleList(shapeOf([]), state, 5).cursor, 0);
  assert.equal(windowRows(shapeOf([]), 0, 5).length, 0);
});

test('without headings every row is an item', () => {
  const flat = shapeOf(keys, false);
  assert.equal(shown(untouchedList, 3, flat), 'a0 a1 b0');
});

test('the window at the top of a long list asks for no item further down, which may have to be looked up', () => {
  const long = shapeOf(Array.from({ length: 1000 }, (_, index) => `a${index}`));
  let furthest = 0;
  const watched: ListShape = {
    ...long,
    day: index => {
      furthest = Math.max(furthest, index);
      return long.day(index);
    },
  };
  settleList(watched, untouchedList, 20);
  assert.ok(furthest < 20, `${furthest}`);
});

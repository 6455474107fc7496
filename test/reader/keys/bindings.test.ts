import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindings, type ScreenName } from '../../../source/reader/keys/bindings.ts';

const screens: readonly ScreenName[] = ['home', 'category', 'article', 'help'];

test('no key means two things on one screen', () => {
  for (const screen of screens) {
    const keys = bindings
      .filter(binding => binding.screens.includes(screen))
      .flatMap(binding => binding.keys);
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
      screen,
    );
  }
});

test('every screen can be moved in, left, redrawn and quit, and all but help lead to help', () => {
  for (const screen of screens) {
    const actions = new Set(
      bindings.filter(binding => binding.screens.includes(screen)).map(binding => binding.action),
    );
    for (const action of ['down', 'up', 'back', 'redraw', 'quit', 'suspend'] as const) {
      assert.ok(actions.has(action), `${screen}: ${action}`);
    }
    assert.equal(actions.has('help'), screen !== 'help');
  }
});

test('every binding says what it does in both languages', () => {
  for (const { action, help } of bindings) {
    assert.match(help.en, /[a-z]/, action);
    assert.match(help.zh, /\p{Script=Han}/u, action);
  }
});

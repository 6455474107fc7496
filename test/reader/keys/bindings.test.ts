import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScreenName } from '../../../source/reader/keys/actions.ts';
import { bindings } from '../../../source/reader/keys/bindings.ts';

const screens: readonly ScreenName[] = ['home', 'category', 'search', 'article', 'help', 'pager'];

const asking: readonly ScreenName[] = ['prompt', 'finder', 'sort', 'hints', 'confirm'];

test('no key means two things on one screen', () => {
  for (const screen of [...screens, ...asking]) {
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

test('whatever asks for something can be cancelled, and the screen redrawn meanwhile', () => {
  for (const screen of asking) {
    const actions = new Set(
      bindings.filter(binding => binding.screens.includes(screen)).map(binding => binding.action),
    );
    assert.ok(actions.has('cancel') && actions.has('redraw'), screen);
  }
});

test('every binding says what it does in both languages', () => {
  for (const { action, help } of bindings) {
    assert.match(help.en, /[a-z]/, action);
    assert.match(help.zh, /\p{Script=Han}/u, action);
  }
});

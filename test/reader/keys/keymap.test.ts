import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindings } from '../../../source/reader/keys/bindings.ts';
import { createKeymap, rebind } from '../../../source/reader/keys/keymap.ts';

test('an action takes the keys it is given, and the help shows them', () => {
  const { bindings: rebound, messages } = rebind(bindings, { undo: ['Z'] });
  const { actionOf } = createKeymap(rebound);
  assert.deepEqual(messages, []);
  assert.deepEqual([actionOf('home', 'Z'), actionOf('home', 'U')], ['undo', undefined]);
});

test('a clash is named, and what was asked for by name keeps the key', () => {
  const { bindings: rebound, messages } = rebind(bindings, { undo: ['m'] });
  assert.match(messages.join('\n'), /m stands for both undo and toggle-read/);
  assert.equal(createKeymap(rebound).actionOf('home', 'm'), 'undo');
});

test('an unknown action and a key that cannot be typed are named, the rest holds', () => {
  const { messages } = rebind(bindings, { fly: ['x'], undo: ['Hyper'], help: ['5'] });
  assert.equal(messages.length, 3);
  assert.match(messages.join('\n'), /no action "fly"[\s\S]*no such key "Hyper"[\s\S]*"5"/);
});

test('for an unknown action the nearest one is named, if any is near', () => {
  const { messages } = rebind(bindings, { 'toggel-read': ['x'], fly: ['y'] });
  assert.deepEqual(messages, [
    'keys: there is no action "toggel-read"; did you mean toggle-read?',
    'keys: there is no action "fly"',
  ]);
});

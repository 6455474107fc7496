import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScreenName } from '../../../source/reader/keys/actions.ts';
import { bindings } from '../../../source/reader/keys/bindings.ts';
import { createKeymap } from '../../../source/reader/keys/keymap.ts';
import { matchKey } from '../../../source/reader/keys/match.ts';

const keymap = createKeymap(bindings);

/** Actions of several keys typed one by one, as `count action`. */
function typed(keys: readonly string[], screen: ScreenName): readonly string[] {
  let pending = '';
  const actions: string[] = [];
  for (const key of keys) {
    const match = matchKey(pending, key, screen, keymap);
    pending = match.pending;
    if (match.action !== undefined) actions.push(`${match.count ?? '-'} ${match.action}`);
  }
  return pending === '' ? actions : [...actions, `pending ${pending}`];
}

test('a key does what the table says for its screen', () => {
  assert.deepEqual(typed(['j', 'Tab'], 'home'), ['- down', '- switch-pane']);
  assert.deepEqual(typed(['j', 'Tab'], 'article'), ['- down', '- next-link']);
  assert.deepEqual(typed(['x'], 'home'), []);
});

test('digits before a key are its count, and 0 belongs to them only after another digit', () => {
  assert.deepEqual(typed(['5', 'j'], 'category'), ['5 down']);
  assert.deepEqual(typed(['1', '0', 'G'], 'home'), ['10 last']);
  assert.deepEqual(typed(['0'], 'category'), ['- go-home']);
  assert.deepEqual(typed(['4', '2'], 'home'), ['pending 42']);
});

test('an absurd count stops growing', () => {
  const keys = [...'99999999999999'];
  assert.deepEqual(typed([...keys, 'j'], 'home'), ['9999999 down']);
});

test('Esc takes back a count and then means itself', () => {
  assert.deepEqual(typed(['5', 'Esc', 'j'], 'category'), ['- down']);
  assert.deepEqual(typed(['5', 'Esc', 'Esc'], 'category'), ['- escape']);
});

test('in an article digits wait: a motion makes them a count, Enter the number of a link', () => {
  assert.deepEqual(typed(['2'], 'article'), ['pending 2']);
  assert.deepEqual(typed(['3', 'j'], 'article'), ['3 down']);
  assert.deepEqual(typed(['4', '2', 'G'], 'article'), ['42 last']);
  assert.deepEqual(typed(['4', '2', 'Enter'], 'article'), ['42 follow-number']);
  assert.deepEqual(typed(['4', 'Enter'], 'category'), ['4 open']);
});

test('# collects the number of a link until Enter', () => {
  assert.deepEqual(typed(['#', '2', '1', 'Enter'], 'article'), ['21 follow-number']);
  assert.deepEqual(typed(['#', '2', 'Backspace', '7', 'Enter'], 'article'), ['7 follow-number']);
  assert.deepEqual(typed(['#', '2', 'Esc', 'j'], 'article'), ['- down']);
  assert.deepEqual(typed(['#', 'Enter'], 'article'), []);
  assert.deepEqual(typed(['#'], 'home'), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Key } from 'ink';
import { keyNames } from '../../../source/reader/keys/input.ts';

const plain: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

test('keys that came as one input are told apart', () => {
  assert.deepEqual(keyNames('jj\r\t \x06\x7f', plain), [
    'j',
    'j',
    'Enter',
    'Tab',
    'Space',
    '^F',
    'Backspace',
  ]);
});

test('keys without a character have names', () => {
  assert.deepEqual(keyNames('', { ...plain, pageDown: true }), ['PgDn']);
  assert.deepEqual(keyNames('', { ...plain, tab: true, shift: true }), ['S-Tab']);
  assert.deepEqual(keyNames('f', { ...plain, ctrl: true }), ['^F']);
  assert.deepEqual(keyNames('', { ...plain, escape: true }), ['Esc']);
});

test('Esc and a letter typed quickly are both taken', () => {
  assert.deepEqual(keyNames('j', { ...plain, meta: true }), ['Esc', 'j']);
});

test('the release of a key is not a key', () => {
  assert.deepEqual(keyNames('j', { ...plain, eventType: 'release' }), []);
});

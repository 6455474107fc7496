import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isInteractive,
  localeLanguage,
  terminalBackground,
  terminalColumns,
  usesColor,
} from '../../source/system/terminal.ts';

const terminal = { isTTY: true, columns: 100 };
const pipe = {};

test('the option decides on styles before the environment, and the environment before the terminal', () => {
  assert.equal(usesColor(terminal, {}, 'auto'), true);
  assert.equal(usesColor(pipe, {}, 'auto'), false);
  assert.equal(usesColor(terminal, { NO_COLOR: '1' }, 'auto'), false);
  assert.equal(usesColor(terminal, { NO_COLOR: '' }, 'auto'), true);
  assert.equal(usesColor(terminal, { TERM: 'dumb' }, 'auto'), false);
  assert.equal(usesColor(pipe, { FORCE_COLOR: '1' }, 'auto'), true);
  assert.equal(usesColor(terminal, { FORCE_COLOR: '0' }, 'auto'), false);
  assert.equal(usesColor(pipe, { NO_COLOR: '1', FORCE_COLOR: '1' }, 'auto'), false);
  assert.equal(usesColor(pipe, { NO_COLOR: '1' }, 'always'), true);
  assert.equal(usesColor(terminal, { FORCE_COLOR: '1' }, 'never'), false);
});

test('only a terminal with a size has columns', () => {
  assert.equal(terminalColumns(terminal), 100);
  assert.equal(terminalColumns(pipe), undefined);
  assert.equal(terminalColumns({ columns: 100 }), undefined);
  assert.equal(terminalColumns({ isTTY: true, columns: 0 }), undefined);
});

test('screens and keys need a terminal on both ends that is not dumb', () => {
  assert.equal(isInteractive(terminal, terminal, { TERM: 'xterm' }), true);
  assert.equal(isInteractive(pipe, terminal, {}), false);
  assert.equal(isInteractive(terminal, pipe, {}), false);
  assert.equal(isInteractive(terminal, terminal, { TERM: 'dumb' }), false);
});

test('the language is that of the first locale variable that is set', () => {
  assert.equal(localeLanguage({}), 'en');
  assert.equal(localeLanguage({ LANG: 'C' }), 'en');
  assert.equal(localeLanguage({ LANG: 'zh_CN.UTF-8' }), 'zh');
  assert.equal(localeLanguage({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }), 'en');
  assert.equal(localeLanguage({ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW', LC_ALL: '' }), 'zh');
  assert.equal(localeLanguage({ LANG: 'zha_CN' }), 'en');
});

test('the background is what COLORFGBG says last, if it says a colour of the palette', () => {
  const background = (COLORFGBG: string) => terminalBackground({ COLORFGBG });
  assert.deepEqual(['15;0', '7;8', '0;default;0', '15;4'].map(background), Array(4).fill('dark'));
  assert.deepEqual(['0;15', '0;7', '0;default;15', '0;11'].map(background), Array(4).fill('light'));
  for (const value of ['', '15', '0;', '0;default', '0;16', 'x;y']) {
    assert.equal(background(value), undefined, value);
  }
  assert.equal(terminalBackground({}), undefined);
});

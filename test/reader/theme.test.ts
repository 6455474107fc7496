import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Look, type Shade, shadeOf, styled, theme } from '../../source/reader/theme.ts';
import { readerSettings } from '../helpers/reader-settings.ts';

const shades: readonly Shade[] = ['none', 'any', 'light', 'dark'];

test('hues are of the terminal’s own palette, never of a fixed colour, and never a background', () => {
  for (const look of Object.values<Look>(theme)) {
    for (const shade of shades) {
      const parameters = /\[([0-9;]*)m/.exec(styled('x', look, shade))?.[1] ?? '';
      for (const code of parameters.split(';').filter(part => part !== '')) {
        assert.match(code, /^(?:[1-4]|7|9|3[1-6]|9[1-6])$/);
      }
    }
  }
});

test('nothing is told by a hue alone: without hues every look but plain ones keeps another mark', () => {
  const marks: readonly string[] = ['unreadMark', 'fault', 'code'];
  for (const [name, look] of Object.entries<Look>(theme)) {
    if (look.color === undefined || marks.includes(name)) continue;
    assert.notEqual(styled('x', look, 'none'), 'x', name);
  }
});

test('yellow and cyan are not used on a light background, nor dark blue on a dark one', () => {
  const codes = (shade: Shade) =>
    (['yellow', 'cyan', 'blue'] as const).map(color => styled('x', { color }, shade));
  assert.ok(!codes('light').some(text => /\[3[36]m/.test(text)));
  assert.ok(!codes('dark').some(text => /\[34m/.test(text)));
});

test('without colour there is no shade, and without a known background one for both', () => {
  assert.equal(shadeOf({ ...readerSettings, color: false, background: 'dark' }), 'none');
  assert.equal(shadeOf(readerSettings), 'any');
  assert.equal(shadeOf({ ...readerSettings, background: 'light' }), 'light');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindings } from '../../../source/reader/keys/bindings.ts';
import { createKeymap } from '../../../source/reader/keys/keymap.ts';
import { helpRows } from '../../../source/reader/rows/help-rows.ts';
import { plainRow } from '../../../source/reader/rows/row.ts';
import type { Context } from '../../../source/reader/state/context.ts';
import type { HelpPlace } from '../../../source/reader/state/place.ts';
import { english } from '../../../source/reader/words/english.ts';

const help: HelpPlace = { screen: 'help', from: 'home', top: 0, filter: '' };

test('on the narrowest screen the help tells every meaning whole', () => {
  for (const lang of ['en', 'zh'] as const) {
    const context = {
      columns: 20,
      rows: 5,
      settings: { lang, ambiguous: 1 },
      keymap: createKeymap(bindings),
      messages: english,
    } as unknown as Context;
    const shown = helpRows(help, 9999, context).map(plainRow).join('').replace(/\s/g, '');
    for (const { help } of bindings) {
      assert.ok(shown.includes(help[lang].replace(/\s/g, '')), help[lang]);
    }
  }
});

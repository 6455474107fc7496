import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindings } from '../../../source/reader/keys/bindings.ts';
import { keyTable } from '../../../source/reader/keys/table.ts';

test('the table for the readme has every key of every binding, with its meaning', () => {
  for (const lang of ['en', 'zh'] as const) {
    const rows = keyTable(lang).trimEnd().split('\n');
    for (const { keys, help, screens } of bindings) {
      if (screens.every(screen => screen === 'help')) continue;
      const cell = keys
        .flatMap(key => key.split(' '))
        .map(key => `\`${key}\``.replace('|', '\\|'))
        .join(' ');
      const row = rows.find(line => line.startsWith(`| ${cell} |`));
      assert.ok(row?.includes(help[lang]), `${cell}: ${help[lang]}`);
    }
    assert.ok(rows.every(row => row.split(' | ').length === 4));
  }
});

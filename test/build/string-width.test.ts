import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import stringWidth from 'string-width';
import { dependencyFixes } from '../../source/build/dependency-fixes.ts';
import { root, temporaryFolder } from '../helpers/home.ts';

test('characters are as wide after the fixes as before, alone, among others and with a selector', async () => {
  const outfile = join(temporaryFolder(), 'string-width.mjs');
  await build({
    entryPoints: [join(root, 'node_modules/string-width/index.js')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'silent',
    plugins: [dependencyFixes()],
  });
  const mended: { readonly default: typeof stringWidth } = await import(outfile);
  const texts = ['👨‍👩‍👧', '🇫🇷', '🇫', '1️⃣', '👍🏽', 'e\u0301', '한', 'ｶﾞ', '⏎ “中”…'];
  for (let code = 0x20; code < 0x1_fb00; code++) {
    // Above the first plane, where emoji stand.
    if (code === 0x1_0000) code = 0x1_f000;
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    texts.push(character, `a${character}中`, `${character}\ufe0f`);
  }
  const others = texts.filter(text => mended.default(text) !== stringWidth(text));
  assert.deepEqual(others, []);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cleanField, cleanText } from '../../source/article/sanitise.ts';
import { assertSound, read } from '../article/reading.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';

const folder = sharedFolder('suites/blns');

const CONTROLS = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;

test('naughty strings are read without a throw and leave no control character', {
  skip: folder === undefined ? leftOut : false,
}, () => {
  const strings: readonly string[] = JSON.parse(
    readFileSync(join(folder ?? '', 'blns.json'), 'utf8'),
  );
  assert.ok(strings.length > 500);
  for (const naughty of strings) {
    assert.doesNotMatch(cleanText(naughty), CONTROLS, naughty);
    assert.doesNotMatch(cleanField(naughty), /[\0-\x1f\x7f-\x9f]/, naughty);
    for (const format of ['markdown', 'html', 'text'] as const) {
      assertSound(read(naughty, format), naughty);
      assertSound(
        read(`[${naughty}](${naughty}) <b title="${naughty}">${naughty}</b>`, format),
        naughty,
      );
    }
  }
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runKanbao } from '../helpers/run-kanbao.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';

const corpora = sharedFolder('corpora');
/** Facts about the sites, no sites themselves. */
const facts = new Set(['oracle', 'oracle-links']);

if (corpora === undefined) {
  test('every real site is listed', { skip: leftOut }, () => {});
} else {
  for (const name of readdirSync(corpora).filter(folder => !facts.has(folder))) {
    test(`${name}: its newest posts are listed, and the first of them is printed and linked`, () => {
      const site = ['--posts', join(corpora, name)];
      const listed = runKanbao([...site, 'list', '-n', '5']);
      assert.deepEqual([listed.status, listed.stderr], [0, '']);
      assert.equal(listed.stdout.split('\n').length, 6);

      const json: unknown = JSON.parse(runKanbao([...site, 'list', '--json']).stdout);
      assert.ok(Array.isArray(json) && json.length >= 5);

      const printed = runKanbao([...site, 'cat', 'latest']);
      assert.deepEqual([printed.status, printed.stderr], [0, '']);
      assert.ok(printed.stdout.length > 200);
      assert.doesNotMatch(printed.stdout, /[\0-\x09\x0b-\x1f\x7f-\x9f]/);

      const links = runKanbao([...site, 'links', '--json', 'latest']);
      assert.equal(links.stderr, '');
      assert.ok(Array.isArray(JSON.parse(links.stdout)));
    });
  }
}

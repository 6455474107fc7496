import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { readArticleStart, runSteps } from '../../source/article/read-article.ts';
import { context, read } from '../article/reading.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';

const corpora = sharedFolder('corpora');
/** UTF-16 units from which a post is long here, and which of the long ones are read. */
const LONG = 5000;
const EACH = 11;

function longBodies(root: string): readonly (readonly [string, string])[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:md|markdown)$/.test(file))
    .sort()
    .map(file => {
      const text = readFileSync(join(root, file), 'utf8');
      return [file, text.replace(/^---\n[\s\S]*?\n---\n/, '')] as const;
    })
    .filter(([, body]) => body.length >= LONG)
    .filter((_, index) => index % EACH === 0);
}

if (corpora === undefined) {
  test('long real posts begin as they are', { skip: leftOut }, () => {});
} else {
  test('the beginning of a long real post is what the whole of it begins with', t => {
    let count = 0;
    const bodies = longBodies(corpora);
    for (const [file, body] of bodies) {
      const start = runSteps(readArticleStart(body, 'markdown', context, 4000, () => body));
      if (start === undefined) continue;
      count += 1;
      const whole = read(body);
      assert.equal(start.text, whole.text.slice(0, start.text.length), file);
      for (const part of ['blocks', 'links', 'images', 'headings'] as const) {
        const begun = whole[part].slice(0, start[part].length);
        assert.ok(isDeepStrictEqual(start[part], begun), `${file}: ${part}`);
      }
    }
    assert.ok(count > bodies.length * 0.9, `${count} of ${bodies.length} have a beginning`);
    t.diagnostic(`${count} of ${bodies.length} long posts have a beginning`);
  });
}

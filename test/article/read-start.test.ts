import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../source/article/document.ts';
import { layoutArticle } from '../../source/article/layout.ts';
import {
  type BodyFormat,
  readArticleStart,
  SHORT_START,
} from '../../source/article/read-article.ts';
import { runSteps } from '../../source/article/steps.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { optionsFor } from './make-article.ts';
import { context, read } from './reading.ts';

const words = '清晨六点，港区的吊机已经动了起来；调度员说：“今天有三条船要靠泊。” Then *two* more.';

const MARKDOWN = [
  '## A part\n\n',
  `${words} See [the bulletin][one], [another] and a note[^n], or [home](/).\n\n`,
  `- an item\n- [another][two] item\n\n  ${words}\n\n- the third\n\n`,
  `| a | b |\n|---|---|\n| 1 | ${words} |\n| 2 | ![a picture](p.png) |\n\n`,
  `> ${words}\n>\n> - quoted\n\n`,
  '```js\nlet x = 1;\n\n[item]: not a definition\n```\n\n',
  '<div class="box">\n\n![a second picture](q.png)\n\n</div>\n\n',
  `Term\n: ${words}\n\n{% comment %}\n\nnever shown\n\n{% endcomment %}\n`,
  `<table><tr><td>${words}<p>One cell</p></td></tr></table>\n\n`,
  '{% raw %}{{ shown }}{% endraw %} and {{ page.title }}\n\n',
  '~~~console\n$ make\n\nfirst\n\nsecond\n\nthird\n~~~\n\n',
  '- an item\n\n  ```\n  in the item\n\n  still\n  ```\n\n',
  '$$\na < b\n\nc\n\nd\n$$\n\n',
  '{::comment}\nNever shown.\n\nNor this.\n\nNor that.\n{:/comment}\n\n',
  '{::nomarkdown}\n<p>Not *Markdown*.</p>\n\n<p>Nor this.</p>\n{:/}\n\n',
  '<!-- never shown\n\nnor this\n\nnor that -->\n\n',
  '<div>\n\n<p>one</p>\n\n<p>two</p>\n\n</div>\n\n',
];
const BELOW =
  '[^n]: The note[^m].\n[^m]: Deep.\n\n[one]: /one\n[Another]: <b c>\n[two]:\n  /two "title"\n\n[one]: /not\n';

const HTML = [
  `<h2>A part</h2><p>${words} <a href="/one">one</a>`,
  `<ul><li>an item<li><p>${words}</p></ul>`,
  `<table><tr><td>a</td><td>${words}</td></tr><tr><td><img src="p.png" alt="p"></td></tr></table>`,
  `<table><tr><td><p>One cell</p><p>${words}</p></td></tr></table>\n`,
  `<!-- never shown --><div><p>${words}</p><blockquote>quoted</blockquote></div><pre>a < b\n\nc</pre>`,
  '<dl><dt>Term<dd>What it means</dl><script>if (1 < 2) never();</script><br>text alone<br><br>',
];

/** So many characters of parts, over and over; the `turn`th body begins with another part. */
function bodyOf(parts: readonly string[], turn: number, size: number): string {
  const turned = [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)];
  const once = turned.join('');
  return `${'文'.repeat(turn * 7)}\n\n${once.repeat(Math.ceil(size / once.length))}`;
}

function startOf(
  body: string,
  format: BodyFormat = 'markdown',
  enough = SHORT_START,
): Article | undefined {
  const part = body.slice(0, enough + 2000);
  return runSteps(readArticleStart(part, format, context, enough, () => body));
}

/** Fails unless an article begins as another does, with the same text, links and images. */
function assertBegins(start: Article, whole: Article, name: string): void {
  const { blocks, text, links, images, headings } = start;
  assert.equal(text, whole.text.slice(0, text.length), name);
  assert.ok(isDeepStrictEqual(blocks, whole.blocks.slice(0, blocks.length)), `${name}: blocks`);
  assert.deepEqual(links, whole.links.slice(0, links.length), name);
  assert.deepEqual(images, whole.images.slice(0, images.length), name);
  assert.deepEqual(headings, whole.headings.slice(0, headings.length), name);
  for (const [anchor, at] of start.anchors) assert.equal(at, whole.anchors.get(anchor), name);
}

for (const [format, parts, below] of [
  ['markdown', MARKDOWN, BELOW],
  ['html', HTML, ''],
] as const) {
  test(`wherever it is cut, the beginning of long ${format} says what all of it begins with`, () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const body = bodyOf(parts, turn, 6000) + below;
      const whole = read(body, format);
      for (let enough = 600; enough < 4000; enough += 151) {
        const start = startOf(body, format, enough);
        assert.ok(start !== undefined && start.text.length > 10, `turn ${turn}`);
        assertBegins(start, whole, `turn ${turn}, ${enough} characters`);
      }
    }
  });
}

test('the rows of a beginning are the first rows of the whole', () => {
  const body = bodyOf(MARKDOWN, 3, 20_000) + BELOW;
  const start = startOf(body);
  assert.ok(start !== undefined);
  const rows = layoutArticle(start, optionsFor(60));
  const count = rows.count();
  assert.ok(count > 50);
  const all = layoutArticle(read(body), optionsFor(60));
  assert.deepEqual(rows.lines(0, count), all.lines(0, count));
});

test('the beginning of a hostile body shows nothing that is not there', () => {
  for (const [index, [name, body]] of [...hostileBodies(4500)].entries()) {
    if (index % 2 === 1) continue;
    const start = startOf(body);
    if (start !== undefined) assertBegins(start, read(body), name);
  }
});

test('what a list of contents tells is not told before all headings are known', () => {
  const body = `* contents\n{:toc}\n\n${'## Part\n\nText.\n\n'.repeat(2000)}`;
  assert.equal(startOf(body), undefined);
});

test('a first block that goes on for very long is not shown in part', () => {
  for (const body of [
    'word '.repeat(40_000),
    `\`\`\`\n${'code\n'.repeat(40_000)}`,
    '- item\n'.repeat(30_000),
    '| a | b |\n|---|---|\n'.padEnd(200_000, '| 1 | 2 |\n'),
    `{% comment %}${'not shown\n\n'.repeat(20_000)}{% endcomment %}`,
  ]) {
    assert.equal(startOf(body), undefined, body.slice(0, 20));
  }
});

test('the beginning of plain paragraphs is read without reading the rest', () => {
  const paragraph = `${words}\n\n`;
  const short = startOf(paragraph.repeat(500));
  const all = (): string => {
    throw new Error('all of it was read');
  };
  const long = runSteps(
    readArticleStart(paragraph.repeat(500), 'markdown', context, SHORT_START, all),
  );
  assert.ok(short !== undefined && isDeepStrictEqual(long, short));
});

test('what a beginning says itself about its links counts, as it comes first', () => {
  const body = `See [it][1].\n\n[1]: /one\n\n${`${words}\n\n`.repeat(100)}[1]: /two\n`;
  assert.equal(startOf(body)?.links[0]?.href, '/one');
});

test('the beginning knows what names further down lead to, whatever stands around them', () => {
  const filler = `${words}\n\n`.repeat(100);
  for (const [beginning, below] of [
    ['A note[^n], [a link] and [another][b].', '[^n]: The note.\n\n[a link]: /a\n[b]: /b'],
    ['    code\n\nA note[^n].', '[^n]: The note.'],
    ['    code\n\nA [link][a].', '> [a]: /a'],
    ['[One][a](two)', '[a]: /a'],
    ['A [link][a].', '```\n[a]: /code\n```\n\n[a]: /a'],
    ['A [link][a].', `[a]: /${'a'.repeat(3000)}`],
    ['No [link][a].', '```\n[a]: /code\n```'],
    ['No [link][a].', '{::comment}\n[a]: /code\n\n{:/}'],
  ] as const) {
    const body = `${beginning}\n\n${filler}${below}\n`;
    const start = startOf(body);
    assert.ok(start !== undefined, beginning);
    assertBegins(start, read(body), below);
  }
});

test('there is no beginning where nobody can tell what stands below', () => {
  const filler = `${words}\n\n`.repeat(100);
  for (const [beginning, below] of [
    ['Not shown.\n{:hide}', '{:hide: style="display:none"}'],
    ['A [link][a].', '- an item\n\n      [a]: /a'],
    ['A [link][a].', '[a]: [a link](/a)'],
    ['A note[^n] and [a link][a].', '[^n]: The note.\n[a]: /a'],
  ]) {
    assert.equal(startOf(`${beginning}\n\n${filler}${below}\n`), undefined, below);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Style } from '../../source/article/document.ts';
import { readArticle } from '../../source/article/read-article.ts';
import { context, outline, read } from './reading.ts';

const markdown = (body: string): string => outline(read(body).blocks);

/** The parts of the text with any of `style`. */
function styled(body: string, style: number): string[] {
  const article = read(body);
  return article.blocks.flatMap(block =>
    block.kind === 'paragraph'
      ? block.leaf.runs
          .filter(run => (run.style & style) !== 0)
          .map(run => block.leaf.text.slice(run.start, run.end))
      : [],
  );
}

test('emphasis works beside full-width marks and ideographic spaces', () => {
  assert.deepEqual(styled('**答案：**判断', Style.bold), ['答案：']);
  assert.deepEqual(styled('**今日潮水　**农历', Style.bold), ['今日潮水　']);
  assert.deepEqual(styled('他*（说）*道 ~~旧文。~~新', Style.italic | Style.strike), [
    '（说）',
    '旧文。',
  ]);
});

test('a sign opens emphasis unless a blank follows it, and closes unless one stands before', () => {
  const bold = (body: string) => styled(body, Style.bold);
  const italic = (body: string) => styled(body, Style.italic);
  assert.deepEqual(bold('before 18F**,** I was'), [',']);
  assert.deepEqual(italic('modular *contracting (*aka *procurement)*'), [
    'contracting (',
    'procurement)',
  ]);
  assert.deepEqual(italic('*a **b*c* d** e* f'), ['a', 'b*c* d', ' e']);
  assert.deepEqual(italic('snake_case_name 中_文_'), []);
  assert.equal(markdown('** a** * b *'), 'p[** a** * b *]');
});

test('a backtick ends what a backtick began, and a fence without an end is text', () => {
  assert.deepEqual(styled('`a``b` c', Style.code), ['ab']);
  assert.equal(markdown('a\n~~~\n\nb'), 'p[a ~~~] p[b]');
  assert.equal(markdown('```\na\n```\nb'), 'code:[a] p[b]');
});

test('a line with a bar is cut there, and lines that all have one are a table', () => {
  assert.equal(markdown('[a | b](c)'), 'p[[a | b](c)]');
  assert.equal(markdown('a `b|c` d'), 'p[a b|c d]');
  assert.equal(markdown('a | b\nc'), 'p[a | b c]');
  assert.equal(markdown('a | b\nc | d'), 'table(td(p[a]) td(p[b]) / td(p[c]) td(p[d]))');
  const [home, back] = read('[a](/a) | [b](/b)').links;
  assert.deepEqual([home?.href, back?.href], ['/a', '/b']);
});

test('a link definition may hold blanks', () => {
  const { text, links } = read('[a][1]\n\n[1]: javascript:f(x, y) "t"');
  assert.equal(text, 'a');
  assert.equal(links[0]?.href, 'javascript:f(x, y)');
});

test('an element within a line that holds no markup and does not end takes no more than its paragraph', () => {
  assert.equal(markdown('a <script>b\n\nc'), 'p[a] p[c]');
  assert.equal(markdown('a <title>b\n\nc'), 'p[a] p[c]');
});

test('HTML of generators other than Jekyll is as CommonMark has it', () => {
  const site = (body: string) =>
    outline(readArticle(body, 'markdown', { ...context, templates: 'shortcodes' }).blocks);
  assert.equal(site('<div style=color:red>\n\n**a**\n\n</div>'), 'p[a]');
  assert.equal(site('<div>\n*a*\n</div>\n*b*\n\n*c*'), 'p[*a*] p[*b*] p[c]');
});

test('directives and alerts of other generators leave their words', () => {
  const article = readArticle(
    ':::note[Mind]\na\n:::\n\n::: tip\nb\n:::\n\n::github{repo="a/b"}\n\n> [!WARNING]\n> c\n\n```\n:::\n```',
    'markdown',
    { ...context, templates: 'shortcodes' },
  );
  assert.equal(outline(article.blocks), 'p[Mind] p[a] p[b] quote(p[Warning\nc]) code:[:::]');
});

test('tables, task lists, definition lists and strikethrough are read', () => {
  assert.equal(
    markdown('| a | b |\n|---|--:|\n| 1 | 2 |'),
    'table(th(p[a]) th(p[b]) / td(p[1]) td(p[2]))',
  );
  assert.equal(markdown('- [ ] a\n- [x] b\n- [c](d)'), 'list(☐ p[a] ☑ p[b] • p[c])');
  assert.equal(markdown('a\n: b\n: c'), 'dl(dt[a] dd(p[b]) dd(p[c]))');
});

test('several terms share a definition, each on a line of its own', () => {
  assert.equal(markdown('a\nb\n: c\n: d'), 'dl(dt[a] dt[b] dd(p[c]) dd(p[d]))');
  assert.equal(markdown('a\n*b*\n\n: c'), 'dl(dt[a] dt[b] dd(p[c]))');
  assert.equal(markdown('> a\n> b\n> : c'), 'quote(dl(dt[a] dt[b] dd(p[c])))');
  assert.equal(markdown('a\nb: c'), 'p[a b: c]');
  assert.equal(markdown('a\n# b\n: c'), 'p[a] h1[b] p[: c]');
});

test('a tilde, and a colon with nothing behind it, define nothing', () => {
  assert.equal(markdown('a\n\n~\n\nb'), 'p[a] p[~] p[b]');
  assert.equal(markdown('a\n~ b'), 'p[a ~ b]');
  assert.equal(markdown('a\n: b\n:\n: c'), 'dl(dt[a] dd(p[b :]) dd(p[c]))');
});

test('a list item ends the paragraph above it, whatever its number', () => {
  assert.equal(markdown('a\n4. b\n5. c'), 'p[a] list(4. p[b] 5. p[c])');
  assert.equal(markdown('a\n4.5 b\n    6. c'), 'p[a 4.5 b 6. c]');
});

test('HTML in a list item takes in the less indented lines right below it', () => {
  assert.equal(markdown('- <pre>a\nb</pre>\n- c'), 'list(• code:[a\nb] • p[c])');
  assert.equal(markdown('- <pre>a\n- b'), 'list(• code:[a] • p[b])');
  assert.equal(markdown('- <pre>a\n\nb'), 'list(• code:[a]) p[b]');
  assert.equal(markdown('- <div>a\n</div>\nb'), 'list(• p[a]) p[</div> b]');
  assert.equal(markdown('- a\nb\n</pre>\n\n    c'), 'list(• p[a b]) p[</pre>] code:[c]');
});

test('an element of HTML right behind another reaches to its end tag too', () => {
  assert.equal(markdown('<p>a</p> <div>b\n\n*c*</div>*d*'), 'p[a] p[b *c*] p[d]');
});

test('emphasis within a link within emphasis of its kind is text', () => {
  assert.equal(markdown('*a* [*b*](c) *d [*e* **f**](g)*'), 'p[a b d *e* f]');
});

test('a table needs neither a row of dashes nor equal rows', () => {
  assert.equal(markdown('| a | b |\n| c |'), 'table(td(p[a]) td(p[b]) / td(p[c]))');
  assert.equal(
    markdown('| a | b |\n|---|\n| c | `d|e` |'),
    'table(th(p[a]) th(p[b]) / td(p[c]) td(p[d|e]))',
  );
});

test('footnotes go to the end, with anchors both ways', () => {
  const article = read('a[^x] b[^x]\n\n[^x]: note\n\nlast');
  assert.equal(outline(article.blocks), 'p[a1 b1] p[last] notes(1. p[note ↩ ↩2])');
  assert.deepEqual(
    article.links.map(link => link.href),
    ['#fn:x', '#fn:x', '#fnref:x', '#fnref:x:1'],
  );
  for (const link of article.links) assert.ok(article.anchors.has(link.href.slice(1)), link.href);
});

test('a note written where it is referred to is text, as generators have it', () => {
  assert.equal(markdown('a^[b] c'), 'p[a^[b] c]');
});

test('an abbreviation changes nothing and its definition is not shown', () => {
  assert.equal(markdown('GDP up\n\n*[GDP]: gross domestic product'), 'p[GDP up]');
});

test('quotes and dashes are set as kramdown sets them, signs of copyright are not', () => {
  assert.equal(
    markdown(`"It's" -- 'so' --- "yes"... (c) (tm) +-`),
    'p[“It’s” – ‘so’ — “yes”… (c) (tm) +-]',
  );
  assert.equal(markdown('他说"你好"，她说"再见"。'), 'p[他说“你好”，她说“再见”。]');
  assert.equal(markdown('`"a" -- b` \\"c\\" &quot;d&quot;'), 'p["a" -- b "c" "d"]');
});

test('a link may have blanks and brackets in its target', () => {
  const { links, text } = read(
    '[返回 晚报](//host/category/a b.html)｜[c](d (e).html "f") ![g](h i.png)',
  );
  assert.deepEqual(
    links.map(({ href }) => href),
    ['//host/category/a b.html', 'd (e).html'],
  );
  assert.equal(text, '返回 晚报｜c');
});

test('attribute lists are taken out of the text and give anchors', () => {
  const article = read(
    'a\n{: #one .x}\n\n# b {#two}\n\n*c*{: .y} [d](e){:target="_blank"}\n\n{:.z}\nf\n\n{:ref: #g}\n\nh {i}',
  );
  assert.equal(outline(article.blocks), 'p[a] h1[b] p[c d] p[f] p[h {i}]');
  assert.equal(article.anchors.get('one'), 0);
  assert.equal(article.anchors.get('two'), 3);
});

test('an attribute list can hide a block', () => {
  assert.equal(markdown('a\n{: style="display:none"}\n\nb'), 'p[b]');
});

test('headings get the ids that links to them use', () => {
  const { anchors } = read('# 今天 Hello, World!\n\n## a b\n\n## a b');
  assert.deepEqual([...anchors.keys()], ['今天-hello-world', 'a-b', 'a-b-1']);
});

test('a list with {:toc} becomes the list of contents', () => {
  const article = read('* x\n{:toc}\n\n# a\n\n## b *c*\n\n# d\n{:.no_toc}');
  assert.equal(outline(article.blocks), 'list(• p[a] list(• p[b c])) h1[a] h2[b c] h1[d]');
  assert.deepEqual(
    article.links.map(({ href }) => href),
    ['#a', '#b-c'],
  );
});

test('extensions and end of block markers show nothing', () => {
  assert.equal(
    markdown('a\n\n{::comment}\nb\n\nc\n{:/comment}\n\nd {::comment}e{:/} f\n^\ng'),
    'p[a] p[d f] p[g]',
  );
  assert.equal(markdown('{::nomarkdown}\n<b>*a*</b>\n{:/}'), 'p[*a*]');
});

test('HTML reaches to its end tag and holds no Markdown unless it asks for it', () => {
  assert.equal(markdown('<div>\n*a*\n\n*b*\n</div>\n*c*'), 'p[*a* *b*] p[c]');
  assert.equal(markdown('<div markdown="1">\n*a*\n\n- b\n</div>'), 'p[a] list(• p[b])');
  assert.equal(
    markdown('<p markdown="1">*a*</p>\n\n<div><p markdown="span">*b*</p></div>'),
    'p[a] p[b]',
  );
  assert.equal(markdown('a <kbd>*b*</kbd> <span>*c*</span>'), 'p[a *b* c]');
});

test('indented HTML between blank lines is not code', () => {
  assert.equal(
    markdown('<table>\n\n    <tr>\n\n        <td>a</td><td>b</td>\n    </tr>\n</table>'),
    'table(td(p[a]) td(p[b]))',
  );
});

test('a comment hides what is in it and nothing after it', () => {
  assert.equal(markdown('a\n\n<!-- b\n\nc --> *d*\n\ne'), 'p[a] p[d] p[e]');
});

test('formulas keep their source', () => {
  assert.equal(
    markdown('a $$x_1 * y_1$$\n\n$$\n\\sum_i *x*\n$$'),
    'p[a \\(x_1 * y_1\\)] p[\\[\\sum_i *x*\\]]',
  );
});

test('a line that holds only <> is dropped', () => {
  assert.equal(markdown('来源：a\n<>\n返回'), 'p[来源：a 返回]');
});

test('code keeps what it holds', () => {
  assert.equal(
    markdown('```js\na\n\n  "b" -- c\n```\n\n    d'),
    'code:js[a\n\n  "b" -- c] code:[d]',
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Style } from '../../source/article/document.ts';
import { outline, read } from './reading.ts';

const html = (body: string): string => outline(read(body, 'html').blocks);

test('blocks stand apart and white space collapses', () => {
  assert.equal(html('<div> a\n b </div>c<p>d<section>e</section>'), 'p[a b] p[c] p[d] p[e]');
  assert.equal(html('<p>a  <b> b</b>\tc</p>'), 'p[a b c]');
});

test('a line feed between two East Asian characters vanishes, elsewhere it is a blank', () => {
  assert.equal(
    html('<p>今天\n  新闻，\n“晨报”\nabc\n한국\n어</p>'),
    'p[今天新闻，“晨报” abc 한국 어]',
  );
});

test('headings keep their letters as they are', () => {
  assert.equal(html('<h1>Straße <i>x</i></h1><h6>z</h6>'), 'h1[Straße x] h6[z]');
});

test('what a browser hides is not read', () => {
  const hidden = [
    '<p style="color:red; display : none">a</p>',
    '<p hidden>a</p>',
    '<span style="visibility:hidden">a</span>',
    '<!-- a -->',
    '<script>a</script>',
    '<style>a</style>',
    '<template>a</template>',
    '<noscript>a</noscript>',
    '<title>a</title>',
    '<iframe>a</iframe>',
    '<svg><title>a</title><desc>a</desc><defs><text>a</text></defs></svg>',
    '<dialog>a</dialog>',
    '<progress>a</progress>',
    '<noembed>a</noembed>',
    '<video>a</video>',
  ];
  for (const each of hidden) assert.equal(html(`${each}<p>b</p>`), 'p[b]', each);
});

test('labels of a drawing, and what stands in for an object, are shown as a browser shows them', () => {
  assert.equal(html('<svg><g><text>a</text><text>b</text></g></svg>'), 'p[a b]');
  assert.equal(html('<object data="x"><param name="a">a</object>'), 'p[a]');
});

test('ruby without a reading has no brackets', () => {
  assert.equal(html('<ruby>漢<rt></rt></ruby>字'), 'p[漢字]');
});

test('paragraphs without a word are dropped, and so is a line that is only <>', () => {
  assert.equal(
    html('<p></p><p>&nbsp;</p><p>　　</p><p>&lt;&gt;</p><a name="x"></a><p>a</p>'),
    'p[a]',
  );
});

test('br breaks the line, two of them the paragraph', () => {
  assert.equal(html('<p>a<br>b<br><br>c<br></p>'), 'p[a\nb] p[c]');
});

test('lists number their items by start, value, reversed and type', () => {
  assert.equal(html('<ol start=3><li>a<li value=7>b<li>c</ol>'), 'list(3. p[a] 7. p[b] 8. p[c])');
  assert.equal(html('<ol reversed><li>a<li>b</ol>'), 'list(2. p[a] 1. p[b])');
  assert.equal(html('<ol type=i><li>a<li>b</ol>'), 'list(i. p[a] ii. p[b])');
  assert.equal(html('<ol type=A start=27><li>a</ol>'), 'list(AA. p[a])');
  assert.equal(html('<ol start=x><li>a</ol>'), 'list(1. p[a])');
});

test('lists stand in lists, also where the inner one is not in an item', () => {
  assert.equal(html('<ul><li>a<ul><li>b</ul></ul>'), 'list(• p[a] list(• p[b]))');
  assert.equal(html('<ul><li>a</li><ul><li>b</li></ul></ul>'), 'list(• p[a] list(• p[b]))');
});

test('a list is loose where an item holds a paragraph of its own', () => {
  const [tight] = read('<ul><li>a<li>b</ul>', 'html').blocks;
  const [loose] = read('<ul><li>a<li><p>b</p></ul>', 'html').blocks;
  assert.equal(tight?.kind === 'list' && tight.tight, true);
  assert.equal(loose?.kind === 'list' && loose.tight, false);
});

test('a check box at the start of an item is its marker', () => {
  assert.equal(
    html('<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>'),
    'list(☑ p[a] ☐ p[b])',
  );
});

test('tables keep spans, captions and header cells; text outside of cells comes before', () => {
  assert.equal(
    html(
      '<table>x<caption>c</caption><tr><th colspan=2>a<tr><td rowspan=2>b<td>d<tr><td>e</table>',
    ),
    'p[x] table(caption[c] th2x1(p[a]) / td1x2(p[b]) td(p[d]) / td(p[e]))',
  );
});

test('spans reach no further than the table and no table has more than 200 columns', () => {
  assert.equal(
    html('<table><tr><td rowspan=0>a<td rowspan=99999>b<tr><td>c</table>'),
    'table(td1x2(p[a]) td1x2(p[b]) / td(p[c]))',
  );
  const [block] = read(`<table><tr>${'<td colspan=150>a'.repeat(3)}</table>`, 'html').blocks;
  const widths = block?.kind === 'table' ? block.rows[0]?.map(cell => cell.columns) : [];
  assert.deepEqual(widths, [150, 50]);
});

test('a table of one cell only is what it holds', () => {
  assert.equal(html('<table><tr><td><p>a</p><p>b</p></table>'), 'p[a] p[b]');
});

test('alignment comes from center, align and style', () => {
  const aligns = read(
    '<center>a</center><p align=right>b<p style="text-align:center">c<p>d',
    'html',
  ).blocks.map(block => block.kind === 'paragraph' && block.align);
  assert.deepEqual(aligns, ['center', 'right', 'center', 'left']);
});

test('definition lists keep terms and descriptions together', () => {
  assert.equal(
    html('<dl><dt>a<dt>b<dd>c<dd><p>d</p></dd><div><dt>e</dt><dd>f</dd></div></dl>'),
    'dl(dt[a] dt[b] dd(p[c]) dd(p[d]) dt[e] dd(p[f]))',
  );
});

test('preformatted text keeps its white space and names its language', () => {
  assert.equal(
    html('<pre><code class="hl language-js">\n a\n\n  b\n</code></pre>'),
    'code:js[ a\n\n  b]',
  );
  assert.equal(html('<pre>a\tb<br>c</pre>'), 'code:[a   b\nc]');
});

test('images in preformatted text stay on their lines', () => {
  const [first] = read('<pre>\n<img src=a alt=A>\nb\n<img src=c alt=C>\n</pre>', 'html').blocks;
  assert.ok(first?.kind === 'code');
  assert.equal(first.leaf.text, '\nb\n');
  assert.deepEqual(
    first.leaf.images.map(({ at }) => at),
    [0, 3],
  );
});

test('quotes, rules, figures and details show what they hold', () => {
  assert.equal(
    html(
      '<blockquote><p>a</blockquote><hr><figure><figcaption>b</figcaption></figure><details><summary>c</summary>d</details>',
    ),
    'quote(p[a]) rule p[b] p[c] p[d]',
  );
});

test('ruby stands in brackets after its base, with or without rp', () => {
  assert.equal(html('<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>字'), 'p[漢(かん)字]');
  assert.equal(html('<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>'), 'p[漢(かん)字(じ)]');
});

test('options and unknown elements show their text and glue nothing together', () => {
  assert.equal(html('<select><option>a<option>b</select><x-y>c</x-y>'), 'p[a] p[b] p[c]');
});

test('styles come from elements and style attributes', () => {
  const [block] = read(
    '<p><b>a<i>b</i></b><sup>c</sup><span style="font-weight:700;text-decoration:underline">d</span>',
    'html',
  ).blocks;
  const runs = block?.kind === 'paragraph' ? block.leaf.runs.map(run => run.style) : [];
  assert.deepEqual(runs, [
    Style.bold,
    Style.bold | Style.italic,
    Style.superscript,
    Style.bold | Style.underline,
  ]);
});

test('images are kept apart from the words, trackers and empty ones dropped', () => {
  const article = read(
    '<p>a <img src="1.png" alt="图"> b<img width=1 height=1 src=t.gif><img></p><p><a href=x><img src=2.png></a></p>',
    'html',
  );
  assert.equal(article.text, 'a b');
  assert.deepEqual(article.images, [
    { alt: '图', src: '1.png', start: 2 },
    { alt: '', src: '2.png', start: 3 },
  ]);
  assert.deepEqual(article.links, [{ n: 1, text: '', href: 'x', start: 3, end: 3 }]);
});

test('an image that a script would load later is taken from where the script finds it', () => {
  const { images } = read('<img src="data:image/gif;base64,AAAA" data-src="b.jpg">', 'html');
  assert.equal(images[0]?.src, 'b.jpg');
});

test('entities are decoded once, and control characters in them are shown', () => {
  assert.equal(html('<p>&amp;lt; &#27;[31m &copy; &#x4e2d;</p>'), 'p[&lt; ␛[31m © 中]');
});

test('boxes of footnotes become notes, whoever wrote them', () => {
  const body =
    '<p>a<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><div class="footnotes"><hr><ol><li id="fn:1"><p>b <a href="#fnref:1">↩</a></p></li></ol></div>';
  const article = read(body, 'html');
  assert.equal(outline(article.blocks), 'p[a1] notes(1. p[b ↩])');
  assert.equal(article.anchors.get('fn:1'), 4);
  assert.equal(article.anchors.get('fnref:1'), 1);
});

test('an image beside a forced line break stands in a paragraph of its own', () => {
  const article = read('<p>a<br><img src=x alt=b><br>c</p>', 'html');
  assert.equal(outline(article.blocks), 'p[a] p[] p[c]');
  assert.equal(article.text, 'a\n\nc');
  assert.equal(article.images[0]?.start, 3);
});

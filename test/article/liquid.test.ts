import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandLiquid } from '../../source/article/liquid.ts';
import { context, read } from './reading.ts';

const expand = (source: string): string => expandLiquid(source, context);

test('text without tags passes as it is', () => {
  assert.equal(expand('100 % {of} { it }'), '100 % {of} { it }');
});

test('page, site and literals are printed, filters of addresses applied', () => {
  assert.equal(expand('{{ page.title }}·{{site.title}}·{{ "a" | append: ".b" }}'), '标题·晨报·a.b');
  assert.equal(expand("{{ '/a/b' | relative_url }}"), '/news/a/b');
  assert.equal(expand('{{ "a" | absolute_url }}'), 'https://example.org/news/a');
  assert.equal(
    expand('{{ "/x" | prepend: site.baseurl | prepend: site.url }}'),
    'https://example.org/news/x',
  );
});

test('post_url and link give addresses, or what was asked for where nobody knows', () => {
  assert.equal(expand('[a]({% post_url 2022-03-11-tide %})'), '[a](/2022/03/11/tide.html)');
  assert.equal(expand('{% link about.md %} {% post_url 2000-01-01-x %}'), '/about/ 2000-01-01-x');
});

test('what is between raw and endraw is not touched', () => {
  assert.equal(expand('{% raw %}{{ x }} {% y %}{% endraw %}{{ x }}'), '{{ x }} {% y %}');
});

test('comments, unknown outputs and unknown tags are dropped, never printed', () => {
  assert.equal(expand('a{% comment %}b{{ c }}{% endcomment %}d'), 'ad');
  assert.equal(expand('a{% include x.html y="z" %}{{ user.name }}{% if a %}b{% endif %}c'), 'abc');
  assert.equal(expand('{{ __proto__ }}{{ page.constructor }}{{ site.toString }}'), '');
});

test('the body of a loop or a capture is not printed where it stands', () => {
  assert.equal(expand('a{% for p in x %}{% for q in p %}b{% endfor %}c{% endfor %}d'), 'ad');
  assert.equal(expand('a{% for p in x %}b'), 'ab');
});

test('hyphens in tags take the white space beside them', () => {
  assert.equal(expand('a \n {%- assign b = 1 -%} \n c'), 'ac');
});

test('Hugo shortcodes are dropped and references leave their target', () => {
  assert.equal(expand('a{{< figure src="b.png" >}}c'), 'ac');
  assert.equal(expand('[a]({{< relref "post.md" >}})'), '[a](post.md)');
});

test('an opening without an end is text', () => {
  assert.equal(expand('a {{ b and {% c'), 'a {{ b and {% c');
});

test('a highlighted block is code with its language, blank lines and all', () => {
  const article = read(
    '- a\n\n{% highlight ruby %}\ndef a\n\n  1 * 2 * _x_\nend\n{% endhighlight %}\n\nb',
  );
  const code = article.blocks.find(block => block.kind === 'code');
  assert.equal(code?.language, 'ruby');
  assert.equal(code?.leaf.text, 'def a\n\n  1 * 2 * _x_\nend');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '../../source/article/read-article.ts';
import { dropShortcodes } from '../../source/article/shortcodes.ts';
import { context } from './reading.ts';

test('shortcodes of Hugo and Zola are dropped, what they stand around is not', () => {
  assert.equal(dropShortcodes('a{{< figure src="b.png" >}}c{{% note %}}d{{% /note %}}'), 'acd');
  assert.equal(dropShortcodes('a{{ youtube(id="x") }}b{% quote(author="c") %}d{% end %}e'), 'abde');
});

test('a reference of Hugo leaves its target and highlight a code block', () => {
  assert.equal(dropShortcodes('[a]({{< relref "post.md" >}})'), '[a](post.md)');
  const shown = dropShortcodes('{{< highlight go >}}\nx := 1\n{{< /highlight >}}');
  assert.match(shown, /^<pre><code class="language-go">x &#58;&#61; 1<\/code><\/pre>/);
});

test('braces that are no shortcode stay as they are', () => {
  for (const text of ['{{ x }}', '{{x}} {% if a %}', 'a {{< b', 'a {% c( d', '{{impl}}::new']) {
    assert.equal(dropShortcodes(text), text);
  }
});

test('nothing is dropped within code', () => {
  for (const text of [
    '`{{< a >}}` and ``{{ b() }}` ``',
    '```\n{{< a >}}\n{% c() %}\n```\n',
    '~~~ html\n{{ b() }}\n```\n{{ c() }}\n~~~~\n',
    '> ```\n> {{< a >}}\n',
    '```a``` `{{< b >}}`',
  ]) {
    assert.equal(dropShortcodes(text), text);
  }
  assert.equal(dropShortcodes('```\na\n```\n{{< b >}}c'), '```\na\n```\nc');
  assert.equal(dropShortcodes('a ` b\n\n{{< c >}} ` d'), 'a ` b\n\n ` d');
});

test('escaped shortcodes are shown without the marks that escape them', () => {
  assert.equal(dropShortcodes('`{{</* a */>}}` {{%/* b */%}}'), '`{{< a >}}` {{% b %}}');
  assert.equal(dropShortcodes('```\n{{/* a() */}}\n```'), '```\n{{ a() }}\n```');
});

test('an article is read with Liquid unless shortcodes are asked for', () => {
  const body = 'a `{{ x }}` {% raw %}b{% endraw %}';
  assert.equal(readArticle(body, 'markdown', context).text, 'a `` b');
  const { text } = readArticle(body, 'markdown', { ...context, templates: 'shortcodes' });
  assert.equal(text, 'a {{ x }} {% raw %}b{% endraw %}');
});

test('floods of openings take linear time', () => {
  const parts = [
    '{{< ',
    '{{',
    '{% a( ',
    '{{ a( ',
    '{{</* ',
    '` `` ',
    '```\n',
    '{{< highlight a >}}/',
  ];
  for (const part of parts) {
    const source = `${part.repeat(300_000 / part.length)}`;
    const start = performance.now();
    dropShortcodes(source);
    dropShortcodes(`${source} }} >}} %} */>}}`);
    assert.ok(performance.now() - start < 1000, part);
  }
});

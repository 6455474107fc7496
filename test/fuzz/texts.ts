/** Random posts: pieces of every syntax that has a meaning, in any order, with words among them. */
import type { Random } from '../helpers/random.ts';

const WORDS = [
  'alpha',
  '中文，',
  '“引文”',
  'a b',
  'é',
  '字',
  '👩‍👩‍👧',
  'e\u0301',
  'שלום',
  'ภาษา',
  'x'.repeat(60),
];

const CONTROLS = [
  '\x1b[31m',
  '\x1b]0;t\x07',
  '\x9b1m',
  '\0',
  '\b',
  '\r',
  '\x85',
  '\u2028',
  '\u202e',
  '\u2067',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\ud800',
  '\uffff',
  '&#27;[2J',
  '&#x9b;',
  '&#xD800;',
  '&#0;',
];

const MARKDOWN = [
  '\n',
  '\n\n',
  '# ',
  '## x\n',
  '> ',
  '- ',
  '1. ',
  '    ',
  '\t',
  '```\n',
  '~~~\n',
  '`',
  '**',
  '*',
  '_',
  '~~',
  '[',
  ']',
  '](',
  ')',
  '![',
  '|',
  '|-|-|\n',
  '\n---\n',
  '\n===\n',
  '[^1]',
  '\n[^1]: ',
  '\n[a]: /b "c"\n',
  ': ',
  '{: .a #b}',
  '{:toc}',
  '$$',
  '\\',
  '  \n',
  '<http://a.b>',
  'https://a.example/b?c=d',
  '*[ab]: c\n',
  '- [ ] ',
  '&amp;',
  '&copy;',
  '--',
  '...',
  '"',
];

const HTML = [
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<div markdown="1">',
  '<b>',
  '</b>',
  '<a href="/x">',
  "<a href='",
  '</a>',
  '<a name=q>',
  '<img alt="i" src=y>',
  '<br>',
  '<hr>',
  '<ul>',
  '<ol start=3 reversed>',
  '<li value=9>',
  '</ul>',
  '<table>',
  '<tr>',
  '<td colspan=3 rowspan=2>',
  '<th>',
  '</table>',
  '<caption>',
  '<pre>',
  '</pre>',
  '<code>',
  '<script>',
  '</script>',
  '<style>',
  '<!--',
  '-->',
  '<ruby>',
  '<rt>',
  '</ruby>',
  '<dl><dt>',
  '<dd>',
  '<h2 id=h>',
  '</h2>',
  '<blockquote>',
  '<details><summary>',
  '<span style="display:none">',
  '</span>',
  '<x-y>',
  '<',
  '>',
  '="',
  '<svg>',
  '<textarea>',
  '<?',
  '<![CDATA[',
  '<font',
  ' hidden>',
  '<sub>',
  '<center>',
  '<select><option>',
];

const LIQUID = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{{ page.title }}',
  '{% raw %}',
  '{% endraw %}',
  '{% comment %}',
  '{% endcomment %}',
  '{% post_url 2022-03-11-a %}',
  '{% link a.md %}',
  '{{ site.url }}',
  '{{ "a" | relative_url }}',
  '{% if x %}',
  '{% endif %}',
  '{% highlight js %}',
  '{% endhighlight %}',
  '{{< a >}}',
  '{{% b %}}',
  '{%- x -%}',
  '| upcase',
  "'",
  '{{ page.__proto__ }}',
];

const YAML = [
  'title: ',
  'date: ',
  'categories: ',
  'tags: [',
  ']',
  'a, b',
  '\n',
  '\n  ',
  '- ',
  '"',
  "'",
  '\\e[31m',
  '\\u0000',
  '\\x9b',
  '&a ',
  '*a ',
  '<<: *a',
  '{',
  '}',
  ': ',
  '|\n  x',
  '>-\n  y',
  '!!binary ',
  '!!js/function ',
  '# c',
  '2022-03-11 10:17:03 +0800',
  '2022-3-1',
  '99:99',
  'null',
  '~',
  '.inf',
  '-1',
  'permalink: /:title/',
  'published: false',
  'layout: post',
  '__proto__: ',
  'constructor: ',
  '\t',
  '\r\n',
  '---',
  '...',
  '%YAML 1.2',
  'redirect_from: ',
  'true',
  '0x1F',
  '[[',
  '? ',
  '@',
  '`',
];

const OPENS = [
  '---\n',
  '---\r\n',
  '\ufeff---\n',
  '--- \n',
  '\n---\n',
  '+++\n',
  '---js\n',
  '----\n',
  '',
];
const CLOSES = ['\n---\n', '\n...\n', '\n--- \n', '\n+++\n', '\n', ''];

function some(parts: readonly string[], most: number, random: Random): string {
  return Array.from({ length: random(most) }, () => parts[random(parts.length)] ?? '').join('');
}

function pick(parts: readonly string[], random: Random): string {
  return parts[random(parts.length)] ?? '';
}

/** A body in which one or all of the syntaxes meet. */
export function randomBody(random: Random): string {
  const sets = [MARKDOWN, HTML, LIQUID, CONTROLS];
  const chosen =
    random(3) === 0 ? sets.flat() : [...(sets[random(sets.length)] ?? []), ...MARKDOWN.slice(0, 2)];
  return some([...chosen, ...WORDS, ' ', ' '], 120, random);
}

/** A whole post; its header may be none. */
export function randomPost(random: Random): string {
  const header = some([...YAML, ...(random(3) === 0 ? CONTROLS : []), ...WORDS], 40, random);
  return pick(OPENS, random) + header + pick(CLOSES, random) + randomBody(random);
}

/** Bytes with a few of them changed, lost or doubled. */
export function damaged(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let times = 1 + random(8); times > 0 && copy.length > 0; times -= 1)
    copy[random(copy.length)] = random(256);
  switch (random(4)) {
    case 0:
      return copy.subarray(0, random(copy.length + 1));
    case 1: {
      const at = random(copy.length + 1);
      return Buffer.concat([copy.subarray(0, at), copy.subarray(random(copy.length + 1))]);
    }
    default:
      return copy;
  }
}

/** A file or path name with anything in it but NUL and a slash. */
export function randomName(random: Random): string {
  const name = some(
    [...WORDS, ...CONTROLS, '%', '%1b', '\t', '\n', ' ', '-', '.', "'", '$(id)', '__proto__'],
    8,
    random,
  );
  return `${name.replace(/[\0/]/g, '')}.md`;
}

import { type HostilePost, LARGE, nest, post, type Sizes } from './post.ts';

const DEEP = 10_000;

/** Markup that nests, repeats or never ends. */
export function markupPosts({ flood, many }: Sizes): readonly HostilePost[] {
  const some = (name: string, body: string, ending?: string): HostilePost =>
    post(name, body, ending);
  return [
    some('HTML 10,000 deep', nest('<div>', '</div>', DEEP)),
    some('inline HTML 10,000 deep', nest('<b><i>', '</i></b>', DEEP)),
    some('HTML deep and never closed', flood('<div><span><table><tr><td>a', LARGE), 'html'),
    some('lists 10,000 deep', `${flood('- ', 2 * DEEP)}inside`),
    some(
      'lists by indent 10,000 deep',
      many(1400, level => `${' '.repeat(level)}- i${level}`).join('\n'),
    ),
    some('HTML lists 10,000 deep', nest('<ul><li>', '</li></ul>', DEEP), 'html'),
    some('quotes 10,000 deep', `${flood('>', DEEP)} inside`),
    some(
      'brackets 10,000 deep',
      `${nest('[', ']', DEEP)} ${nest('[', '](a)', DEEP)} ${nest('![', '](a)', DEEP)}`,
    ),
    some('brackets never closed', `${flood('[', LARGE / 2)}${flood('![[(', LARGE / 2)}`),
    some(
      'parentheses in an address',
      `[a](${nest('(', ')', DEEP, 'x')}) [b](<${flood('<', 10_000)}`,
    ),
    some(
      'emphasis never closed',
      `${flood('*a _b ', LARGE / 2)}${flood('**', LARGE / 4)}${flood('~~', LARGE / 4)}`,
    ),
    some('code marks of every length', many(1200, length => '`'.repeat(length)).join(' a ')),
    some('tag flood', flood('<x>', LARGE)),
    some('end tag flood', flood('</x>', LARGE)),
    some('attribute flood', `<a ${many(100_000, name => `b${name}=c`).join(' ')}>link</a>`),
    some(
      'one attribute of a megabyte',
      `<a href="${flood('x', LARGE)}" title="${flood('y', 1000)}">link</a>`,
    ),
    some(
      'style attributes',
      flood('<p style="display:none;display:block;color:red">a</p>', 300_000),
    ),
    some(
      'table span bomb',
      `<table>${flood('<tr><td colspan=999999999 rowspan=999999999>a<td colspan=1000 rowspan=65534>b</tr>', 200_000)}</table>`,
    ),
    some(
      'table of negative spans',
      '<table><tr><td colspan=-1 rowspan=0>a<td colspan=1e99 rowspan=NaN>b<td colspan="2147483648">c</tr></table>',
    ),
    some('tables in tables', nest('<table><tr><td>', '</td></tr></table>', 1000)),
    some('table of 100,000 rows', `|a|b|\n|-|-|\n${flood('|c|d|\n', 600_000)}`),
    some('table of many columns', `<table><tr>${flood('<td>c</td>', 500_000)}</tr></table>`),
    some('entity flood', `${flood('&amp;&lt;&#65;&notanentity;', LARGE)}`),
    some(
      'doctype entities',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;&b;&b;</p>`,
      'html',
    ),
    some('comments never closed', `a ${flood('<!-- ', 300_000)}`),
    some(
      'raw elements never closed',
      `before <script>${flood('<script>', 10_000)}</script> after <style>${flood('a{', 10_000)}</style> more <textarea></textarea>`,
    ),
    some('processing and CDATA', `${flood('<?a ', 100_000)}${flood('<![CDATA[', 100_000)}`),
    some(
      'reference flood',
      `${many(30_000, n => `[r${n}]: /u${n}`).join('\n')}\n\n${flood('[r1][r2] ', 200_000)}`,
    ),
    some(
      'footnote flood',
      `${many(10_000, n => `x[^f${n}]\n\n[^f${n}]: note [^f${n + 1}]\n`).join('\n')}`,
    ),
    some(
      'abbreviation flood',
      `${many(3000, n => `*[w${n}]: t`).join('\n')}\n\n${flood('w1 w2 w3 ', 200_000)}`,
    ),
    some('link flood', flood('[a](b) <a href=c>d</a> ', LARGE)),
    some('image flood', flood('![a](b.png) <img src=c alt=d> ', LARGE)),
    some('heading flood', `* x\n{:toc}\n\n${flood('# a\n\n', 300_000)}`),
    some('line feeds of a megabyte', flood('\n', LARGE)),
    some('breaks of a megabyte', flood('a<br>', LARGE)),
    some('ruby in ruby', `${nest('<ruby>漢<rt>', '</rt></ruby>', 3000)}`),
    some(
      'Liquid never closed',
      `${flood('{% if a %}{{ b ', 300_000)}{% raw %}${flood('{{', 100_000)}`,
    ),
    some(
      'Liquid that loops',
      `{% for i in (1..999999999) %}${flood('{% for j in (1..999999999) %}', 3000)}x{% endfor %}{% assign a = "b" | append: a %}{% include x %}{% capture y %}`,
    ),
    some('Liquid filters', `{{ "a" ${flood('| append: "b" ', 300_000)}}}`),
    some(
      'Liquid of prototypes',
      '{{ page.__proto__ }} {{ page.constructor.name }} {{ site.__proto__.polluted }} {{ constructor }} {{ __proto__ }} {{ page["__proto__"] }} {{ page.toString }}',
    ),
    some('shortcode flood', flood('{{< a >}}{{% b %}}', 300_000)),
    some('attribute list flood', flood('{: .a #b c="d"}\n*x*{:.y}', 300_000)),
    some('mathematics never closed', flood('$$ \\frac{', 300_000)),
    some('backslashes', flood('\\', LARGE)),
    some('a wall of CRLF tables', flood('| a\r\n', 300_000)),
  ];
}

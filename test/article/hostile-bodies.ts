/** Fills `size` UTF-16 units with copies of `part`. */
function flood(part: string, size: number): string {
  return part.repeat(Math.ceil(size / part.length));
}

/** `open` and `close` nested as deep as `size` allows. */
function nested(open: string, close: string, size: number): string {
  const depth = Math.floor(size / (open.length + close.length));
  return `${open.repeat(depth)}x${close.repeat(depth)}`;
}

/** Lines that make ever longer ones of `line`, until `size` is reached. */
function growing(line: (index: number) => string, size: number): string {
  const lines: string[] = [];
  let length = 0;
  for (let index = 0; length < size; index += 1) {
    const next = line(index);
    lines.push(next);
    length += next.length + 1;
  }
  return lines.join('\n');
}

const FLOODS = [
  '>',
  '>\n',
  '- ',
  '- a\n',
  '1. ',
  '<span>',
  '<span>a',
  '<b>',
  '<div>',
  '<div>\n\n',
  '<p>a\n',
  '</div>',
  '</span>',
  '`a',
  '[',
  '[a](',
  '[a](b) ',
  '[a](b c) ',
  '![a](',
  '[a][b',
  '[a]: b\n',
  '*a ',
  '**a** ',
  '*a**a ',
  '_a ',
  '~~a ',
  '*a_ ',
  '&amp;',
  '&#65;',
  'a',
  '中',
  ' ',
  '\t',
  '\n',
  '|',
  '|a|b|\n',
  '{% raw %}',
  '{%',
  '{{',
  '{{ a }}',
  '{% for a %}',
  '{% highlight x %}',
  '{% comment %}',
  '{{< highlight go >}}',
  '{: .a}\n',
  'a\n{: .a}\n',
  '*a*{:.b}',
  '{::comment}\n',
  '{::comment}',
  '^\n',
  '$$',
  '$$a\n\n',
  '<!--',
  '<!--\n\n',
  '<?',
  '<![CDATA[',
  '<',
  '<a ',
  '<a b="',
  '<code>',
  '<pre>',
  '<pre>\n\n',
  '[^a]',
  '[^a]: b\n',
  '^[',
  'a\n: b\n\n',
  '*[a]: b\n',
  '# a\n',
  '- [ ] a\n',
  '"a" ',
  '"',
  '-',
  '.',
  '<<',
  'http://a.b ',
  '<br>',
  'a<br>',
  '<img src=a>',
  '<a href=b>',
  '<a href=b>c',
  '<a name=b></a>',
  '<i id=a>b</i>',
  '<font>a',
  '<ruby>漢<rt>a</rt></ruby>',
  '<dl><dt>a<dd>b',
  '<details><summary>a</summary>',
  '<select><option>a',
  '\u200b',
  'a\u200d',
  '\u0301',
  '\u202e',
  '\u2067',
  '\x1b[31m',
  '\0',
  '\r',
  '\ud800',
  '```\n',
  '~~~\na\n',
  '---\n',
  'a\n---\n',
  '<div markdown="1">\n',
  '<p markdown="1">a',
  '- <div>a\n',
  '> <div>\n',
  '<script>',
  '<style>',
  '<title>',
  '<textarea>',
  '<svg>',
  '<math>',
  '<li>a',
  '<td>a',
  '<tr>',
  '<h1>a',
  '<blockquote>',
  '<q>a',
  '\\*',
  '\\',
  '👨‍👩‍👧',
  'שלום ',
] as const;

/** Bodies that make careless programs slow, deep or noisy; each of about `size` UTF-16 units. */
export function hostileBodies(size: number): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const part of FLOODS) bodies.set(`${JSON.stringify(part)} over and over`, flood(part, size));
  const more: Readonly<Record<string, string>> = {
    'quotes in quotes': growing(index => `${'>'.repeat(index % 700)}a`, size),
    'lists in lists': growing(index => `${' '.repeat(2 * (index % 700))}- a`, size),
    'definitions in definitions': growing(index => `${' '.repeat(2 * (index % 700))}: a`, size),
    'code spans of every length': growing(index => '`'.repeat(index), size),
    'nested brackets': nested('[', ']', size),
    'nested images': nested('![', '](a b)', size),
    'nested divs': nested('<div>', '</div>', size),
    'nested lists in HTML': nested('<ul><li>', '</li></ul>', size),
    'nested tables': nested('<table><tr><td>', '</td></tr></table>', size),
    'nested Markdown in HTML': nested('<div markdown="1">\n', '\n</div>', size),
    'spans in a block of HTML': `<div>${flood('<span>a', size)}`,
    'a row of many cells': `${flood('|a', size / 2)}\n${flood('|-', size / 2)}`,
    'a table of many rows': `|a|b|\n|-|-|\n${flood('|a|b|\n', size)}`,
    'a table of wide cells': `<table>${flood('<tr><td colspan=999 rowspan=999>a</td></tr>', size)}`,
    'a table of many HTML cells': `<table><tr>${flood('<td>a</td>', size)}</tr></table>`,
    'many attributes': `<a ${flood('b="c" ', size)}>`,
    'many footnotes': growing(index => `[^${index}]\n\n[^${index}]: x\n`, size),
    'many abbreviations': growing(index => `w${index}\n\n*[w${index}]: t\n`, size),
    'a long list of contents': `* x\n{:toc}\n\n${flood('# a\n', size)}`,
    'blocks of HTML in a list item': `- a\n\n${flood('  <div>b</div>\n\n', size)}`,
    'brackets after an address': `http://a.b/${flood('(', size / 2)}${flood(')', size)}`,
    'blanks within a line': `a${flood(' ', size)}b`,
  };
  for (const [name, body] of Object.entries(more)) bodies.set(name, body);
  return bodies;
}

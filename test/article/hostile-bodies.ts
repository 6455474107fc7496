import { FLOOD_PARTS } from './flood-parts.ts';

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

/** Bodies that make careless programs slow, deep or noisy; each of about `size` UTF-16 units. */
export function hostileBodies(size: number): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const part of FLOOD_PARTS)
    bodies.set(`${JSON.stringify(part)} over and over`, flood(part, size));
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
    'many headings': `* x\n{:toc}\n\n${growing(index => `# h${index}\n`, size)}`,
    'many link definitions': growing(index => `[r${index}]: /u${index}\n\n[r${index}] `, size),
    'many inline footnotes': growing(index => `a^[n${index}]\n`, size),
    'many anchors': growing(index => `<a name="a${index}"></a><a href="#a${index}">b</a>`, size),
    'many attribute names': `<a ${growing(index => `a${index}=b`, size)}>`,
    'nested ruby': nested('<ruby>漢<rt>', '</rt></ruby>', size),
    'nested definitions in HTML': nested('<dl><dt>a<dd>', '</dd></dl>', size),
    'nested quotes in HTML': nested('<blockquote>', '</blockquote>', size),
    'nested spans': nested('<b><i>', '</i></b>', size),
    'nested emphasis': nested('*a **b ', '** *', size),
    'nested details': nested('<details open><summary>a</summary>', '</details>', size),
    'nested parentheses in an address': `[a](${nested('(', ')', size)})`,
    'nested Liquid': nested('{% if a %}', '{% endif %}', size),
    'entities in one paragraph': `<p>${flood('&#20013;&amp;', size)}</p>`,
    'a heading of a megabyte': `# ${flood('a ', size)}`,
    'a link of a megabyte': `[${flood('a ', size)}](${flood('b', 1000)})`,
    'an address of a megabyte': `<a href="${flood('a/', size)}">b</a>`,
    'a table whose cells are long': `|a|b|\n|-|-|\n|${flood('中 ', size / 2)}|${flood('c ', size / 2)}|`,
    'a list item of a megabyte': `- ${flood('中文 a ', size)}`,
    'a definition of a megabyte': `a\n: ${flood('b c ', size)}`,
    'code of a megabyte': `    ${flood('a b ', size)}`,
    'a code span of a megabyte': `\`${flood('a b ', size)}\``,
    'a comment of a megabyte': `<!--${flood('- ', size)}-->`,
    'lazy lines of HTML in lists': growing(
      index => `${' '.repeat(2 * (index % 90))}- <div>\na`,
      size,
    ),
    'a long list of contents': `* x\n{:toc}\n\n${flood('# a\n', size)}`,
    'blocks of HTML in a list item': `- a\n\n${flood('  <div>b</div>\n\n', size)}`,
    'brackets after an address': `http://a.b/${flood('(', size / 2)}${flood(')', size)}`,
    'blanks within a line': `a${flood(' ', size)}b`,
  };
  for (const [name, body] of Object.entries(more)) bodies.set(name, body);
  return bodies;
}

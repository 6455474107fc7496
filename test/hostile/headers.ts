import { type HostilePost, headed, LARGE, nest, type Sizes } from './post.ts';

/** Each level ten copies of the one before: 10⁹ words from nine lines (the billion laughs). */
const aliases = (merge: boolean): string => {
  const lines = ['a0: &a0 {k: [lol, lol, lol]}'];
  for (let level = 1; level < 10; level += 1) {
    const copies = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(
      merge ? `a${level}: &a${level} {<<: [${copies}]}` : `a${level}: &a${level} [${copies}]`,
    );
  }
  return lines.join('\n');
};

const all = (value: string): string =>
  [
    'title',
    'date',
    'categories',
    'category',
    'tags',
    'tag',
    'permalink',
    'published',
    'layout',
    'slug',
    'redirect_from',
    'excerpt',
  ]
    .map(key => `${key}: ${value}`)
    .join('\n');

const POISON = `__proto__: {polluted: yes, title: p}
constructor: {prototype: {polluted: yes}}
prototype: x
hasOwnProperty: x
toString: x
valueOf: {}
then: x
length: 9999999999
title: prototype keys`;

/** Headers that run, grow, nest, lie about their types or name what every object has. */
export function headerPosts({ flood, many }: Sizes): readonly HostilePost[] {
  return [
    headed('YAML alias bomb', `${aliases(false)}\ntitle: *a9\ncategories: *a9\ntags: *a9`),
    headed('YAML merge bomb', `${aliases(true)}\ntitle: merge\n<<: *a9`),
    headed('YAML alias to itself', 'title: &t [*t]\ncategories: &c {a: *c}\ntags: *none'),
    headed(
      'YAML deep flow',
      `title: deep\nx: ${nest('[', ']', 10_000)}\ny: ${nest('{a: ', '}', 10_000)}`,
    ),
    headed(
      'YAML deep block',
      `title: deep block\n${many(2000, level => `${' '.repeat(level)}k:`).join('\n')}`,
    ),
    headed('YAML deep sequence', `title: deep sequence\nx:\n  ${flood('- ', 20_000)}a`),
    headed('YAML open flow', `title: open\nx: ${flood('[{', 100_000)}`),
    headed('YAML many keys', `title: many\n${many(50_000, key => `k${key}: v`).join('\n')}`),
    headed('YAML many tags', `title: tags\ntags: [${many(50_000, tag => `t${tag}`).join(', ')}]`),
    headed(
      'YAML many categories',
      `title: categories\ncategories: [${many(5000, slug => `c${slug}`).join(', ')}]`,
    ),
    headed(
      'YAML tags that make objects',
      'title: !!js/function "function(){process.exit(66)}"\ncategories: !!python/object/apply:os.system ["exit"]\ntags: !ruby/object:Gem {a: b}\nx: !!binary AAAA\ny: !!js/regexp /(a+)+$/',
    ),
    headed('YAML anchors over and over', `title: anchors\n${flood('x: &a *a\n', 100_000)}`),
    headed('YAML of directives', '%YAML 9.9\n%TAG ! tag:evil\ntitle: directives'),
    headed('types of every kind', all('[1, {a: b}, null, [c]]')),
    headed('numbers everywhere', all('-1e999')),
    headed('maps everywhere', all('{a: {b: c}}')),
    // An empty `published` hides a post, as in Jekyll.
    headed('nothing everywhere', all('').replace(/^published:.*\n?/m, '')),
    headed('dates of no calendar', 'title: dates\ndate: 99999999999-99-99 99:99:99 +9999'),
    headed('a date of the far past', 'title: past\ndate: -000001-01-01 00:00:00 -1200'),
    headed('prototype keys', POISON),
    headed(
      'prototype values',
      'title: __proto__\ncategories: __proto__\ntags: [constructor, __proto__, toString]\nslug: __proto__\npermalink: /__proto__/constructor/',
    ),
    headed('a title of a megabyte', `title: ${flood('很长的题目 ', LARGE - 200)}`),
    headed('a title of many lines', `title: |\n${flood('  line\n', 200_000)}`),
    headed('a header of ten megabytes', `title: long header\nx: "${flood('y', 10 * LARGE)}"`),
    headed(
      'a permalink that leaves the site',
      'title: permalink\npermalink: /../../../etc/passwd\nredirect_from: [/../../x, "file:///etc/passwd", "javascript:alert(1)"]',
    ),
    headed(
      'paths in the categories',
      'title: paths\ncategories: [../../x, /etc, "a/b", ".", "..", "", "con", "a\\\\b"]\nslug: ../../../tmp/x',
    ),
    headed('shell in every field', all('"$(touch /tmp/owned); `id` && rm -rf ~ | sh"')),
    headed('formats in the title', 'title: "%s%n%x {title} {date} $HOME \\\\e[31m ; & | > <"'),
  ];
}

/** Headers of other engines, which must be taken for text and never run. */
export function enginePosts(
  { flood }: Sizes,
  make: (name: string, bytes: string) => HostilePost,
): readonly HostilePost[] {
  const code = 'module.exports = (() => { process.exit(66) })()';
  return [
    make('header in JavaScript', `---js\n{ title: process.exit(66), run: ${code} }\n---\ntheend\n`),
    make('header in JavaScript by its whole name', `---javascript\n${code}\n---\ntheend\n`),
    make('header in CoffeeScript', `---coffee\nprocess.exit 66\n---\ntheend\n`),
    make(
      'header in JSON',
      `---json\n{"title": "json", "__proto__": {"polluted": 1}}\n---\ntheend\n`,
    ),
    make(
      'header in TOML',
      `+++\ntitle = "a\\u001b[31m"\n[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n+++\ntheend\n`,
    ),
    make('TOML deep', `+++\ntitle = "deep"\nx = ${nest('[', ']', 10_000)}\n+++\ntheend\n`),
    make('TOML open', `+++\ntitle = "open\n${flood('[[a]]\n', 100_000)}+++\ntheend\n`),
    make('an unclosed header', `---\ntitle: unclosed\n${flood('a: b\n', 500_000)}`),
    make('many headers', flood('---\ntitle: a\n---\n', 200_000)),
  ];
}

import type { HostilePost } from './post.ts';

const bytes = Buffer.from('---\ntitle: a name\ncategories: names\n---\ntheend\n');

const NAMES: Readonly<Record<string, string | Buffer>> = {
  'escape sequences': '2022-03-11-\x1b[31mred\x1b]0;owned\x07.md',
  'line ends': '2022-03-11-two\nlines\r.md',
  'a C1 control': '2022-03-11-c1\x9b31m.md',
  'a tab and DEL': '2022-03-11-tab\t\x7f.md',
  'bidi override': '2022-03-11-\u202edm.exe.md',
  'a leading dash': '-rf.md',
  'an option': '--help.md',
  'shell characters': '2022-03-11-$(id);`id`&id|id>x \'"*?[a].md',
  'a backslash': '2022-03-11-a\\b\\e[31m.md',
  'a percent': '2022-03-11-%1b[31m%00%.md',
  'no UTF-8': Buffer.concat([
    Buffer.from('2022-03-11-'),
    Buffer.from([0xff, 0x9b, 0x33, 0x31, 0x6d, 0xe9]),
    Buffer.from('.md'),
  ]),
  'a surrogate in bytes': Buffer.concat([
    Buffer.from('2022-03-11-'),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from('.md'),
  ]),
  prototype: '2022-03-11-__proto__.md',
  constructor: 'constructor.md',
  'the longest name': `2022-03-11-${'n'.repeat(241)}.md`,
  'combining marks': `2022-03-11-e${'\u0301'.repeat(100)}.md`,
  'only blanks': '   .md',
  'the place of standard input': '2022-03-11--.md',
};

/** Files whose names are the attack; their text is plain. */
export function namePosts(): readonly HostilePost[] {
  return Object.entries(NAMES).map(([name, file]) => ({
    name: `a file name of ${name}`,
    file,
    bytes,
  }));
}

import { file, type HostilePost, type Sizes } from './post.ts';

const header = '---\ntitle: 编码\ncategories: hostile\n---\n';

const bytes = (...list: number[]): Buffer => Buffer.from(list);

/** Byte sequences that are no UTF-8, each kind once (Unicode 17, table 3-7). */
const INVALID: Readonly<Record<string, Buffer>> = {
  'lone continuation': bytes(0x80, 0xbf),
  'lone lead': bytes(0xc3, 0x20, 0xe4, 0x20, 0xf0, 0x20),
  'cut two of three': bytes(0xe4, 0xb8, 0x20),
  'cut three of four': bytes(0xf0, 0x9f, 0x98, 0x20),
  'overlong slash': bytes(0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xf0, 0x80, 0x80, 0xaf),
  'overlong NUL and ESC': bytes(0xc0, 0x80, 0xc0, 0x9b, 0xe0, 0x80, 0x9b),
  surrogates: bytes(0xed, 0xa0, 0x80, 0xed, 0xbf, 0xbf, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
  'beyond Unicode': bytes(0xf4, 0x90, 0x80, 0x80, 0xf7, 0xbf, 0xbf, 0xbf),
  'five and six bytes': bytes(0xf8, 0x88, 0x80, 0x80, 0x80, 0xfc, 0x84, 0x80, 0x80, 0x80, 0x80),
  'bytes of no encoding': bytes(0xfe, 0xff, 0xc0, 0xc1, 0xf5),
  'C1 in Latin-1': bytes(0x9b, 0x33, 0x31, 0x6d, 0x9d, 0x30, 0x3b, 0x61, 0x9c),
};

const around = (inside: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${header.replace('编码', '编码 ')}`),
    Buffer.from('前'),
    inside,
    Buffer.from('后 theend\n'),
  ]);

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** Files that are not UTF-8, or hardly text at all. */
export function encodingPosts({ flood }: Sizes): readonly HostilePost[] {
  const text = `${header}正文 \x1b[31m theend\n`;
  return [
    ...Object.entries(INVALID).map(([name, inside]) =>
      file(`invalid UTF-8 ${name}`, around(inside)),
    ),
    file(
      'every byte',
      Buffer.concat([
        Buffer.from(header),
        Buffer.from(Array.from({ length: 256 }, (_, code) => code)),
      ]),
    ),
    file(
      'every byte in the header',
      Buffer.concat([
        Buffer.from('---\ntitle: '),
        Buffer.from(Array.from({ length: 256 }, (_, code) => code)),
        Buffer.from('\n---\nbody'),
      ]),
    ),
    file(
      'invalid title',
      Buffer.concat([
        Buffer.from('---\ntitle: a'),
        INVALID.surrogates ?? bytes(),
        Buffer.from('\n---\nbody\n'),
      ]),
    ),
    file('NUL bytes', `${header}a\0b${'\0'.repeat(100_000)}c theend\n`),
    file('NUL in the header', '---\ntitle: a\0b\ncategories: c\0d\n---\ntheend\n'),
    file('nothing but NUL', Buffer.alloc(1_000_000)),
    file('UTF-16 little endian', Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, 'utf16le')])),
    file('UTF-16 big endian', Buffer.concat([bytes(0xfe, 0xff), swapped(text)])),
    file('UTF-16 without a mark', Buffer.from(text, 'utf16le')),
    file(
      'UTF-16 of odd length',
      Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, 'utf16le'), bytes(0x61)]),
    ),
    file(
      'UTF-16 of lone surrogates',
      Buffer.concat([
        bytes(0xff, 0xfe),
        Buffer.from(`${header}`, 'utf16le'),
        bytes(0x00, 0xd8, 0x61, 0x00, 0x00, 0xdc),
      ]),
    ),
    file(
      'UTF-32',
      Buffer.concat([
        bytes(0xff, 0xfe, 0, 0),
        Buffer.from(
          Array.from(text).flatMap(character => [character.codePointAt(0) ?? 0, 0, 0, 0]),
        ),
      ]),
    ),
    file(
      'GB18030 with controls',
      Buffer.concat([
        Buffer.from('---\ntitle: '),
        bytes(0xd6, 0xd0, 0xce, 0xc4),
        Buffer.from('\n---\n'),
        bytes(0x1b, 0x5b, 0x33, 0x31, 0x6d, 0xd6, 0xd0),
      ]),
    ),
    file('two byte order marks', `\ufeff\ufeff${header}theend\n`),
    file(
      'a compressed file',
      Buffer.concat([
        bytes(0x1f, 0x8b, 8, 0),
        Buffer.from(flood('\u{1d11e}é\x1b]0;a\x07', 200_000), 'latin1'),
      ]),
    ),
    file('an empty file', ''),
    file('an empty header', '---\n---\n'),
    file('only dashes', '---'),
  ];
}

import { type HostilePost, headed, post } from './post.ts';

const ESC = '\x1b';

/** What a terminal takes for an order, each with what it would do. */
export const SEQUENCES: Readonly<Record<string, string>> = {
  colour: `${ESC}[31;7mred`,
  'erase screen': `${ESC}[2J${ESC}[H`,
  'cursor home': `${ESC}[1;1Hover the frame`,
  'cursor hidden': `${ESC}[?25l`,
  'alternate screen left': `${ESC}[?1049l`,
  'mouse reports': `${ESC}[?1000h${ESC}[?1006h`,
  'bracketed paste': `${ESC}[?2004h`,
  'synchronised output': `${ESC}[?2026h`,
  'application keypad': `${ESC}=`,
  'origin mode': `${ESC}[?6h${ESC}[3;5r`,
  'window title': `${ESC}]0;owned\x07${ESC}]2;owned${ESC}\\`,
  hyperlink: `${ESC}]8;;https://evil.example/\x07good.example${ESC}]8;;\x07`,
  clipboard: `${ESC}]52;c;cm0gLXJmIH4=\x07`,
  palette: `${ESC}]4;1;rgb:00/00/00\x07${ESC}]11;#000000\x07`,
  notification: `${ESC}]9;owned\x07${ESC}]777;notify;a;b\x07`,
  'iterm file': `${ESC}]1337;File=name=YQ==:AAAA\x07`,
  'device status': `${ESC}[6n${ESC}[c${ESC}[>c${ESC}[5n`,
  answerback: '\x05',
  'DCS request': `${ESC}P+q544e${ESC}\\${ESC}P$qm${ESC}\\`,
  sixel: `${ESC}Pq#0;2;0;0;0~~${ESC}\\`,
  APC: `${ESC}_Ga=T,f=24;AAAA${ESC}\\`,
  'PM and SOS': `${ESC}^a${ESC}\\${ESC}Xb${ESC}\\`,
  'full reset': `${ESC}c${ESC}[!p`,
  'character set': `${ESC}(0\x0elqqk\x0f`,
  'C1 sequences': '\x9b31m\x9d0;owned\x9c\x90q\x9c\x85\x84\x8d',
  'unfinished sequence': `${ESC}[`,
  'unfinished string': `${ESC}]0;`,
  'backspaces and returns': 'good\b\b\b\bevil\rover',
  'line and page moves': '\n\v\f\x84',
};

/** Every C0 and C1 control, DEL, each between letters. */
const every = Array.from({ length: 0xa0 }, (_, code) => code)
  .filter(code => code < 0x20 || code > 0x7e)
  .map(code => `a${String.fromCharCode(code)}b`)
  .join(' ');

const asEntities = (text: string): string =>
  Array.from(
    text,
    character => `&#${character.codePointAt(0)};&#x${character.codePointAt(0)?.toString(16)};`,
  ).join('');

const asYaml = (text: string): string =>
  `"${Array.from(text, character => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 || code > 0x7e || character === '"' || character === '\\'
      ? `\\u${code.toString(16).padStart(4, '0')}`
      : character;
  }).join('')}"`;

const all = Object.values(SEQUENCES).join(' ');

/** All places of a body in which text can stand. */
const places = (text: string): string => `# ${text}

${text} **${text}** \`${text}\` [${text}](/x?${encodeURIComponent(text)} "${text}") ![${text}](/i.png)

> ${text}

- ${text}

| ${text} | b |
|---|---|
| a | ${text} |

\`\`\`${text}
${text}
\`\`\`

    ${text}

<p title="${text}">${text}</p><pre>${text}</pre><a href="${text}">${text}</a><img alt="${text}" src="${text}">
<ruby>漢<rt>${text}</rt></ruby><details><summary>${text}</summary>${text}</details>
{{ "${text}" }} {% ${text} %} {{ page.title }} {{ page.evil }}[^n]

[^n]: ${text}

Term ${text}
: ${text}
`;

/** Control bytes and sequences as raw bytes, entities and YAML escapes, in every place of a post. */
export function controlPosts(): readonly HostilePost[] {
  const quiet = all.replaceAll('\n', ' ');
  return [
    post('every control byte', places(every.replaceAll('\n', ' '))),
    post('every control byte in HTML', `<p>${every}</p><h2>${every}</h2>`, 'html'),
    post(
      'every control byte as entities',
      `<p>${asEntities(every)}</p><a href="${asEntities(every)}">${asEntities(every)}</a>`,
    ),
    ...Object.entries(SEQUENCES).map(([name, text]) => post(`sequence ${name}`, places(text))),
    post(
      'sequences as entities',
      `<p>${asEntities(all)}</p>\n\n${asEntities(quiet)}\n\n<img alt="${asEntities(all)}" src=x>`,
    ),
    headed(
      'sequences in a header',
      ['title', 'categories', 'tags', 'author', 'evil', 'permalink', 'layout']
        .map(key => `${key}: ${asYaml(key === 'permalink' ? `/${all}` : all)}`)
        .join('\n'),
      places('{{ page.evil }}'),
    ),
    headed(
      'raw sequences in a header',
      `title: ${quiet}\ncategories: [${quiet}]\ntags: ${quiet}\nevil: ${quiet}`,
    ),
    headed(
      'sequences in keys',
      `"\\e]0;a\\a": b\ntitle: keys\n"\\e[31m": {"\\e[2J": c}\ndate: "\\e[31m2022-03-11"`,
    ),
    headed('sequences in a bad header', `title: "${quiet}\nbroken: [${quiet}\n\t: ${quiet}`),
  ];
}

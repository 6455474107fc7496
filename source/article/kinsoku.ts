/**
 * Where a line must not start or end beyond what UAX #14 says: CLREQ (basic and strict level),
 * GB/T 15834, and for kana JIS X 4051.
 */

/** Closing brackets and quotes, stops, dots, connecting dashes, affixes, solidus, small kana. */
const notAtStart =
  '）)〕］]｝}〉》」』】〙〗｠»”’〞〟﹂﹄︶︸︺︼︾﹀' +
  '、，。．,.:;：；？！?!‼⁇⁈⁉､｡﹐﹑﹒﹔﹕﹖﹗' +
  '・·‧･•' +
  '‐゠–〜～~-' +
  '%％‰‱℃℉°′″¢￠' +
  '／/' +
  'ーｰ々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ' +
  '—―⸺…‥';

/** Opening brackets and quotes. */
const notAtEnd = '（(〔［[｛{〈《「『【〘〖｟«“‘〝﹁﹃︵︷︹︻︽︿';

/** Stops that may hang in the margin. */
const hanging = '，。、．,.､｡';

/** What a character is to the edges of a line, one bit each. */
export const Edge = {
  notAtStart: 1,
  notAtEnd: 2,
  hanging: 4,
  solidus: 8,
  /** Letters and digits of the full width forms, whose words stay whole. */
  fullWidthWord: 16,
  /** A blank that vanishes at the end of a line. */
  blank: 32,
  /** Invisible, and only a hint where to break or not: ZWSP, SHY, WJ, BOM. */
  hint: 64,
  /** Latin, Greek and Cyrillic letters and digits. */
  latin: 128,
} as const;

/** Bits of `Edge` by code point; characters beyond the table have none. */
export const edgeTable: Uint8Array = new Uint8Array(0x10000);

function mark(characters: Iterable<string>, bit: number): void {
  for (const character of characters) {
    const point = character.codePointAt(0) ?? 0;
    edgeTable[point] = (edgeTable[point] ?? 0) | bit;
  }
}

const fullWidth: readonly (readonly [number, number])[] = [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
];
const latin: readonly (readonly [number, number])[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
];
// Ranges before single characters: filling is quick at every start, but keeps no bit.
for (const [from, to] of fullWidth) edgeTable.fill(Edge.fullWidthWord, from, to + 1);
for (const [from, to] of latin) edgeTable.fill(Edge.latin, from, to + 1);
mark(notAtStart, Edge.notAtStart);
mark(notAtEnd, Edge.notAtEnd);
mark(hanging, Edge.hanging);
mark('/／', Edge.solidus);
mark(' \t\u1680\u205f\u3000', Edge.blank);
mark('\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a', Edge.blank);
mark('\u200b\u00ad\u2060\ufeff', Edge.hint);

/**
 * Whether a line may break between two characters where UAX #14 says that it may.
 *
 * @param before `Edge` bits of the last visible character before.
 * @param after `Edge` bits of the character after.
 * @param gap Whether a blank stands between them.
 * @param ascii Whether the character after is ASCII: at a blank, such a character may start a line
 *   (`-v`, `.profile`).
 */
export function mayBreak(before: number, after: number, gap: boolean, ascii: boolean): boolean {
  if ((after & Edge.notAtStart) !== 0 && !(gap && ascii)) return false;
  if (gap) return true;
  if ((before & (Edge.notAtEnd | Edge.solidus)) !== 0) return false;
  return (before & after & Edge.fullWidthWord) === 0;
}

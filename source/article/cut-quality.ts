/** Where a word that is wider than the row is cut best. */
import { Edge, edgeTable } from './kinsoku.ts';
import { urlEndAt } from './wrap-url.ts';

/**
 * How good it is to cut between two characters of a word that is wider than the row, best first.
 * From `fitting` on a cut goes through a part of it (letters and digits with the signs that join
 * them) which a row could hold whole.
 */
export const Quality = {
  /** After a sign that ends a word, before a bracket or quote that opens one. */
  clean: 0,
  /** Between signs, or between a sign and the word it belongs to. */
  sign: 1,
  solidus: 2,
  /** Within a part that no row holds: after a sign, before a capital, elsewhere. */
  joint: 3,
  hump: 4,
  inside: 5,
  fittingJoint: 6,
  fittingHump: 7,
  fitting: 8,
  /** No row starts with what follows, or none ends with what stands before. */
  never: 9,
} as const;

const isLatin = (code: number) => ((edgeTable[code] ?? 0) & Edge.latin) !== 0;
const letterOrDigit = /[\p{L}\p{N}]/u;
const isSign = (character: string) =>
  character !== '' && !isLatin(character.charCodeAt(0)) && !letterOrDigit.test(character);
const joints = new Set(".,'’:_@&");
const openers = '([{<';
const closers = ')]}>';
const quotes = '"\'`';
/** Signs that belong to what follows unless a word stands before them. */
const prefixes = '@#$~%\\_.-+!*:=&|/';
/** They start a row after a blank rather than that a word is cut. */
const dashes = '—―⸺…‥';
const currency = '$£€¥￥＄￡￦₩₤';
const mark = /\p{M}/u;

/** Whether the character at `at` is a part's that begins before it. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLatin(code)) return true;
  if (code < 0x80 || code === 0x2019) {
    const isInner = isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at + 1));
    return isInner && joints.has(text.charAt(at));
  }
  return mark.test(text.charAt(at));
}

function isBlank(text: string, at: number): boolean {
  return ((edgeTable[text.charCodeAt(at)] ?? 0) & Edge.blank) !== 0;
}

function neverCut(text: string, at: number): boolean {
  if (isBlank(text, at - 1) && (text.charCodeAt(at) < 0x80 || dashes.includes(text.charAt(at))))
    return isBlank(text, at);
  const after = edgeTable[text.charCodeAt(at)] ?? 0;
  const before = edgeTable[text.charCodeAt(at - 1)] ?? 0;
  if ((after & (Edge.notAtStart | Edge.blank)) !== 0 || (before & Edge.notAtEnd) !== 0) return true;
  if (text.startsWith('://', at - 3)) return true;
  return currency.includes(text.charAt(at - 1)) && /\d/.test(text.charAt(at));
}

const afterClosing = `${closers}${quotes}+,;`;

/** Whether the quote at `at` opens. */
function opensQuote(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before !== '' && (!isSign(before) || closers.includes(before) || quotes.includes(before)))
    return false;
  const after = text.charAt(at + 1);
  return after !== '' && !/\s/.test(after) && !afterClosing.includes(after);
}

/** Of a cut that goes through no part. */
function betweenParts(text: string, at: number): number {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (before === '/' || before === '／') return Quality.solidus;
  if (openers.includes(after)) return before === after ? Quality.sign : Quality.clean;
  if (quotes.includes(after) && isSign(before) && opensQuote(text, at)) return Quality.clean;
  if (isSign(after)) return Quality.sign;
  if (!isSign(before)) return Quality.clean;
  if (quotes.includes(before)) return opensQuote(text, at - 1) ? Quality.sign : Quality.clean;
  const leads = at < 2 || isSign(text.charAt(at - 2));
  if (!leads || !prefixes.includes(before)) return Quality.clean;
  // `->`, `::` and `+=` end what stands before them, `@name` and `.name` begin with their sign.
  const isPair = before === text.charAt(at - 2) || before === '=' || before === '/';
  return isPair ? Quality.clean : Quality.sign;
}

const isCapital = (character: string) => character !== character.toLowerCase();

/** Of a cut within a part, as if no row held the part. */
function withinPart(text: string, at: number): number {
  const before = text.charAt(at - 1);
  if (joints.has(before)) return Quality.joint;
  return isCapital(text.charAt(at)) && !isCapital(before) ? Quality.hump : Quality.inside;
}

const throughFitting = Quality.fitting - Quality.inside;

/**
 * How good the places are where a word may be cut.
 *
 * @param text Holds the word.
 * @param start Where the word starts.
 * @param cuts Ascending ends of its clusters, with the cells from `start` to there.
 * @param width Cells of a row.
 * @param inUrl Whether the word is a piece of a URL, whose parts need not stay whole.
 * @returns A `Quality` for each of `cuts`; of no meaning for the last.
 */
export function cutQualities(
  text: string,
  start: number,
  cuts: readonly { readonly at: number; readonly cells: number }[],
  width: number,
  inUrl: boolean,
): Uint8Array {
  const found = new Uint8Array(cuts.length);
  /** The first cut after the start of the part, the cells before the part. */
  let first = -1;
  let left = 0;
  const end = cuts.at(-1)?.at ?? start;
  let urlEnd = inUrl ? end : 0;
  const endPart = (past: number, cells: number) => {
    if (first >= 0 && cells - left <= width && (cuts[past - 1]?.at ?? start) >= urlEnd) {
      for (let index = first; index < past; index++) {
        const quality = found[index] ?? 0;
        if (quality >= Quality.joint && quality < Quality.never) {
          found[index] = quality + throughFitting;
        }
      }
    }
    first = -1;
  };
  if (isLatin(text.charCodeAt(start))) first = 0;
  for (let index = 0; index < cuts.length - 1; index++) {
    const { at, cells } = cuts[index] ?? { at: start, cells: 0 };
    if (text.charCodeAt(at) === 0x3a && at >= urlEnd) urlEnd = urlEndAt(text, at, end);
    const isWithin = first >= 0 && goesOn(text, at);
    if (!isWithin) {
      endPart(index, cells);
      if (isLatin(text.charCodeAt(at))) {
        first = index + 1;
        left = cells;
      }
    }
    if (neverCut(text, at)) found[index] = Quality.never;
    else found[index] = isWithin ? withinPart(text, at) : betweenParts(text, at);
  }
  endPart(cuts.length - 1, cuts.at(-1)?.cells ?? 0);
  return found;
}

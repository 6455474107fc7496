/**
 * Cells that text takes in a terminal.
 *
 * By grapheme cluster: combining marks and format characters take none, East Asian wide and full
 * width characters two (UAX #11), an emoji sequence, flag or keycap two, everything else one; a
 * spacing vowel sign takes one cell of its own, as in the tables terminals use.
 */
import { clusterEnd } from './graphemes.ts';
import { ClusterClass } from './width-data.ts';
import { Cells, cellsMask, characterTable, clusterMask, emojiBit } from './width-table.ts';

/** What a later character's cells depend on. */
const After = {
  narrow: 0,
  /** One cell that U+FE0F makes two. */
  narrowEmoji: 1,
  wide: 2,
  pictograph: 3,
  pictographJoiner: 4,
  oddFlag: 5,
} as const;

/** How `measure` continues: `After` of the last character, to be handed to the next call. */
export const startOfText: number = After.narrow;
/** `After` of a character of two cells that is no emoji, such as Han. */
export const afterWide: number = After.wide;

const { pictographic, regionalIndicator, zwj } = ClusterClass;

/**
 * Cells of one character after another.
 *
 * @param point The character's code point.
 * @param after What the last call gave for the character before (its bits 0–2), or `startOfText`.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 * @returns Cells in bits 3 and up; in bits 0–2 what the next call wants as `after`.
 */
export function measure(point: number, after: number, ambiguous: 1 | 2): number {
  const value = characterTable[point] ?? 0;
  const cluster = value & clusterMask;
  const kind = value & cellsMask;
  const isModifier = point >= 0x1f3fb && point <= 0x1f3ff;
  if (point === 0xfe0f || (isModifier && after === After.narrowEmoji)) {
    return after === After.narrowEmoji ? (1 << 3) | After.pictograph : after;
  }
  if (cluster === zwj) return after === After.pictograph ? After.pictographJoiner : after;
  if (cluster === regionalIndicator) {
    return after === After.oddFlag ? After.wide : (2 << 3) | After.oddFlag;
  }
  if (cluster === pictographic && after === After.pictographJoiner) return After.pictograph;
  if (kind === Cells.none) return after;
  const cells = kind === Cells.wide || (kind === Cells.ambiguous && ambiguous === 2) ? 2 : 1;
  if (cells === 2) {
    if (isModifier && (after === After.wide || after === After.pictograph)) return after;
    return (2 << 3) | (cluster === pictographic ? After.pictograph : After.wide);
  }
  return (1 << 3) | ((value & emojiBit) === 0 ? After.narrow : After.narrowEmoji);
}

/**
 * Cells that a text takes.
 *
 * @param text Text without control characters (they would count as none).
 * @param ambiguous Cells of an East Asian Ambiguous character; 1 unless told.
 */
export function textWidth(text: string, ambiguous: 1 | 2 = 1): number {
  let total = 0;
  let after = startOfText;
  for (let index = 0; index < text.length; index++) {
    let point = text.charCodeAt(index);
    const value = characterTable[point] ?? 0;
    if ((value & ~emojiBit) === 0) {
      total += 1;
      after = value === 0 ? After.narrow : After.narrowEmoji;
    } else if (value === Cells.wide) {
      total += 2;
      after = After.wide;
    } else {
      if (point >= 0xd800 && point < 0xdc00) {
        point = text.codePointAt(index) ?? point;
        if (point > 0xffff) index++;
      }
      const measured = measure(point, after, ambiguous);
      total += measured >> 3;
      after = measured & 7;
    }
  }
  return total;
}

/**
 * A text cut to at most `width` cells, between grapheme clusters, with … when something was cut.
 *
 * @param text One line without control characters.
 * @param width Cells; nothing fits into less than 1.
 * @param ambiguous Cells of an East Asian Ambiguous character (… is one); 1 unless told.
 */
export function cutText(text: string, width: number, ambiguous: 1 | 2 = 1): string {
  if (text.length * 2 <= width || textWidth(text, ambiguous) <= width) return text;
  let room = width - ambiguous;
  if (room < 0) return '';
  let end = 0;
  while (end < text.length) {
    const next = clusterEnd(text, end);
    room -= textWidth(text.slice(end, next), ambiguous);
    if (room < 0) break;
    end = next;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/**
 * A text cut, or filled with blanks at its end, to exactly `width` cells.
 *
 * @param text One line without control characters.
 * @param width Cells.
 * @param ambiguous Cells of an East Asian Ambiguous character; 1 unless told.
 */
export function padText(text: string, width: number, ambiguous: 1 | 2 = 1): string {
  const cut = cutText(text, width, ambiguous);
  return cut + ' '.repeat(Math.max(0, width - textWidth(cut, ambiguous)));
}

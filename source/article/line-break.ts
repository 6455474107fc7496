/** Line break opportunities of UAX #14, by a table that is filled from the rules as it is used. */
import { LineBreakClass as C, lineBreakRanges } from './line-break-data.ts';
import {
  type BreakState,
  decide,
  eastAsianBit,
  edge,
  follow,
  type LookAhead,
  startState,
} from './line-break-rules.ts';
import { unpackRanges } from './width-table.ts';

/** Line breaking class of every code point, with `eastAsianBit`. */
export const classTable: Uint8Array = unpackRanges(lineBreakRanges);

export const isEastAsian = (symbol: number): boolean => (symbol & eastAsianBit) !== 0;

/** What stands in bits 0–1 of a transition; `ask` means that `ask` knows. */
export const Break = { no: 0, may: 1, must: 2, ask: 3 } as const;

/** Number of the state before any text. */
export const startOfLine = 0;

const maximum = 1024;
const states: BreakState[] = [startState];
const numbers = new Map<string, number>([[keyOf(startState), startOfLine]]);
const unknown = -1;
/** Row: state, column: class. Next state in bits 2 and up, `Break` in bits 0–1. */
const transitions = new Int16Array(maximum << 7).fill(unknown);

function keyOf(state: BreakState): string {
  const { last, eastAsian, blanks, joiner, flag, hebrew, number } = state;
  const bits = [eastAsian, blanks, joiner, flag, hebrew].map(Number).join('');
  return `${last}:${bits}:${number}`;
}

function numberOf(state: BreakState): number {
  const key = keyOf(state);
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, states.length);
  return states.push(state) - 1;
}

function stateOf(number: number): BreakState {
  return states[number] ?? startState;
}

function learn(number: number, symbol: number): number {
  const state = stateOf(number);
  let asked = false;
  const decision = decide(state, symbol, () => {
    asked = true;
    return edge;
  });
  const answer = asked ? Break.ask : Break[decision];
  const transition = (numberOf(follow(state, symbol)) << 2) | answer;
  transitions[(number << 7) | symbol] = transition;
  return transition;
}

/**
 * One step through a text.
 *
 * @param number State before the character: `startOfLine`, or the last step's result `>> 2`.
 * @param symbol The character's entry in `classTable`.
 * @returns The next state `<< 2`, plus in bits 0–1 the `Break` before the character.
 */
export function step(number: number, symbol: number): number {
  const known = transitions[(number << 7) | symbol] ?? unknown;
  return known === unknown ? learn(number, symbol) : known;
}

/**
 * The `Break` before a character for which `step` said `ask`.
 *
 * @param number State before the character.
 * @param text The text.
 * @param index Where the character starts.
 */
export function ask(number: number, text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  const ahead: LookAhead = nth => {
    let at = index + (point > 0xffff ? 2 : 1);
    let left: number = nth;
    while (at < text.length) {
      const following = text.codePointAt(at) ?? 0;
      const symbol = classTable[following] ?? 0;
      if (symbol !== C.CM && symbol !== C.ZWJ && --left === 0) return symbol;
      at += following > 0xffff ? 2 : 1;
    }
    return edge;
  };
  return Break[decide(stateOf(number), classTable[point] ?? 0, ahead)];
}

/**
 * Where lines may or must break by UAX #14 alone, without tailoring.
 *
 * @param text Any text.
 * @returns Offsets in UTF-16 units, ascending; the end of the text is not one of them.
 */
export function lineBreaks(text: string): number[] {
  const offsets: number[] = [];
  let state = startOfLine;
  for (let index = 0; index < text.length; ) {
    const point = text.codePointAt(index) ?? 0;
    const transition = step(state, classTable[point] ?? 0);
    let answer = transition & 3;
    if (answer === Break.ask) answer = ask(state, text, index);
    if (answer !== Break.no) offsets.push(index);
    state = transition >> 2;
    index += point > 0xffff ? 2 : 1;
  }
  return offsets;
}

/**
 * The rules of UAX #14 (Unicode 17), without any tailoring.
 *
 * A state is what the rules can ask of the text before a character; it is a plain value, so that
 * `line-break.ts` can number the states and turn the rules into a table.
 */
import { LineBreakClass as C } from './line-break-data.ts';

/** Class of nothing: start and end of text. */
export const edge = 63;
export const classMask = 63;
export const eastAsianBit = 64;

export type BreakState = {
  /** Class of the last character that is neither a blank nor a combining mark. */
  readonly last: number;
  /** Whether that character is East Asian (wide, full or half width). */
  readonly eastAsian: boolean;
  /** Whether blanks stand after it. */
  readonly blanks: boolean;
  /** Whether a zero width joiner was the last character of all. */
  readonly joiner: boolean;
  /**
   * What stood before `last`, as far as a rule asks: for QI (15a) and HY, HH (20a) that a word
   * may start there, for QF (19a) that it was not East Asian, for VI (28a) that it was an aksara,
   * for RI (30a) that it is the first of a pair.
   */
  readonly flag: boolean;
  /** HY or HH after a Hebrew letter (21a). */
  readonly hebrew: boolean;
  /** 1 within `NU (SY | IS)*`, 2 after a bracket that closes it (25). */
  readonly number: 0 | 1 | 2;
};

export const startState: BreakState = {
  last: edge,
  eastAsian: false,
  blanks: false,
  joiner: false,
  flag: false,
  hebrew: false,
  number: 0,
};

const setOf = (...classes: number[]) => {
  const member = new Uint8Array(64);
  for (const one of classes) member[one] = 1;
  return (value: number) => member[value] === 1;
};

const isHardBreak = setOf(C.BK, C.CR, C.LF, C.NL);
const keepsMarks = (value: number) =>
  value !== edge && !isHardBreak(value) && value !== C.SP && value !== C.ZW;
const isLetter = setOf(C.AL, C.DC, C.SA, C.HL);
const isIdeograph = setOf(C.ID, C.XP, C.EB, C.EM);
const isAksara = setOf(C.AK, C.DC, C.AS);
const isHangul = setOf(C.JL, C.JV, C.JT, C.H2, C.H3);
const isHyphen = setOf(C.HY, C.HH);
const opensQuotation = setOf(
  edge,
  C.BK,
  C.CR,
  C.LF,
  C.NL,
  C.OP,
  C.QU,
  C.QI,
  C.QF,
  C.GL,
  C.SP,
  C.ZW,
);
const startsWord = setOf(edge, C.BK, C.CR, C.LF, C.NL, C.SP, C.ZW, C.CB, C.GL);
const closesQuotation = setOf(
  ...[C.SP, C.GL, C.WJ, C.CL, C.QU, C.QI, C.QF, C.CP, C.EX, C.IS, C.SY],
  ...[C.BK, C.CR, C.LF, C.NL, C.ZW, edge],
);

/** The class (with `eastAsianBit`) of the nth next character after this one, marks passed over. */
export type LookAhead = (nth: 1 | 2) => number;

/**
 * Whether a line may break between the text that led to `state` and a character.
 *
 * @param state Text before.
 * @param symbol The character's class, with `eastAsianBit`.
 * @param next Asked only where a rule depends on what follows the character.
 */
export function decide(state: BreakState, symbol: number, next: LookAhead): 'no' | 'may' | 'must' {
  const { last, blanks, flag } = state;
  let after = symbol & classMask;
  if (last === edge) return 'no';
  if (isHardBreak(last) && !blanks) return last === C.CR && after === C.LF ? 'no' : 'must'; // 4, 5
  if (isHardBreak(after) || after === C.SP || after === C.ZW) return 'no'; // 6, 7
  if (last === C.ZW) return 'may'; // 8
  if (state.joiner) return 'no'; // 8a
  if (after === C.CM || after === C.ZWJ) {
    if (keepsMarks(blanks ? C.SP : last)) return 'no'; // 9
    after = C.AL; // 10
  }
  const eastAsian = after === (symbol & classMask) && (symbol & eastAsianBit) !== 0;
  if (after === C.WJ || (last === C.WJ && !blanks)) return 'no'; // 11
  if (last === C.GL && !blanks) return 'no'; // 12
  if (after === C.GL && !blanks && last !== C.BA && !isHyphen(last)) return 'no'; // 12a
  if (after === C.CL || after === C.CP || after === C.EX || after === C.SY) return 'no'; // 13
  if (last === C.OP) return 'no'; // 14
  if (last === C.QI && flag) return 'no'; // 15a
  if (after === C.QF && closesQuotation(next(1) & classMask)) return 'no'; // 15b
  if (after === C.IS) return blanks && (next(1) & classMask) === C.NU ? 'may' : 'no'; // 15c, 15d
  if ((last === C.CL || last === C.CP) && after === C.NS) return 'no'; // 16
  if (last === C.B2 && after === C.B2) return 'no'; // 17
  if (blanks || last === C.SP) return 'may'; // 18
  return decideAdjacent(state, after, eastAsian, next);
}

/** Rules 19 to 31: nothing stands between the two characters. */
function decideAdjacent(
  state: BreakState,
  after: number,
  eastAsian: boolean,
  next: LookAhead,
): 'no' | 'may' {
  const { last, flag } = state;
  if (after === C.QU || after === C.QF || last === C.QU || last === C.QI) return 'no'; // 19
  if (after === C.QI) {
    if (!state.eastAsian) return 'no'; // 19a
    const following = next(1);
    if (following === edge || (following & eastAsianBit) === 0) return 'no';
  }
  if (last === C.QF && (!eastAsian || flag)) return 'no';
  if (last === C.CB || after === C.CB) return 'may'; // 20
  if (isHyphen(last) && flag && isLetter(after)) return 'no'; // 20a
  if (after === C.BA || isHyphen(after) || after === C.NS || last === C.BB) return 'no'; // 21
  if (isHyphen(last) && state.hebrew && after !== C.HL) return 'no'; // 21a
  if (last === C.SY && after === C.HL) return 'no'; // 21b
  if (after === C.IN) return 'no'; // 22
  if (isLetter(last) && (after === C.NU || isLetter(after))) return 'no'; // 23, 28
  if (last === C.NU && isLetter(after)) return 'no'; // 23
  if (last === C.PR && isIdeograph(after)) return 'no'; // 23a
  if (isIdeograph(last) && after === C.PO) return 'no';
  const affixBefore = last === C.PR || last === C.PO;
  const affixAfter = after === C.PR || after === C.PO;
  if (affixBefore && isLetter(after)) return 'no'; // 24
  if (isLetter(last) && affixAfter) return 'no';
  if (state.number > 0 && affixAfter) return 'no'; // 25
  if (state.number === 1 && after === C.NU) return 'no';
  if (after === C.NU && (affixBefore || last === C.HY || last === C.IS)) return 'no';
  if (affixBefore && after === C.OP) {
    const following = next(1) & classMask;
    if (following === C.NU) return 'no';
    if (following === C.IS && (next(2) & classMask) === C.NU) return 'no';
  }
  if (last === C.JL && isHangul(after) && after !== C.JT) return 'no'; // 26
  if ((last === C.JV || last === C.H2) && (after === C.JV || after === C.JT)) return 'no';
  if ((last === C.JT || last === C.H3) && after === C.JT) return 'no';
  if (isHangul(last) && after === C.PO) return 'no'; // 27
  if (last === C.PR && isHangul(after)) return 'no';
  if (last === C.AP && isAksara(after)) return 'no'; // 28a
  if (isAksara(last) && (after === C.VF || after === C.VI)) return 'no';
  if (last === C.VI && flag && (after === C.AK || after === C.DC)) return 'no';
  if (isAksara(last) && isAksara(after) && (next(1) & classMask) === C.VF) return 'no';
  if (last === C.IS && isLetter(after)) return 'no'; // 29
  if ((isLetter(last) || last === C.NU) && after === C.OP && !eastAsian) return 'no'; // 30
  if (last === C.CP && !state.eastAsian && (isLetter(after) || after === C.NU)) return 'no';
  if (last === C.RI && flag && after === C.RI) return 'no'; // 30a
  if ((last === C.EB || last === C.XP) && after === C.EM) return 'no'; // 30b
  return 'may'; // 31
}

/**
 * The state after one more character.
 *
 * @param state Text before.
 * @param symbol The character's class, with `eastAsianBit`.
 */
export function follow(state: BreakState, symbol: number): BreakState {
  let last = symbol & classMask;
  const before = state.blanks ? C.SP : state.last;
  if (last === C.SP) {
    const lost = state.last === edge || isHardBreak(state.last);
    return { ...(lost ? { ...startState, last: C.SP } : state), blanks: true, joiner: false };
  }
  const joiner = last === C.ZWJ;
  if (joiner || last === C.CM) {
    if (keepsMarks(before)) return { ...state, joiner };
    last = C.AL;
  }
  const eastAsian = last === (symbol & classMask) && (symbol & eastAsianBit) !== 0;
  let flag = false;
  if (last === C.QI) flag = opensQuotation(before);
  else if (last === C.QF) flag = before === edge || before === C.SP || !state.eastAsian;
  else if (isHyphen(last)) flag = startsWord(before);
  else if (last === C.VI) flag = isAksara(before);
  else if (last === C.RI) flag = before !== C.RI || !state.flag;
  const hebrew = isHyphen(last) && before === C.HL;
  const inNumber = state.number === 1 && !state.blanks;
  let number: 0 | 1 | 2 = 0;
  if (last === C.NU || (inNumber && (last === C.SY || last === C.IS))) number = 1;
  else if (inNumber && (last === C.CL || last === C.CP)) number = 2;
  return { last, eastAsian, blanks: false, joiner, flag, hebrew, number };
}

/** Whether it is worth reading an article for the words that are sought in it. */

import { foldText } from './fold.ts';

/** Letters that markup cannot write otherwise, unless as numbered entities. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** What reading an article makes of its own: the numbers of footnotes and lists. */
const DIGIT = /[0-9]/;
/** Lists that are numbered with letters. */
const LETTERED = /\btype\s*=/i;

/** What folds to Han or kana, and the marks that join a kana: NFKC. Halves of pairs stand for all behind them. */
const FOLDS_TO_PLAIN =
  /[\u2e9f\u2ef3\u2f00-\u2fd5\u3038-\u303a\u3099\u309a\u309f\u30ff\u3192-\u319f\u3220-\u337f\u33e0-\u33fe\uf900-\ufad9\uff66-\uff9f\ud83c\ud87e]/;

/** What may be an entity, but for those of blanks and punctuation that stand in nearly all HTML. */
const ENTITY =
  /&(?!(?:nbsp|[lg]t|amp|quot|apos|[lr][ds]?quo|[lr]aquo|[mn]dash|hellip|middot|bull|copy|reg|times|e[nm]sp|thinsp);)[a-z#]/i;

/** Han or kana, which fold to themselves. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fa)
  );
}

/** Plain, or a folded letter or digit of ASCII: what no markup is made of. */
function isSolid(code: number): boolean {
  return isPlain(code) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/**
 * Whether a solid character occurs in a text, followed by the next or by what may be markup: no
 * reading takes away a solid character that stands right between two others.
 */
function mayFollow(text: string, character: string, next: number): boolean {
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
    const code = text.charCodeAt(at + 1);
    if (code === next || !isSolid(next) || !isSolid(code)) return true;
  }
  return false;
}

/**
 * Whether a body, as written, may hold all the words, folded, once it is read: every letter of theirs
 * must occur in it, before what may end up next to it, or something that turns into letters (Liquid,
 * entities, lists). Never wrongly false, unless markup parts a letter from a mark that joins it.
 */
export function mayHold(body: string, words: readonly string[]): boolean {
  if (/\{[{%]/.test(body)) return true;
  const hasOthers = ENTITY.test(body) || LETTERED.test(body);
  const hasNumber = body.includes('&#');
  let folded: string | undefined;
  const foldedBody = (): string => {
    folded ??= foldText(body);
    return folded;
  };
  const plainBody = FOLDS_TO_PLAIN.test(body) ? foldedBody() : body;
  for (const word of words) {
    for (let at = 0; at < word.length; ) {
      const character = String.fromCodePoint(word.codePointAt(at) ?? 0);
      const code = character.charCodeAt(0);
      at += character.length;
      if (!LETTER.test(character) || DIGIT.test(character)) continue;
      if (IDEOGRAPHIC.test(character) ? hasNumber : hasOthers) continue;
      const isHeld = isPlain(code)
        ? mayFollow(plainBody, character, word.charCodeAt(at))
        : isSolid(code)
          ? mayFollow(foldedBody(), character, word.charCodeAt(at))
          : foldedBody().includes(character);
      if (!isHeld) return false;
    }
  }
  return true;
}

/** What words without blanks between them, numbers, times and addresses consist of. */
const TOKEN =
  /[[\p{L}\p{N}\p{M}'’.,:\/@_\&=?#%+~\-]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]/v;
/** The rest of a token that is cut; one longer than this is cut all the same. */
const REST = new RegExp(`^${TOKEN.source}{1,20}(?!${TOKEN.source})`, 'v');
const CUT_OFF = new RegExp(`${TOKEN.source}$`, 'v');
/** What ends something that is not there, and blanks. */
const CLOSING = /^[\s\p{Pe}\p{Pf}\p{Po}\p{Pd}]+/u;

/**
 * Where a piece of `text` that is cut off at `from` had better begin: behind the rest of a word or
 * number that is cut in two, closing punctuation and blanks; never behind `to`. Offsets in UTF-16
 * units.
 */
export function freshStart(text: string, from: number, to: number): number {
  if (from <= 0) return 0;
  let at = from;
  if (CUT_OFF.test(text.slice(Math.max(0, from - 2), from)))
    at += REST.exec(text.slice(at, to))?.[0].length ?? 0;
  return at + (CLOSING.exec(text.slice(at, to))?.[0].length ?? 0);
}

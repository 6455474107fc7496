/** Finding a phrase in one text: what "the same" means, and where in the text it is. */

/** UTF-16 offsets of a text, the end excluded. */
export type Match = { readonly start: number; readonly end: number };

/**
 * Characters that fold one to one, which nearly all texts consist of: ASCII, precomposed Latin,
 * Cyrillic, dashes and quotes, CJK punctuation, kana, Han, Hangul and full-width ASCII.
 */
const REGULAR =
  /[!-~\u00c0-\u012f\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0400-\u0482\u048a-\u052f\u2012-\u2015\u2018-\u201f\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]{1,4096}/y;

/** What joins the character before it, which then no longer folds by itself. */
const JOINS = /[\p{M}\u1161-\u1175\u11a8-\u11c2\uff9e\uff9f]/uy;

/** Anything else: what folds together. */
const UNIT =
  /\s{1,4096}|[\u200b\u2060]{1,4096}|[\u1100-\u11ff]{1,4096}|[\uff66-\uff9d][\uff9e\uff9f]\p{M}{0,99}|[^\s\p{M}]\p{M}{0,99}|\p{M}{1,99}/uy;

const BLANKS = /^\s/;
const FULL_WIDTH = /[\uff01-\uff5e]/;
/** Invisible: where a line may or may not break, and whether an emoji is coloured. */
const INVISIBLE = /\u200b|\u2060|\ufe0e|\ufe0f/g;
/** Scripts that put no blank where a line ends. */
const UNSPACED = /[\u2e80-\ua4cf\ud840-\ud8bf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
const CONTINUES = /^(?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d.)/su;

/** A text as find compares it, and where its characters come from. */
type Folded = {
  readonly text: string;
  /**
   * Where the two texts cease to run in step: triples of an offset in the folded text, the offset
   * in the text it comes from, and 1 where a unit begins that folds as a whole, 0 where one ended.
   */
  readonly steps: readonly number[];
};

/** Units met so far and what they fold to: a text has few of them, and they come again. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

function foldCharacter(unit: string): string {
  const kept = known.get(unit);
  if (kept !== undefined) return kept;
  const folded = unit.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ');
  if (known.size < MOST_KNOWN && unit.length < 8) known.set(unit, folded);
  return folded;
}

function foldUnit(unit: string, before: string, after: string): string {
  if (!BLANKS.test(unit)) return foldCharacter(unit);
  const isLineEnd = unit.indexOf('\n') >= 0 && unit.indexOf('\n') === unit.lastIndexOf('\n');
  return isLineEnd && UNSPACED.test(before) && UNSPACED.test(after) ? '' : ' ';
}

/** Where the run at `at` ends that folds one to one, single blanks between words included. */
function regularEnd(text: string, at: number): number {
  let end = at;
  for (let from = at; ; from = end + 1) {
    REGULAR.lastIndex = from;
    if (!REGULAR.test(text)) break;
    end = REGULAR.lastIndex;
    if (text.charAt(end) !== ' ') break;
  }
  JOINS.lastIndex = end;
  return end > at && JOINS.test(text) ? end - 1 : end;
}

function fold(text: string): Folded {
  const pieces: string[] = [];
  const steps: number[] = [];
  let at = 0;
  let length = 0;
  let last = '';
  while (at < text.length) {
    const regular = regularEnd(text, at);
    if (regular > at) {
      const run = text.slice(at, regular);
      pieces.push(FULL_WIDTH.test(run) ? run.normalize('NFKC') : run);
      last = run.slice(-1);
      length += run.length;
      at = regular;
      continue;
    }
    UNIT.lastIndex = at;
    const end = UNIT.test(text) ? UNIT.lastIndex : at + 1;
    const unit = text.slice(at, end);
    const folded = foldUnit(unit, last, text.charAt(end));
    if (folded.length !== unit.length) {
      steps.push(length, at, 1, length + folded.length, end, 0);
    }
    if (folded !== '') last = unit.slice(-1);
    pieces.push(folded);
    length += folded.length;
    at = end;
  }
  return { text: pieces.join(''), steps };
}

/** Lower case of the same length, so that offsets stay; both sigmas are one. */
function lower(text: string): string {
  return text.replaceAll('İ', 'I').toLowerCase().replaceAll('ς', 'σ');
}

/**
 * Gives back a function from offsets of the folded text to those of the text, to be called with
 * ascending ones. What folds to nothing belongs to no match: an end stays before it, a start goes
 * behind it; a unit is in a match as a whole.
 */
function unfolder({ steps }: Folded, side: 'start' | 'end'): (at: number) => number {
  let step = -3;
  return at => {
    for (;;) {
      const next = steps[step + 3];
      if (next === undefined || next > at || (next === at && side === 'end')) break;
      step += 3;
    }
    if (step < 0) return at;
    const [from = 0, source = 0, isUnit = 0] = [steps[step], steps[step + 1], steps[step + 2]];
    if (isUnit === 0) return source + at - from;
    return side === 'end' ? (steps[step + 4] ?? source) : source;
  };
}

/** `end`, moved behind what is drawn in one with the character before it. */
function wholeCharacter(text: string, end: number): number {
  let at = end;
  for (;;) {
    const more = CONTINUES.exec(text.slice(at, at + 3))?.[0].length ?? 0;
    if (more === 0) return at;
    at += more;
  }
}

/** Finds phrases in one text. The text is prepared once, when first asked. */
export type Finder = (phrases: readonly string[]) => readonly Match[];

/**
 * Makes a finder for `text`.
 *
 * Full and half width are one (NFKC), and so are blanks of any kind and number; a line end counts
 * as a blank, or as nothing between Chinese or Japanese characters. Case counts only for a phrase
 * that holds a capital letter. Matches are whole characters with their marks, in order, and never
 * overlap. Takes time linear in the text.
 */
export function createFinder(text: string): Finder {
  let folded: Folded | undefined;
  let lowered: string | undefined;
  return phrases => {
    const found: Match[] = [];
    for (const phrase of phrases) {
      const sought = fold(phrase.toWellFormed()).text;
      if (sought.trim() === '') continue;
      folded ??= fold(text);
      const isExact = /\p{Lu}/u.test(sought);
      if (!isExact) lowered ??= lower(folded.text);
      const within = isExact ? folded.text : (lowered ?? '');
      const word = isExact ? sought : lower(sought);
      const startOf = unfolder(folded, 'start');
      const endOf = unfolder(folded, 'end');
      for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + word.length)) {
        const start = startOf(at);
        found.push({ start, end: wholeCharacter(text, endOf(at + word.length)) });
      }
    }
    if (phrases.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end);
    let reached = 0;
    return found.filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
  };
}

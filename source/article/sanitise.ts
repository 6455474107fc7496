/**
 * The one door for characters that come from a post. What passes here can be sent to a terminal:
 * no control byte but LF, no dangling direction control, nothing invisible that only deceives.
 */

/** Text made of these alone needs no work: ASCII, Latin, Greek, Cyrillic, Han, kana, Hangul. */
const PLAIN =
  /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u2cee\u2e00-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua66e\uac00-\ud7af\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffee\ufffd]*$/;

const LONE_CARRIAGE = /\r\n?|[\x85\u2028\u2029]/g;
const C0 = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
/**
 * C1 controls, soft hyphen, BOM, word-hiding fillers, invisible operators, interlinear marks and
 * direction overrides, which no running text needs (Unicode TR #36, TR #55).
 */
const DROPPED =
  /[\x80-\x9f\xad\u115f\u1160\u180e\u202d\u202e\u2061-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u17b4|\u17b5|\u{1d173}|\u{e0001}/gu;
const NONCHARACTER = /[\ufdd0-\ufdef\ufffe\uffff]/g;
const BIDI = /[\u202a\u202b\u202c\u2066-\u2069]/;
const BIDI_AND_LF = /[\u202a\u202b\u202c\u2066-\u2069\n]/g;
const JOINERS = /[\u200b-\u200d\u2060]+/g;
const TAGS = /[\u{e0020}-\u{e007f}]+/gu;
const FLAG_BEFORE = /\u{1f3f4}$/u;
const MARKS = /\p{M}+/gu;
/** Marks that a base carries at most. */
const MOST_MARKS = 16;

const EMOJI_BEFORE = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
/** Scripts whose letters change shape beside a joiner (Unicode 17, chapter 9 and 12 to 17). */
const JOINING =
  '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Mand}\\p{scx=Adlm}\\p{scx=Deva}' +
  '\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}' +
  '\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Tibt}\\p{scx=Mymr}\\p{scx=Khmr}\\p{scx=Bali}\\p{scx=Java}]';
/** Made when the first joiner is met: building them costs milliseconds, and few posts hold one. */
let joining: { readonly before: RegExp; readonly after: RegExp } | undefined;

function shapes(before: string, after: string): boolean {
  joining ??= { before: new RegExp(`${JOINING}$`, 'u'), after: new RegExp(`^${JOINING}`, 'u') };
  return joining.before.test(before) || joining.after.test(after);
}

/** Shows a C0 control by its picture (U+2400 block), so that a post about them stays readable. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0) return '';
  if (code === 0x0b || code === 0x0c) return ' ';
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

/**
 * Keeps a joiner only where it shapes what is seen: inside an emoji sequence or beside a letter of
 * a joining script. A zero width space stays, once, as a place where a line may break.
 */
function keepJoiners(run: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(at + run.length, at + run.length + 2);
  const joiner = /[\u200c\u200d]/.exec(run)?.[0];
  if (joiner === '\u200d' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) return joiner;
  if (joiner !== undefined && shapes(before, after)) return joiner;
  if (run.includes('\u200b')) return '\u200b';
  return run.includes('\u2060') ? '\u2060' : '';
}

/** Tag characters mean something only after a black flag, as in the flags of Scotland or Wales. */
function keepTags(run: string, at: number, text: string): string {
  return FLAG_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && run.length <= 16 ? run : '';
}

/** Done by hand: an expression that counts to sixteen takes thirty milliseconds to be compiled. */
function fewMarks(run: string): string {
  return run.length <= MOST_MARKS ? run : [...run].slice(0, MOST_MARKS).join('');
}

/** Drops every embedding and isolate that is not opened and closed within its line (UAX #9). */
function balanceBidi(text: string): string {
  const kept = new Set<number>();
  let open: { at: number; isolate: boolean }[] = [];
  for (const match of text.matchAll(BIDI_AND_LF)) {
    const at = match.index;
    switch (match[0]) {
      case '\n':
        open = [];
        break;
      case '\u202a':
      case '\u202b':
        open.push({ at, isolate: false });
        break;
      case '\u202c':
      case '\u2069': {
        const last = open.at(-1);
        if (last?.isolate !== (match[0] === '\u2069')) break;
        open.pop();
        kept.add(last.at).add(at);
        break;
      }
      default:
        open.push({ at, isolate: true });
    }
  }
  return text.replace(BIDI_AND_LF, (mark, at: number) =>
    mark === '\n' || kept.has(at) ? mark : '',
  );
}

/** Replaces each TAB by blanks up to the next multiple of four columns of its line. */
function expandTabs(text: string): string {
  const parts: string[] = [];
  let column = 0;
  let from = 0;
  for (const match of text.matchAll(/[\t\n]/g)) {
    parts.push(text.slice(from, match.index));
    column += match.index - from;
    if (match[0] === '\n') {
      parts.push('\n');
      column = 0;
    } else {
      const blanks = 4 - (column % 4);
      parts.push(' '.repeat(blanks));
      column += blanks;
    }
    from = match.index + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/**
 * Makes running text safe to show and keeps what it says.
 *
 * In: any string. Out: text whose only control character is LF. CR, NEL, U+2028 and U+2029 become
 * LF; TAB becomes blanks; other C0 controls become their pictures (ESC is ␛); C1, BOM, overrides,
 * unpaired embeddings and isolates, and invisible fillers go; joiners stay inside emoji and joining
 * scripts; lone surrogates become U+FFFD; a base carries at most 16 marks. Linear time.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  let clean = text.toWellFormed();
  clean = clean.replace(LONE_CARRIAGE, '\n').replace(C0, picture).replace(DROPPED, '');
  clean = clean.replace(NONCHARACTER, '\ufffd').replace(TAGS, keepTags);
  // Before the joiners, which what goes here would leave side by side.
  if (BIDI.test(clean)) clean = balanceBidi(clean);
  clean = clean.replace(JOINERS, keepJoiners).replace(MARKS, fewMarks);
  return clean.includes('\t') ? expandTabs(clean) : clean;
}

/** Blanks that a field does not keep as they are. */
const ODD_BLANKS = /^\s|\s$|[\n\xa0]| {2}|\u3000{2}/;

/**
 * Makes a title, label, link target or file name one safe line.
 *
 * As `cleanText`; further, line ends and runs of blanks become one blank, and both ends are trimmed.
 */
export function cleanField(text: string): string {
  const clean = cleanText(text);
  if (!ODD_BLANKS.test(clean)) return clean;
  return clean
    .replace(/\u3000{2,}/g, '\u3000')
    .replace(/[\n \xa0]+/g, ' ')
    .trim();
}

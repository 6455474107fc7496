import type { MarkdownIt, StateInline } from 'markdown-it';

const ASTERISK = 0x2a;
const LOW_LINE = 0x5f;

/** One `*` or `_`; those of a run of them stand one after another. */
type Sign = { readonly marker: number; readonly token: number; readonly at: number };
type Pair = { readonly open: number; readonly close: number; readonly length: 1 | 2 };
/** What is looked for, and from where in the text. */
type Stop = { readonly marker: number; readonly length: 1 | 2; readonly from: number };
/** The elements open around a place. */
type Around = { readonly parent: 0 | 1 | 2; readonly em: boolean; readonly strong: boolean };

/** Signs looked at per sign of the text, so that no flood of openings costs more than its length. */
const MAX_LOOKS = 30;

/** Where the signs of a token list stand in the source. */
const places = new WeakMap<object, number[]>();

function placesOf(state: StateInline): number[] {
  const known = places.get(state.delimiters);
  if (known !== undefined) return known;
  const none: number[] = [];
  places.set(state.delimiters, none);
  return none;
}

/** Takes a run of signs as text until it is known which of them mean something. */
function takeSigns(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const marker = src.charCodeAt(pos);
  if (silent || (marker !== ASTERISK && marker !== LOW_LINE)) return false;
  let end = pos + 1;
  while (end < state.posMax && src.charCodeAt(end) === marker) end += 1;
  for (let at = pos; at < end; at += 1) {
    state.push('text', '', 0).content = src.charAt(at);
    placesOf(state).push(at);
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker, token, end: -1, open: false, close: false });
  }
  state.pos = end;
  return true;
}

function isBlank(source: string, at: number): boolean {
  return /[ \t\n\v\f\r]/.test(source.charAt(at));
}

function follows(pattern: RegExp, source: string, at: number): boolean {
  return pattern.test(String.fromCodePoint(source.codePointAt(at) ?? 0x20));
}

/** Finds pairs of signs the way kramdown's `parse_emphasis` does. */
class Pairs {
  readonly found: Pair[] = [];
  private readonly source: string;
  private readonly signs: readonly Sign[];
  private looks: number;
  /** Of each kind of stop, the last sign that may be one: beyond it nothing need be tried. */
  private readonly last = new Map<number, number>();

  constructor(source: string, signs: readonly Sign[]) {
    this.source = source;
    this.signs = signs;
    this.looks = MAX_LOOKS * signs.length + 1000;
    signs.forEach((sign, index) => {
      for (const length of [1, 2] as const) {
        if (this.closes(index, sign.marker, length)) this.last.set(sign.marker * 2 + length, index);
      }
    });
  }

  /** Reads signs from `index` on; the place of the stop, or -1 if there is none. */
  read(index: number, stop: Stop | null, around: Around): number {
    const { signs } = this;
    for (let at = index; at < signs.length; ) {
      this.looks -= 1;
      const sign = signs[at];
      if (sign === undefined) break;
      if (stop !== null && sign.at > stop.from && this.closes(at, stop.marker, stop.length)) {
        return at;
      }
      at = this.open(at, sign, around);
    }
    return -1;
  }

  private open(at: number, sign: Sign, around: Around): number {
    const length: 1 | 2 = this.isDouble(at) ? 2 : 1;
    const lengths: readonly (1 | 2)[] = length === 2 && around.parent !== 1 ? [2, 1] : [length];
    const isInside = length === 2 ? around.strong : around.em;
    const isWord = sign.marker === LOW_LINE && this.isWithinWord(sign.at);
    if (isInside || isWord || isBlank(this.source, sign.at + length)) return at + length;
    for (const tried of lengths) {
      const close = this.closeOf(at, sign, tried, around);
      if (close < 0) continue;
      this.found.push({ open: at, close, length: tried });
      return close + tried;
    }
    return at + length;
  }

  private closeOf(at: number, sign: Sign, length: 1 | 2, around: Around): number {
    if ((this.last.get(sign.marker * 2 + length) ?? -1) <= at || this.looks <= 0) return -1;
    const before = this.found.length;
    const inner: Around = {
      parent: length,
      em: around.em || length === 1,
      strong: around.strong || length === 2,
    };
    const stop: Stop = { marker: sign.marker, length, from: sign.at + length };
    const close = this.read(at + length, stop, inner);
    if (close < 0) this.found.length = before;
    return close;
  }

  private isDouble(at: number): boolean {
    const one = this.signs[at];
    const other = this.signs[at + 1];
    return one !== undefined && one.marker === other?.marker && one.at + 1 === other.at;
  }

  private closes(at: number, marker: number, length: 1 | 2): boolean {
    const sign = this.signs[at];
    if (sign?.marker !== marker || isBlank(this.source, sign.at - 1)) return false;
    const isDouble = this.isDouble(at);
    if (length === 2 ? !isDouble : isDouble && !this.isDouble(at + 1)) return false;
    return marker !== LOW_LINE || !follows(/[\p{L}\p{N}]/u, this.source, sign.at + length);
  }

  private isWithinWord(at: number): boolean {
    const low = this.source.charCodeAt(at - 1);
    const start = low >= 0xdc00 && low < 0xe000 ? at - 2 : at - 1;
    return at > 0 && follows(/[\p{L}-]/u, this.source, start);
  }
}

function setTag(state: StateInline, sign: Sign | undefined, length: 1 | 2, nesting: 1 | -1): void {
  const token = state.tokens[sign?.token ?? -1];
  if (token === undefined) return;
  const name = length === 2 ? 'strong' : 'em';
  token.type = nesting === 1 ? `${name}_open` : `${name}_close`;
  token.tag = name;
  token.nesting = nesting;
  token.markup = token.content.repeat(length);
  token.content = '';
}

function setTags(
  state: StateInline,
  delimiters: StateInline['delimiters'],
  around: Around = { parent: 0, em: false, strong: false },
): void {
  const at = places.get(delimiters);
  if (at === undefined) return;
  const isSign = ({ marker }: { marker: number }) => marker === ASTERISK || marker === LOW_LINE;
  const signs = delimiters
    .filter(isSign)
    .map(({ marker, token }, index) => ({ marker, token, at: at[index] ?? 0 }));
  const pairs = new Pairs(state.src, signs);
  pairs.read(0, null, around);
  for (const { open, close, length } of pairs.found) {
    setTag(state, signs[open], length, 1);
    setTag(state, signs[close], length, -1);
    if (length === 1) continue;
    for (const second of [signs[open + 1], signs[close + 1]]) {
      const token = state.tokens[second?.token ?? -1];
      if (token !== undefined) token.content = '';
    }
  }
}

/** Emphasis in the texts of links, each of which has signs of its own, as what stands around allows. */
function setTagsWithin(state: StateInline): void {
  let [at, em, strong] = [0, 0, 0];
  for (const meta of state.tokens_meta) {
    const delimiters = meta?.delimiters ?? [];
    const [first] = delimiters;
    if (first === undefined) continue;
    for (; at < first.token; at += 1) {
      const { tag, nesting } = state.tokens[at] ?? { tag: '', nesting: 0 };
      if (tag === 'em') em += nesting;
      if (tag === 'strong') strong += nesting;
    }
    setTags(state, delimiters, { parent: 0, em: em > 0, strong: strong > 0 });
  }
}

/**
 * Emphasis as kramdown reads it: a sign opens unless a blank follows, and closes unless a blank
 * stands before, whatever else stands there, so that `**答案：**判断` and `18F**,** I` are bold;
 * emphasis holds no emphasis of its own kind.
 */
export function kramdownEmphasis(md: MarkdownIt): void {
  md.inline.ruler.at('emphasis', takeSigns);
  md.inline.ruler2.at('emphasis', state => {
    setTags(state, state.delimiters);
    setTagsWithin(state);
    return true;
  });
}

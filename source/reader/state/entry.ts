import { cleanField } from '../../article/sanitise.ts';
import type { Action } from '../keys/actions.ts';

/** A line of text being typed. */
export type Entry = {
  readonly text: string;
  /** UTF-16 offset before which the next character goes; between whole characters. */
  readonly at: number;
};

export const emptyEntry: Entry = { text: '', at: 0 };

/** No line of ours needs more; a paste can be a whole book. */
const LONGEST = 1000;

let segmenter: Intl.Segmenter | undefined;

function characters(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A line with the cursor behind it. */
export function entryOf(text: string): Entry {
  return { text, at: text.length };
}

/** Puts text in at the cursor: a key's, an input method's or a paste, whose line ends become blanks. */
export function typeText({ text, at }: Entry, given: string): Entry {
  // Blanks at the ends are typed one by one and are kept; what is pasted is cleaned.
  const clean = given === ' ' ? given : cleanField(given);
  const room = LONGEST - text.length;
  const fitting = clean.length <= room ? clean : clean.slice(0, Math.max(0, room));
  return { text: text.slice(0, at) + fitting + text.slice(at), at: at + fitting.length };
}

function before(entry: Entry): number {
  return characters(entry.text.slice(0, entry.at)).at(-1)?.length ?? 0;
}

function after(entry: Entry): number {
  return characters(entry.text.slice(entry.at))[0]?.length ?? 0;
}

function cut({ text, at }: Entry, from: number, to: number): Entry {
  return { text: text.slice(0, from) + text.slice(to), at: at > from ? from : at };
}

/** What an editing action makes of the line; undefined if it is none. */
export function editEntry(entry: Entry, action: Action): Entry | undefined {
  const { text, at } = entry;
  switch (action) {
    case 'cursor-left':
      return { text, at: at - before(entry) };
    case 'cursor-right':
      return { text, at: at + after(entry) };
    case 'cursor-start':
      return { text, at: 0 };
    case 'cursor-end':
      return { text, at: text.length };
    case 'delete-back':
      return cut(entry, at - before(entry), at);
    case 'delete-forward':
      return cut(entry, at, at + after(entry));
    case 'delete-word':
      return cut(entry, text.slice(0, at).replace(/\S+\s*$|\s+$/, '').length, at);
    case 'delete-to-start':
      return cut(entry, 0, at);
    case 'delete-to-end':
      return cut(entry, at, text.length);
    default:
      return undefined;
  }
}

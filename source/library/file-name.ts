import { overflowingDay, type WrittenDate, writtenDay } from './written-date.ts';
import { fullYear } from './written-day.ts';

/** Endings of files that can be posts. */
const POST_ENDING =
  /\.(?:md|markdown|mkd|mkdown|mkdn|mdown|mdx|rmd|html?|txt|text|textile|rst|org|adoc|asciidoc)$/i;
const MARKDOWN = /\.(?:md|markdown|mkd|mkdown|mkdn|mdown|mdx|rmd)$/i;

/** Jekyll's `DATE_FILENAME_MATCHER`. */
const DATED = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)$/su;
const DATE_ALONE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;

export type FileName = {
  /** Without its ending. */
  readonly stem: string;
  /** With the dot. */
  readonly ending: string;
  /** What follows the date, without dots at its end; the whole stem where there is no date. */
  readonly slug: string;
  /** null: the name holds no date, or an impossible one. */
  readonly date: WrittenDate | null;
  /** Whether it names a 30th of February or the like, which `date` takes for the days after, as Jekyll does. */
  readonly overflows: boolean;
  /** Whether the name has the form that Jekyll asks of posts. */
  readonly dated: boolean;
};

export function isPostName(name: string): boolean {
  return POST_ENDING.test(name);
}

/** How the body of a file with that ending is written. */
export function formatOf(ending: string): 'markdown' | 'html' | 'text' {
  if (MARKDOWN.test(ending)) return 'markdown';
  return /^\.html?$/i.test(ending) ? 'html' : 'text';
}

/** Cuts a name before the dot of its ending. */
export function takeEnding(name: string): Pick<FileName, 'stem' | 'ending'> {
  const dot = name.lastIndexOf('.');
  return dot > 0
    ? { stem: name.slice(0, dot), ending: name.slice(dot) }
    : { stem: name, ending: '' };
}

/** Takes a file's name apart: `2022-03-11-title.md`. */
export function readFileName(name: string): FileName {
  const { stem, ending } = takeEnding(name);
  const match = DATED.exec(stem) ?? DATE_ALONE.exec(stem);
  const none = { stem, ending, date: null, overflows: false };
  if (match === null) return { ...none, slug: trimDots(stem), dated: false };
  const [, year = '', month, day, rest] = match;
  const parts = [fullYear(year), Number(month), Number(day)] as const;
  const date = writtenDay(...parts);
  const overflow = date === null ? overflowingDay(...parts) : null;
  return {
    ...none,
    slug: trimDots(rest ?? stem),
    date: date ?? overflow,
    overflows: overflow !== null,
    dated: rest !== undefined,
  };
}

/** A name without the dots at its end, as Jekyll makes slugs. */
export function trimDots(text: string): string {
  return text.endsWith('.') ? text.replace(/\.+$/, '') : text;
}

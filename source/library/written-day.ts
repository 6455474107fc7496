/** The day in a date's text, in digits or with its month by name. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const NUMERIC = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=[T\s]|$)/;
/** `14/05/2014`, the day first; the month where only that can be. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
/** `22-03-11`: the year first. */
const SHORT_YEAR = /^(\d{2})([-/])(\d{1,2})\2(\d{1,2})(?!\d)/;
const YEAR_AND_NAME = /^(\d{4})[-\s]+([a-z]{3,9})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i;
const MONTH_ALONE = /^([a-z]{3,9})\.?,?\s+(\d{4})$/i;
const MONTH_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(.*)$/i;
const DAY_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-\s]+([a-z]{3,9})\.?,?[-\s]+(\d{4})/i;

export type Day = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows it. */
  readonly rest: string;
  /** Whether it is `Y-M-D`. */
  readonly dashes: boolean;
};

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** A day written in digits alone. */
function readDigits(text: string): Day | null {
  const numeric = NUMERIC.exec(text) ?? CHINESE.exec(text) ?? COMPACT.exec(text);
  if (numeric !== null) {
    const groups = numeric.length === 5 ? [1, 3, 4] : [1, 2, 3];
    const [year = 0, month = 0, day = 0] = groups.map(group => Number(numeric[group]));
    const dashes = numeric.length === 5 && numeric[2] === '-';
    return { year, month, day, rest: text.slice(numeric[0].length), dashes };
  }
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [first, second] = [Number(last[1]), Number(last[3])];
    const [day, month] = second > 12 ? [second, first] : [first, second];
    return { year: Number(last[4]), month, day, rest: text.slice(last[0].length), dashes: false };
  }
  const short = SHORT_YEAR.exec(text);
  if (short === null) return null;
  return {
    year: fullYear(short[1] ?? ''),
    month: Number(short[3]),
    day: Number(short[4]),
    rest: text.slice(short[0].length),
    dashes: false,
  };
}

/** A day whose month is written by its name. */
function readNamed(text: string): Day | null {
  const after = (match: RegExpExecArray) => text.slice(match[0].length);
  const yearFirst = YEAR_AND_NAME.exec(text);
  if (yearFirst !== null) {
    const [, year, month, day] = yearFirst;
    const rest = after(yearFirst);
    return { year: Number(year), month: monthOf(month), day: Number(day), rest, dashes: false };
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day, month, year] = dayFirst;
    const rest = after(dayFirst);
    return { year: Number(year), month: monthOf(month), day: Number(day), rest, dashes: false };
  }
  const alone = MONTH_ALONE.exec(text);
  if (alone !== null) {
    const [, month, year] = alone;
    return { year: Number(year), month: monthOf(month), day: 1, rest: '', dashes: false };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst === null) return null;
  const [, month, day, tail = ''] = monthFirst;
  const year = /(?<![\d:+-])\d{4}(?![\d:])/.exec(tail);
  if (year === null) return null;
  const rest = `${tail.slice(0, year.index)} ${tail.slice(year.index + 4)}`;
  return { year: Number(year[0]), month: monthOf(month), day: Number(day), rest, dashes: false };
}

/** The day at the beginning of a text, in range or not; null if there is none. */
export function readDay(text: string): Day | null {
  return readDigits(text) ?? readNamed(text);
}

/** Ruby reads years of two digits as 1969…2068. */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

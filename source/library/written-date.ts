import { isWallClock, type WallClock } from './civil.ts';

/** A date as it stands in a header or a name, its zone still open. */
export type WrittenDate = {
  readonly clock: WallClock;
  /** Minutes east of UTC; null if it names no zone. */
  readonly zone: number | null;
  /** Whether it is `Y-M-D h:m:s`, which YAML 1.1 types as a timestamp when it is not quoted. */
  readonly timestamp: boolean;
};

/** What became of a date's text. */
export type DateReading =
  | { readonly read: 'date'; readonly date: WrittenDate }
  /** No date, but a zone, as `+0800` left over by a generator whose date was empty. */
  | { readonly read: 'zone'; readonly zone: number }
  | { readonly read: 'nothing' };

/** Zone names as Ruby's Time.parse knows them, in minutes (RFC 2822 and common ones). */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wet', 0],
  ['bst', 60],
  ['cet', 60],
  ['west', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['ist', 330],
  ['hkt', 480],
  ['sgt', 480],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
]);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const NUMERIC = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=[T\s]|$)/;
const MONTH_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(.*)$/i;
const DAY_FIRST =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})/i;
const TIME =
  /(?:^|[T\s,])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?|\s*([ap]\.?m\.?))(?![\d:])/i;
const CHINESE_TIME = /(\d{1,2})\s*[时時点點]\s*(?:(\d{1,2})\s*分)?\s*(?:(\d{1,2})\s*秒)?/;
const OFFSET = /(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/i;
const THREE_DIGIT_OFFSET = /([+-])(\d)(\d{2})(?!\d)/;
const NAME = /(?:^|[\s\d(])([a-z]{1,4})(?![a-z])/i;

/** Minutes east of UTC of the zone written in what follows a time; null if there is none. */
function readZone(text: string): number | null {
  const offset = THREE_DIGIT_OFFSET.exec(text) ?? OFFSET.exec(text);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes <= 18 * 60) return offset[1] === '-' ? -minutes : minutes;
  }
  const name = NAME.exec(text)?.[1];
  return name === undefined ? null : (ZONES.get(name.toLowerCase()) ?? null);
}

type Day = { year: number; month: number; day: number; rest: string; dashes: boolean };

function readDay(text: string): Day | null {
  const numeric = NUMERIC.exec(text) ?? CHINESE.exec(text) ?? COMPACT.exec(text);
  if (numeric !== null) {
    const groups = numeric.length === 5 ? [1, 3, 4] : [1, 2, 3];
    const [year = 0, month = 0, day = 0] = groups.map(group => Number(numeric[group]));
    const dashes = numeric.length === 5 && numeric[2] === '-';
    return { year, month, day, rest: text.slice(numeric[0].length), dashes };
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const month = MONTHS.indexOf((dayFirst[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    const rest = text.slice(dayFirst[0].length);
    return { year: Number(dayFirst[3]), month, day: Number(dayFirst[1]), rest, dashes: false };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    const month = MONTHS.indexOf((monthFirst[1] ?? '').slice(0, 3).toLowerCase()) + 1;
    const after = monthFirst[3] ?? '';
    const year = /(?<![\d:+-])\d{4}(?![\d:])/.exec(after);
    if (year === null) return null;
    const rest = `${after.slice(0, year.index)} ${after.slice(year.index + 4)}`;
    return { year: Number(year[0]), month, day: Number(monthFirst[2]), rest, dashes: false };
  }
  return null;
}

type Time = { hour: number; minute: number; second: number; millisecond: number; rest: string };

function readTime(text: string): Time | null {
  const plain = TIME.exec(text);
  const match = plain ?? CHINESE_TIME.exec(text);
  if (match === null) return null;
  let hour = Number(match[1]);
  const half = plain?.[5] ?? plain?.[6];
  if (half !== undefined) hour = (hour % 12) + (half[0]?.toLowerCase() === 'p' ? 12 : 0);
  return {
    hour,
    minute: Number(match[2] ?? 0),
    second: Number(match[3] ?? 0),
    millisecond: Math.floor(Number(`0.${plain?.[4] ?? 0}`) * 1000),
    rest: text.slice(match.index + match[0].length),
  };
}

/**
 * Reads a date in the shapes found in real sites: `2022-03-11 10:17:03 +0800`, `+08:00`, `Z`,
 * without seconds, one-digit parts, `May 9, 2014`, `2014-05-14 12:00 EDT`, `2022年3月11日`, RFC 2822,
 * date only. Text after a date that means nothing is left aside. Impossible days are no date.
 */
export function readDate(text: string): DateReading {
  const trimmed = text.trim().slice(0, 200);
  const day = readDay(trimmed);
  if (day === null) {
    const zone = /^[+-]\d{2}:?\d{2}$/.test(trimmed) ? readZone(trimmed) : null;
    return zone === null ? { read: 'nothing' } : { read: 'zone', zone };
  }
  const time = readTime(day.rest);
  const clock: WallClock = {
    year: day.year,
    month: day.month,
    day: day.day,
    hour: time?.hour ?? 0,
    minute: time?.minute ?? 0,
    second: time?.second ?? 0,
    millisecond: time?.millisecond ?? 0,
  };
  if (!isWallClock(clock)) return { read: 'nothing' };
  const zone = time === null ? null : readZone(time.rest);
  const timestamp = day.dashes && time !== null && /\d:\d{2}:\d{2}/.test(day.rest);
  return { read: 'date', date: { clock, zone, timestamp } };
}

/** A date at midnight with no zone, as a file's name gives it; null for an impossible day. */
export function writtenDay(year: number, month: number, day: number): WrittenDate | null {
  const clock = { year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 };
  return isWallClock(clock) ? { clock, zone: null, timestamp: false } : null;
}

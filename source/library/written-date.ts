import { isWallClock, millisecondsOf, type WallClock, wallClockOf } from './civil.ts';
import { readDay } from './written-day.ts';

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
  /** A day its month does not have, as the 30th of February, and what Ruby takes it for. */
  | { readonly read: 'overflow'; readonly date: WrittenDate }
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

/** `20220311T101703`, its parts not divided. */
const COMPACT_TIME = /^(\d{8})[T ]?(\d{2})(\d{2})(\d{2})?(?!\d)/;
/** A time before its date. */
const TIME_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?|\d{1,2}\s*[ap]m),?\s+(.+)$/i;
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

/** The shape of nearly all dates. */
const USUAL = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?: ([+-])(\d\d)(\d\d))?$/;

/** Reads a date of the usual shape; null for any other, and for one that is out of range. */
function readUsual(text: string): DateReading | null {
  const match = USUAL.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, sign, east, rest] = match;
  const clock: WallClock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: 0,
  };
  const offset = sign === undefined ? null : Number(east) * 60 + Number(rest);
  if (!isWallClock(clock) || (offset !== null && offset > 18 * 60)) return null;
  const zone = offset !== null && sign === '-' ? -offset : offset;
  return { read: 'date', date: { clock, zone, timestamp: true } };
}

/**
 * Reads a date in the shapes found in real sites: `2022-03-11 10:17:03 +0800`, `+08:00`, `Z`,
 * without seconds, one-digit parts, `May 9, 2014`, `2014-05-14 12:00 EDT`, `2022年3月11日`, RFC 2822,
 * date only. Text after a date that means nothing is left aside. Impossible days are no date.
 */
export function readDate(text: string): DateReading {
  const usual = readUsual(text);
  if (usual !== null) return usual;
  const trimmed = text
    .trim()
    .slice(0, 200)
    .replace(
      COMPACT_TIME,
      (_, day, hour, minute, second = '00') => `${day} ${hour}:${minute}:${second}`,
    )
    .replace(TIME_FIRST, '$2 $1');
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
  const zone = time === null ? null : readZone(time.rest);
  const timestamp = day.dashes && time !== null && /\d:\d{2}:\d{2}/.test(day.rest);
  if (isWallClock(clock)) return { read: 'date', date: { clock, zone, timestamp } };
  const isMidnight = clock.hour === 24 && clock.minute === 0 && clock.second === 0;
  if (isMidnight && isWallClock({ ...clock, hour: 0 }))
    return { read: 'date', date: { clock: normal(clock), zone, timestamp } };
  if (!overflows(clock)) return { read: 'nothing' };
  return { read: 'overflow', date: { clock: normal(clock), zone, timestamp } };
}

/** The same moment with every part in its range. */
function normal(clock: WallClock): WallClock {
  return wallClockOf(millisecondsOf(clock));
}

/** Whether a clock would be right in a month of 31 days. */
function overflows(clock: WallClock): boolean {
  return clock.day > 28 && clock.day <= 31 && isWallClock({ ...clock, day: 1 });
}

function midnight(year: number, month: number, day: number): WallClock {
  return { year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 };
}

/** A date at midnight with no zone, as a file's name gives it; null for an impossible day. */
export function writtenDay(year: number, month: number, day: number): WrittenDate | null {
  const clock = midnight(year, month, day);
  return isWallClock(clock) ? { clock, zone: null, timestamp: false } : null;
}

/** What Ruby takes the 30th of February for, and its like; null for any other day. */
export function overflowingDay(year: number, month: number, day: number): WrittenDate | null {
  const clock = midnight(year, month, day);
  return overflows(clock) ? { clock: normal(clock), zone: null, timestamp: false } : null;
}

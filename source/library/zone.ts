import { DAY } from './civil.ts';

/** Minutes east of UTC at a moment (milliseconds since 1970). */
export type Zone = (time: number) => number;

/** Zones that have kept one offset since 1992 (IANA tz), so that Intl need not be loaded for them. */
const STEADY: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['Etc/UTC', 0],
  ['Etc/GMT', 0],
  ['GMT', 0],
  ['Asia/Shanghai', 480],
  ['Asia/Chongqing', 480],
  ['Asia/Hong_Kong', 480],
  ['Asia/Macau', 480],
  ['Asia/Taipei', 480],
  ['Asia/Singapore', 480],
  ['Asia/Tokyo', 540],
  ['Asia/Seoul', 540],
  ['Asia/Kolkata', 330],
]);
const STEADY_SINCE = Date.UTC(1992, 0, 1);

/** Reads an offset such as `GMT+08:00` or `GMT-4:56:02` in whole minutes. */
function offsetMinutes(text: string): number {
  const match = /([+-])(\d{1,2})(?::?(\d{2}))?/.exec(text);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function intlZone(name: string): Zone | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  const exact: Zone = time => {
    const part = format.formatToParts(time).find(({ type }) => type === 'timeZoneName');
    return offsetMinutes(part?.value ?? '');
  };
  /** Offset of a whole UTC day, null for a day on which it changes. */
  const days = new Map<number, number | null>();
  return time => {
    const day = Math.floor(time / DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const start = exact(day * DAY);
      offset = start === exact((day + 1) * DAY) ? start : null;
      days.set(day, offset);
    }
    return offset ?? exact(time);
  };
}

const known = new Map<string, Zone | null>();

/** A named zone (`Asia/Shanghai`) or fixed offset (`+08:00`); null for a name nobody knows. */
export function zoneOf(name: string): Zone | null {
  let zone = known.get(name);
  if (zone === undefined) {
    zone = makeZone(name);
    known.set(name, zone);
  }
  return zone;
}

function makeZone(name: string): Zone | null {
  if (/^[+-]\d{1,2}:?\d{2}$/.test(name)) {
    const minutes = offsetMinutes(name);
    return () => minutes;
  }
  const steady = STEADY.get(name);
  if (steady === undefined) return intlZone(name);
  let older: Zone | null = null;
  return time => {
    if (time >= STEADY_SINCE) return steady;
    older ??= intlZone(name);
    return older === null ? steady : older(time);
  };
}

/**
 * Minutes east of UTC of a wall clock in a zone. In: milliseconds of the wall clock read as UTC.
 * In the hour that a clock set back shows twice, the earlier of the two; in the hour it skips, the
 * offset from before.
 */
export function offsetAtWall(zone: Zone, wall: number): number {
  const before = zone(wall - DAY);
  if (zone(wall - before * 60_000) === before) return before;
  const after = zone(wall + DAY);
  return zone(wall - after * 60_000) === after ? after : before;
}

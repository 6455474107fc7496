import { cleanField } from '../article/sanitise.ts';
import { millisecondsOf, type WallClock, wallClockOf } from './civil.ts';
import { faultOf } from './fault.ts';
import type { FileName } from './file-name.ts';
import { textOf } from './header.ts';
import type { Fault, PostDate } from './post.ts';
import type { Fields, ReadHeader } from './post-input.ts';
import type { Candidate } from './post-place.ts';
import { readDate, type WrittenDate, writtenDay } from './written-date.ts';
import { offsetAtWall, type Zone } from './zone.ts';

/** Keys that hold a date, in content folders of other generators than Jekyll (which knows the first). */
const DATE_KEYS = [
  'date',
  'pubDate',
  'pubDatetime',
  'publishDate',
  'published',
  'created',
  'createdAt',
];
const BOOLEAN = /^(?:true|false|yes|no|on|off)$/i;

/** The moment of a written date: its own zone's, else that of the zone given. */
export function momentOf(written: WrittenDate, zone: Zone): PostDate {
  const wall = millisecondsOf(written.clock);
  const offset = written.zone ?? offsetAtWall(zone, wall);
  return { time: wall - offset * 60_000, offset };
}

/** The date of a post that names no zone, in the zone that is `offset` minutes east of UTC. */
export function settleDate(written: WrittenDate, offset: number): PostDate {
  return { time: millisecondsOf(written.clock) - offset * 60_000, offset };
}

/** A post's date as written, and what is wrong with it. */
export type Dated = {
  readonly written: WrittenDate | null;
  readonly quoted: boolean;
  readonly faults: readonly Fault[];
};

/** `2022/04/07` in a header's `path` or in the folders of a file. */
function dayInPath(path: string): WrittenDate | null {
  const match = /(?:^|[/_])(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(path);
  return match === null ? null : writtenDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * The date of a post: its header's, else that in its file's name, else one in a path.
 */
export function dateOf(file: Candidate, name: FileName, fields: Fields, read: ReadHeader): Dated {
  const faults: Fault[] = [];
  let zone: number | null = null;
  const keys = file.kind === 'loose' ? DATE_KEYS : DATE_KEYS.slice(0, 1);
  for (const key of keys) {
    const text = textOf(fields(key));
    if (text === null || (key !== 'date' && BOOLEAN.test(text))) continue;
    const reading = readDate(text);
    if (reading.read === 'date') {
      return { written: reading.date, quoted: read.header.quoted.has(key), faults };
    }
    if (reading.read === 'zone') zone = reading.zone;
    else {
      const shown = cleanField(text).slice(0, 60);
      faults.push(faultOf('date-invalid', read.lineOf(key), `"${shown}" is no date`));
    }
  }
  const path = ['path', 'permalink', 'url', 'slug'].map(key => textOf(fields(key)) ?? '');
  const written =
    name.date ?? [...path, file.path].map(dayInPath).find(day => day !== null) ?? null;
  if (written === null) {
    faults.push(
      faultOf('date-missing', read.lineOf('date'), 'no date in the header or the name of the file'),
    );
    return { written, quoted: false, faults };
  }
  return { written: { ...written, zone }, quoted: false, faults };
}

/** The moment as Jekyll reads it: a timestamp without zone is UTC to YAML, any other local time. */
export function clockForPermalink(dated: Dated, zone: Zone): WallClock | null {
  if (dated.written === null) return null;
  const bare = dated.written.zone === null;
  if (bare && (dated.quoted || !dated.written.timestamp)) return dated.written.clock;
  const { time } = bare ? settleDate(dated.written, 0) : momentOf(dated.written, zone);
  return wallClockOf(time + zone(time) * 60_000);
}

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
  'pubdate',
  'publish_date',
  'publishedAt',
  'published_at',
  'created_at',
  'lastmod',
  'modified',
  'updated',
];
const NO_SUCH_DAY = 'the date in the name of the file is none: no month has that day';
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
  /** What Jekyll computes the permalink from, where that is another date. */
  readonly forPermalink?: WrittenDate;
  readonly quoted: boolean;
  readonly faults: readonly Fault[];
};

/** `2022/04/07` in a header's `path` or in the folders of a file. */
function dayInPath(path: string): WrittenDate | null {
  const match = /(?:^|[/_])(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.\sT-]|$)/.exec(path);
  return match === null ? null : writtenDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** What a file's name and the paths in its header say of its day, and in words where it stands. */
function dayElsewhere(
  file: Candidate,
  name: FileName,
  fields: Fields,
): { readonly written: WrittenDate; readonly where: string } | null {
  if (name.date !== null) return { written: name.date, where: 'the name of the file' };
  for (const key of ['path', 'permalink', 'url', 'slug']) {
    const written = dayInPath(textOf(fields(key)) ?? '');
    if (written !== null) return { written, where: `"${key}" in the header` };
  }
  const written = dayInPath(file.path);
  return written === null ? null : { written, where: 'the folders of the file' };
}

/** What is wrong with a header that has the key `date` and no date behind it; null for any other. */
function emptyDate({ header }: ReadHeader): string | null {
  const value = header.fields.get('date');
  if (value === null || (typeof value === 'string' && value.trim() === ''))
    return "the header's date is empty";
  return typeof value === 'string' && readDate(value).read === 'zone'
    ? "the header's date is no more than a zone"
    : null;
}

/**
 * The date of a post: its header's, else that in its file's name, else one in a path. A header
 * without the key leaves the date to the name, as Jekyll means it; one whose date is empty does not.
 */
export function dateOf(file: Candidate, name: FileName, fields: Fields, read: ReadHeader): Dated {
  const faults: Fault[] = [];
  const missing = (message: string) =>
    faults.push(faultOf('date-missing', read.lineOf('date'), message));
  const tellEmpty = (where: string) => {
    const empty = emptyDate(read);
    if (empty !== null) missing(`${empty}; the date shown is that of ${where}`);
  };
  let zone: number | null = null;
  let overflow: WrittenDate | undefined;
  const keys = file.kind === 'loose' ? DATE_KEYS : DATE_KEYS.slice(0, 1);
  for (const key of keys) {
    const value = fields(key);
    const text = textOf(value);
    if (text === null || text.trim() === '' || (key !== 'date' && BOOLEAN.test(text))) continue;
    const reading = readDate(text);
    if (reading.read === 'date') {
      const isOwn = key === 'date' && read.header.fields.get(key) === value;
      if (!isOwn) tellEmpty(key === 'date' ? "the site's defaults" : `"${key}" in the header`);
      return { written: reading.date, quoted: read.header.quoted.has(key), faults };
    }
    if (reading.read === 'zone') zone = reading.zone;
    else {
      if (reading.read === 'overflow') overflow ??= reading.date;
      const shown = cleanField(text).slice(0, 60);
      faults.push(faultOf('date-invalid', read.lineOf(key), `"${shown}" is no date`));
    }
  }
  const day = dayElsewhere(file, name, fields);
  if (day !== null) {
    tellEmpty(day.where);
    if (name.overflows) faults.push(faultOf('date-invalid', 1, NO_SUCH_DAY));
    const forPermalink = overflow && { forPermalink: overflow };
    return { written: { ...day.written, zone }, ...forPermalink, quoted: false, faults };
  }
  if (overflow !== undefined) return { written: overflow, quoted: false, faults };
  if (name.dated) {
    faults.push(faultOf('date-invalid', 1, NO_SUCH_DAY));
    return { written: null, quoted: false, faults };
  }
  const empty = emptyDate(read);
  // A draft has no date yet.
  if (empty !== null || file.kind !== 'draft')
    missing(
      empty === null
        ? 'no date in the header or the name of the file'
        : `${empty}, and the name of the file has none`,
    );
  return { written: null, quoted: false, faults };
}

/** The moment by which a permalink is made: as Jekyll reads it, or by the post's own wall clock elsewhere. */
export function clockForPermalink(dated: Dated, zone: Zone, isJekyll: boolean): WallClock | null {
  return isJekyll ? clockOfJekyll(dated, zone) : (dated.written?.clock ?? null);
}

/** The moment as Jekyll reads it: a timestamp without zone is UTC to YAML, any other local time. */
function clockOfJekyll(dated: Dated, zone: Zone): WallClock | null {
  const written = dated.forPermalink ?? dated.written;
  if (written === null) return null;
  const bare = written.zone === null;
  if (bare && (dated.quoted || !written.timestamp)) return written.clock;
  const { time } = bare ? settleDate(written, 0) : momentOf(written, zone);
  return wallClockOf(time + zone(time) * 60_000);
}

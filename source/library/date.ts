import { DAY, wallClockOf, weekdayOfDay } from './civil.ts';
import type { PostDate } from './post.ts';

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The post's own wall clock as milliseconds, as if it were UTC. */
function wallMilliseconds(date: PostDate): number {
  return date.time + date.offset * 60_000;
}

/** The calendar day by the post's own wall clock: `2022-03-11`. */
export function dayOf(date: PostDate): string {
  const clock = wallClockOf(wallMilliseconds(date));
  return `${digits(clock.year, 4)}-${digits(clock.month, 2)}-${digits(clock.day, 2)}`;
}

/** RFC 3339 with the post's own offset: `2022-03-11T10:17:03+08:00`; whole seconds. */
export function isoDate(date: PostDate): string {
  const clock = wallClockOf(wallMilliseconds(date));
  const time = `${digits(clock.hour, 2)}:${digits(clock.minute, 2)}:${digits(clock.second, 2)}`;
  const away = Math.abs(date.offset);
  const sign = date.offset < 0 ? '-' : '+';
  return `${dayOf(date)}T${time}${sign}${digits(Math.floor(away / 60), 2)}:${digits(away % 60, 2)}`;
}

/** Day of the week by the post's own wall clock: 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: PostDate): number {
  return weekdayOfDay(Math.floor(wallMilliseconds(date) / DAY));
}

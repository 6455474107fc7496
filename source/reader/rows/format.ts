import { dayOf, isoDate, weekdayOf } from '../../library/date.ts';
import type { PostDate } from '../../library/post.ts';
import type { Messages } from '../words/messages.ts';

const DAY = 86_400_000;

/** `12345` as `12,345`. Intl would cost tens of milliseconds on the first frame. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Hour and minute by the post's own clock: `10:17`; empty at midnight sharp, which only says that no time was given. */
export function clockOf(date: PostDate): string {
  const time = isoDate(date).slice(11, 19);
  return time === '00:00:00' ? '' : time.slice(0, 5);
}

/** `2022-03-11 周五`, by the post's own clock. */
export function datedDay(date: PostDate, messages: Messages): string {
  return `${dayOf(date)} ${messages.weekdays[weekdayOf(date)] ?? ''}`.trimEnd();
}

/** 今天, 昨天 or the date with its weekday; `now` in milliseconds since the epoch. */
export function dayHeading(date: PostDate | null, now: number, messages: Messages): string {
  if (date === null) return messages.undated;
  const day = dayOf(date);
  if (day === dayOf({ time: now, offset: date.offset })) return messages.today;
  if (day === dayOf({ time: now - DAY, offset: date.offset })) return messages.yesterday;
  return datedDay(date, messages);
}

import { daysInMonth } from '../library/civil.ts';

/** A day as year, month and day of month, without any zone. */
function isoDay(year: number, month: number, day: number): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function calendarDay(text: string, edge: 'first' | 'last'): string | undefined {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2] ?? (edge === 'first' ? 1 : 12));
  if (month < 1 || month > 12) return undefined;
  const days = daysInMonth(year, month);
  const day = Number(parts[3] ?? (edge === 'first' ? 1 : days));
  return day >= 1 && day <= days ? isoDay(year, month, day) : undefined;
}

/**
 * The day that `--since` (`edge` first) or `--until` (`last`) means, as `2022-03-11`: a year or a
 * month stands for its first or last day, `7d` for the day seven days before today, `today` for
 * today by the wall clock of `now`. `undefined` if the text is none of these.
 */
export function parseDay(text: string, edge: 'first' | 'last', now: Date): string | undefined {
  const days = text === 'today' ? '0' : /^(\d{1,5})d$/.exec(text)?.[1];
  if (days === undefined) return calendarDay(text, edge);
  const ago = Number(days);
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - ago));
  return isoDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

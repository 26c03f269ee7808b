import type { Draw } from './draw';

export const DAY = 86_400_000;

/** Milliseconds of midnight UTC at the start of a `YYYY-MM-DD` day. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The UTC day of an instant in milliseconds. */
export function dayOf(ms: number): string {
  return instant(ms).slice(0, 10);
}

/** Milliseconds as an ISO 8601 instant to the second. */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return dayOf(startOf(day) + Math.round(count) * DAY);
}

/** The last day of the month that `day` is in. */
export function monthEnd(day: string): string {
  const date = new Date(startOf(day));
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
}

/** The same day of the month `count` months earlier, or that month's last day where it is shorter. */
export function monthsBefore(day: string, count: number): string {
  const date = new Date(startOf(day));
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - count, 1);
  const last = monthEnd(dayOf(first));
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

/** True for a real day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = startOf(text);
  return !Number.isNaN(ms) && dayOf(ms) === text;
}

/** A moment in office hours, `days` (may be a fraction) after `from` or soon after that; always later than `from`. */
export function officeTime(draw: Draw, from: number, days: number): number {
  let day = startOf(dayOf(from + days * DAY));
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) day += 2 * DAY;
  if (weekday === 0) day += DAY;
  const at = day + draw.whole(7 * 3600, 15 * 3600 + 1800) * 1000;
  if (at > from) return at;
  return from + draw.whole(2, 90) * 60_000;
}

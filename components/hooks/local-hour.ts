import { wallClock } from '../../lib/calendar/wall-clock';

/** The hour of the user's clock at an instant (ISO 8601 UTC), with its day: `2026-03-05T17`. A forecast is of an hour. */
export function localHour(at: string): string {
  return wallClock(Temporal.Now.timeZoneId())(at).slice(0, 13);
}

import type { Touch } from './touch';

/** Whether a pass was touched within the agreed hours; `null` where that is not known, or not yet. */
export function isTimely(of: Touch, withinHours: number): boolean | null {
  if (of.kind === 'touched') {
    if (of.hours.high <= withinHours) return true;
    return of.hours.low > withinHours ? false : null;
  }
  return of.kind === 'untouched' && of.hours > withinHours ? false : null;
}

import type { BookForecast } from '../forecast-book';
import { landPeriod } from '../land-period';
import { spanForecast } from '../span-forecast';

/**
 * Chance that the n-th period of a forecast reaches a mark, of the same distribution as all that is said of it.
 *
 * @param mark In the unit of the forecast. @returns `null` for a period that is over.
 */
export function chanceOfMark(
  { now, grounds }: Pick<BookForecast, 'now' | 'grounds'>,
  nth: number,
  mark: number,
): number | null {
  const ground = grounds[nth];
  if (ground === undefined) return null;
  return landPeriod({ ...ground, target: mark }, spanForecast(now, ground)).forecast.pHit;
}

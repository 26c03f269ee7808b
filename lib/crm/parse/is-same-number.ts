import type { NumberReadings } from './number-readings';

/**
 * Whether the conventions do not contradict each other: one reading, or two that say the same (`1234`, `1 234`).
 *
 * @example isSameNumber({ '.': '36.340', ',': '36340' }) // false
 */
export function isSameNumber(readings: NumberReadings): boolean {
  const point = readings['.'];
  const comma = readings[','];
  return point === undefined || comma === undefined || point === comma;
}

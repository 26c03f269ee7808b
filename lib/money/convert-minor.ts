import type { Rate } from './rate';
import { scaleMinor } from './scale-minor';

/**
 * An amount in minor units of one currency, in minor units of another: computed exactly, rounded once, half away
 * from zero.
 *
 * @param rate Between the two's minor units: see `minorRate`.
 * @returns `undefined` where there is no right number: an amount that is no safe integer, or a result beyond the safe
 * integers.
 * @example convertMinor(1005, { over: 490n, under: 1000n }) // 492, of 492.45
 */
export function convertMinor(minor: number, rate: Rate): number | undefined {
  if (!Number.isSafeInteger(minor)) return undefined;
  const converted = scaleMinor(minor, rate);
  return Number.isSafeInteger(converted) ? converted : undefined;
}

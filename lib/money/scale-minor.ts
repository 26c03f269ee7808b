import type { Rate } from './rate';

/**
 * An amount in minor units times a fraction, exact and rounded once, half away from zero. The result may be beyond
 * the safe integers.
 *
 * @param minor A safe integer.
 * @param rate Neither part negative, `under` not zero.
 * @example scaleMinor(-1005, { over: 1, under: 2 }) // -503
 */
export function scaleMinor(
  minor: number,
  { over, under }: Rate | { readonly over: number; readonly under: number },
): number {
  const size = Math.abs(minor);
  const bottom = 2 * Number(under);
  const top = 2 * size * Number(over) + Number(under);
  // Whole numbers of this size are exact as floats, and many times as fast.
  const rounded =
    Number.isSafeInteger(top) && Number.isSafeInteger(bottom)
      ? (top - (top % bottom)) / bottom
      : Number((2n * BigInt(size) * BigInt(over) + BigInt(under)) / (2n * BigInt(under)));
  return minor < 0 && rounded !== 0 ? -rounded : rounded;
}

import { scaleMinor } from './scale-minor';

/**
 * An amount in minor units times a probability (0..1, to the millionth), rounded half away from zero.
 * In whole numbers: as a float, 10050 × 0.35 can fall short of 3517.5 and round the wrong way.
 *
 * @throws RangeError where `minor` is no safe integer or the probability is outside 0..1.
 * @example weighMinor(10050, 0.35) // 3518
 */
export function weighMinor(minor: number, probability: number): number {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a safe integer of minor units: ${minor}`);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`not a probability: ${probability}`);
  return scaleMinor(minor, { over: Math.round(probability * 1_000_000), under: 1_000_000 });
}

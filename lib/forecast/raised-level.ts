import type { SpanForecast } from './span-forecast';

/** Steps towards the level. Cost 0.02 / 0.00 / 0.00 (see `Tuning`). */
const ROUNDS = 6;
/** Farthest a level is taken from 1, in the logarithm. Cost 0.00 / 0.00 / 0.00. */
const FARTHEST = 3;

/**
 * Factor on the hazards under which as much is expected of a span as is wanted. It is not the ratio of the two: twice
 * the hazard is less than twice the chance.
 *
 * @param wanted Factor on what is expected, above 0.
 * @param newValue Value expected of deals not yet created.
 */
export function raisedLevel(
  { chances, values, openMean }: Pick<SpanForecast, 'chances' | 'values' | 'openMean'>,
  newValue: number,
  wanted: number,
): number {
  const target = wanted * (openMean + newValue);
  if (!(target > 0)) return 1;
  let log = Math.log(wanted);
  for (let round = 0; round < ROUNDS; round += 1) {
    const level = Math.exp(log);
    let expected = newValue * level;
    for (let at = 0; at < chances.length; at += 1) {
      const chance = chances[at] ?? 0;
      if (chance > 0)
        expected += -Math.expm1(level * Math.log1p(-Math.min(chance, 1 - 1e-12))) * (values[at] ?? 0);
    }
    const off = Math.log(target / expected);
    // What is expected rises with the level, but slower: a full step never goes too far.
    log = Math.max(-FARTHEST, Math.min(FARTHEST, log + off));
    if (Math.abs(off) < 1e-4) break;
  }
  return Math.exp(log);
}

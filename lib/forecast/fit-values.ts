import type { Exposure } from './exposure';
import type { Tuning } from './tuning';

/** What won deals have brought, as of one day. */
export interface Values {
  /** Won deals, older ones weighing less. */
  readonly weight: number;
  /** Mean value of a won deal; the mean known amount of all deals while none is won, 0 where nothing is known. */
  readonly mean: number;
  /** Mean of the squared value of a won deal. */
  readonly square: number;
  /** Won value for each unit of the amount that was known, drawn to 1. */
  readonly ratio: number;
}

/** Learns what a win is worth from the wins before day `until`. */
export function fitValues(exposure: Exposure, until: number, { halfLife, ratioPrior }: Tuning): Values {
  const end = Math.max(0, Math.min(exposure.days, until - exposure.firstDay));
  const faded = (of: Float64Array): number => {
    let sum = 0;
    for (let day = 0; day < end; day += 1) sum += 2 ** (-(end - 1 - day) / halfLife) * (of[day] ?? 0);
    return sum;
  };
  const weight = faded(exposure.wonCount);
  const paired = faded(exposure.pairedCount);
  const pairedAmount = faded(exposure.pairedAmount);
  const known = exposure.amountCount[end] ?? 0;
  const usual = known > 0 ? (exposure.amountSum[end] ?? 0) / known : 0;
  const prior = paired > 0 ? (ratioPrior * pairedAmount) / paired : 0;
  return {
    weight,
    // One amount's worth of the open deals keeps a single win from setting the value of all.
    mean: (faded(exposure.wonValue) + usual) / (weight + 1),
    square: (faded(exposure.wonSquare) + usual ** 2) / (weight + 1),
    ratio: pairedAmount > 0 ? (faded(exposure.pairedValue) + prior) / (pairedAmount + prior) : 1,
  };
}

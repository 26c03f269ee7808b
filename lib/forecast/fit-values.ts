import type { Exposure } from './exposure';
import type { Tuning } from './tuning';

/** What won deals have brought, as of one day. */
export interface Values {
  /** Won deals, older ones weighing less. */
  readonly weight: number;
  /** Mean value of a won deal, less what credit notes take back; the mean known amount of all deals while none is won, 0 where nothing is known. */
  readonly mean: number;
  /** Mean of the squared value of a won deal. */
  readonly square: number;
  /** Won value for each unit of the amount that was known, drawn to 1, less what credit notes take back. */
  readonly ratio: number;
}

/**
 * Learns what a win is worth from the wins before day `until`.
 *
 * Credit notes are no wins: they take back a share of what wins have brought, and so much less a win is expected to bring.
 * That share is drawn to nothing by as many wins as the ratio of values to amounts is drawn to 1: they are the same
 * question, what comes in the end of what was agreed.
 */
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
  const brought = faded(exposure.wonValue);
  const taken = faded(exposure.takenBack);
  const usually = weight > 0 ? (ratioPrior * brought) / weight : 0;
  const kept = taken > 0 && brought > 0 ? Math.max(0, 1 - taken / (brought + usually)) : 1;
  return {
    weight,
    // One amount's worth of the open deals keeps a single win from setting the value of all.
    mean: (kept * (brought + usual)) / (weight + 1),
    square: (kept ** 2 * (faded(exposure.wonSquare) + usual ** 2)) / (weight + 1),
    ratio: kept * (pairedAmount > 0 ? (faded(exposure.pairedValue) + prior) / (pairedAmount + prior) : 1),
  };
}

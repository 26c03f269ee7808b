import type { Rate, TooFew } from './rate';
import { TUNING } from './tuning';

/** First and last place, from 1, that a share may have among the others. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * The places of shares, the highest first: one stands behind another only where the two 80 % intervals are apart, so
 * that chance makes no order. In the order given; `undefined` under 20 passes, and where there is nobody to stand beside.
 */
export function placesOf(rates: readonly (Rate | TooFew)[]): readonly (Place | undefined)[] {
  const placed = rates.filter((one): one is Rate => !('kind' in one) && one.n >= TUNING.leastToRank);
  if (placed.length < 2) return rates.map(() => undefined);
  return rates.map((own) => {
    if ('kind' in own || own.n < TUNING.leastToRank) return undefined;
    return {
      from: 1 + placed.filter(({ low }) => low > own.high).length,
      to: placed.length - placed.filter(({ high }) => high < own.low).length,
    };
  });
}

import type { Book } from './book';
import type { Effect } from './learn-effects';
import type { OpenDeals } from './open-deals';

/** Factor on the hazard to win of each open deal, from what is known of its traits. */
export function hazardFactors(
  book: Book,
  { deals, until }: OpenDeals,
  effects: readonly Effect[],
): Float64Array {
  const factors = new Float64Array(deals.length).fill(1);
  // Where stages could not be learned their settings speak, of the present day only.
  if (until === book.asOf) deals.forEach((deal, at) => (factors[at] = book.stageFactor[deal] ?? 1));
  for (const { covariate, factors: by } of effects) {
    for (let at = 0; at < deals.length; at += 1)
      factors[at] = (factors[at] ?? 1) * (by[covariate.classOf(deals[at] ?? 0, until)] ?? 1);
  }
  return factors;
}

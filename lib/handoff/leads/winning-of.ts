import type { Count } from '../rate';
import type { SourcedDeal } from './lead-book';

/** How many of the closed deals are won. */
export function winningOf(deals: readonly SourcedDeal[]): Count {
  const count = { sum: 0, n: 0 };
  for (const { outcome } of deals) {
    if (outcome !== 'won' && outcome !== 'lost') continue;
    count.n += 1;
    if (outcome === 'won') count.sum += 1;
  }
  return count;
}

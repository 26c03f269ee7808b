import type { SourcedDeal } from './lead-book';

/** Amounts, each currency by itself. */
export interface UnitSums {
  /** Minor units by `sumUnit`, in its order. */
  readonly minor: Readonly<Record<string, number>>;
  /** Deals whose amount is in none of them: nothing says its currency. */
  readonly apart: number;
}

/** Adds the amounts of deals that are won, or open; one without an amount adds nothing. */
export function unitSums(deals: readonly SourcedDeal[], which: 'won' | 'open'): UnitSums {
  const sums = new Map<string, number>();
  let apart = 0;
  for (const { outcome, amountMinor, unit } of deals) {
    if (outcome !== which || amountMinor === null) continue;
    if (unit === null) apart += 1;
    else sums.set(unit, (sums.get(unit) ?? 0) + amountMinor);
  }
  return { minor: Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))), apart };
}

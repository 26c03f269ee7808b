import type { Outcome } from '../deal/deal';

/** Deals of one currency and outcome. */
export interface CurrencyUse {
  readonly currency?: string | null | undefined;
  readonly outcome?: Outcome | null | undefined;
  /** How many; one where it is absent. */
  readonly n?: number;
}

/**
 * The currency to sum in where the user has set none: that of most open deals, else that of most deals; of equally
 * many the alphabetically first. `USD` where no deal shows any code: the sums are then empty, and amounts under bare
 * signs stand apart from them anyway.
 *
 * @example reportingCurrency([{ currency: 'EUR', outcome: 'open' }, { currency: 'USD', outcome: 'won' }]) // 'EUR'
 */
export function reportingCurrency(uses: Iterable<CurrencyUse>): string {
  const open = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { currency, outcome, n = 1 } of uses) {
    if (currency === undefined || currency === null) continue;
    all.set(currency, (all.get(currency) ?? 0) + n);
    if (outcome === 'open') open.set(currency, (open.get(currency) ?? 0) + n);
  }
  return mostUsed(open) ?? mostUsed(all) ?? 'USD';
}

function mostUsed(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

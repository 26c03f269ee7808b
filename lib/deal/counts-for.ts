import type { Outcome } from './deal';

/**
 * What an amount counts for in sums. Below 0 it is a credit note: won, it lowers what is won; open, it is nothing to win.
 *
 * @param minor Minor units; what comes back is in the same.
 * @example countsFor('won', -500) // -500
 * @example countsFor('open', -500) // 0
 */
export function countsFor(outcome: Outcome | null | undefined, minor: number): number {
  return outcome === 'open' ? Math.max(0, minor) : minor;
}

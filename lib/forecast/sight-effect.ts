import type { SightTuning } from './tuning';

/** How much of a scope was read. */
export interface Sight {
  /** Open deals that were read, and how many there are; `undefined`: nothing states the total. */
  readonly read: number;
  readonly total: number | undefined;
}

export interface SightEffect {
  /** Wins to expect from deals that were not read, for each one expected from those that were. */
  readonly unread: number;
  /** Variance to add to the shared level, in the logarithm. */
  readonly variance: number;
}

interface Expected {
  /** Won value expected of open deals, and the part of it from deals not seen for days. */
  readonly open: number;
  readonly stale: number;
  /** All that is expected, of new deals too. */
  readonly all: number;
}

/**
 * The rule for a partial sight. Deals that were not read are taken to be like those that were, and what is expected of
 * them may be off by all of it; what is expected of deals not seen for a week or more may be off by half, as they may
 * have closed or changed. Each adds the square of its share of the forecast, times that, to the variance of the level.
 * Where no total is stated nothing is added for what is not known to be missing.
 *
 * @example 80 of 100 deals read, all that is expected comes from open deals: a fifth of it is a guess, spread 0.2.
 */
export function sightEffect(
  { read, total }: Sight,
  { open, stale, all }: Expected,
  { unreadSpread, staleSpread }: SightTuning,
): SightEffect {
  const unread = total === undefined || read <= 0 ? 0 : Math.max(0, total / read - 1);
  const whole = all + unread * open;
  if (!(whole > 0)) return { unread, variance: 0 };
  const guessed = (unread * open) / whole;
  return { unread, variance: (unreadSpread * guessed) ** 2 + (staleSpread * (stale / whole)) ** 2 };
}

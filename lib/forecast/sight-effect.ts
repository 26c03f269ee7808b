import type { SightTuning } from './tuning';

/** How much of a scope was read. */
export interface Sight {
  /** Open deals that were read, and how many there are; `null`: nobody states it. */
  readonly read: number;
  readonly total: number | null;
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
 * Where nobody states a total, some may be missing and nobody knows how many: the middle stays, and what is expected of all
 * open deals may be off by a fifth.
 *
 * @param sight `undefined`: all there is was read.
 * @example 80 of 100 deals read, all that is expected comes from open deals: a fifth of it is a guess, spread 0.2.
 */
export function sightEffect(
  sight: Sight | undefined,
  { open, stale, all }: Expected,
  { unreadSpread, staleSpread, unstatedSpread }: SightTuning,
): SightEffect {
  const { read = 0, total } = sight ?? {};
  const unread = read > 0 ? Math.max(0, (total ?? read) / read - 1) : 0;
  const whole = all + unread * open;
  if (!(whole > 0)) return { unread, variance: 0 };
  const parts = [
    (unreadSpread * unread * open) / whole,
    (staleSpread * stale) / whole,
    total === null ? (unstatedSpread * open) / whole : 0,
  ];
  return { unread, variance: parts.reduce((sum, part) => sum + part ** 2, 0) };
}

import { wilson } from '../../stats/wilson';
import { Z80 } from '../../stats/z80';

/** Closed deals of a scope in the time looked back on. */
export interface ClosedDeals {
  readonly won: number;
  readonly lost: number;
  /** Value of the won deals with an amount, in minor units, and how many have one. */
  readonly wonMinor: number;
  readonly priced: number;
  /** Days from creation to closing of the won deals of which both are known, and how many these are. */
  readonly cycleDays: number;
  readonly dated: number;
}

export type Velocity =
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number }
  /** No won deal has an amount, or none a creation date. */
  | { readonly kind: 'no-win' }
  | {
      readonly kind: 'known';
      /** What the open deals bring a day at this pace, in minor units. */
      readonly perDayMinor: number;
      readonly deals: number;
      readonly value: { readonly meanMinor: number; readonly n: number };
      /** Won / (won + lost) by count, with its 80 % interval. */
      readonly winRate: {
        readonly share: number;
        readonly low: number;
        readonly high: number;
        readonly n: number;
      };
      readonly cycle: { readonly days: number; readonly n: number };
    };

/** Under ten closed deals nobody has a win rate (forecast.md, 6). No part in a forecast. */
const leastClosed = 10;

/**
 * Sales velocity: open deals x mean won value x win rate / mean cycle, a day. A cycle of less than a day counts as one:
 * nothing closes in no time.
 */
export function velocity({
  openDeals,
  closed,
}: {
  readonly openDeals: number;
  readonly closed: ClosedDeals;
}): Velocity {
  const n = closed.won + closed.lost;
  if (n < leastClosed) return { kind: 'too-few', have: n, need: leastClosed };
  if (closed.priced === 0 || closed.dated === 0) return { kind: 'no-win' };
  const meanMinor = closed.wonMinor / closed.priced;
  const days = closed.cycleDays / closed.dated;
  const share = closed.won / n;
  return {
    kind: 'known',
    perDayMinor: Math.round((openDeals * meanMinor * share) / Math.max(1, days)),
    deals: openDeals,
    value: { meanMinor: Math.round(meanMinor), n: closed.priced },
    winRate: { share, ...wilson(closed.won, n, Z80), n },
    cycle: { days, n: closed.dated },
  };
}

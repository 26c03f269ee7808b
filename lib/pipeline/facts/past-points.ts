import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { countsFor } from '../../deal/counts-for';
import type { PastPoint } from '../coverage/coverage-required';
import type { Period } from '../glance';
import type { DealLife } from '../life/deal-life';
import type { FactsOptions } from './facts';
import type { FactValues } from './fact-values';

/** Points of past periods in the making. */
export interface PastPoints {
  readonly add: (life: DealLife) => void;
  /** @param watchedFrom Points before that day tell nothing: closings were not recorded yet. */
  readonly result: (watchedFrom: number | undefined) => {
    readonly periods: readonly Period[];
    readonly points: ReadonlyMap<string, readonly PastPoint[]>;
  };
}

interface Point {
  readonly period: Period;
  readonly at: number;
  readonly end: number;
  /** Its day, for rates. */
  readonly day: string;
}

type Sums = { -readonly [Name in keyof PastPoint]: PastPoint[Name] };

/**
 * What was open at the same point of each past period, and what came of it by the period's end. The same point is the
 * same share of the period's days. A deal's value is that of the owner who had it at the point; what was won from
 * deals that were not open then is that of the owner at the end.
 */
export function pastPoints(
  { today, period, past }: Pick<FactsOptions, 'today' | 'period' | 'past'>,
  values: FactValues,
): PastPoints {
  const share = shareOf(period, today);
  const points = past.map((one): Point => {
    const [start, end] = [numberOf(one.start), numberOf(one.end)];
    const at = start + Math.round(share * (end - start));
    return { period: one, at, end, day: dayText(at) };
  });
  const sums = new Map<string, Sums[]>();

  function sumsOf(owner = '', nth = 0): Sums {
    let own = sums.get(owner);
    if (own === undefined)
      sums.set(owner, (own = points.map(() => ({ openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 0 }))));
    return own[nth] ?? { openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 0 };
  }

  return {
    add: (life) => {
      for (const [nth, { at, end, day }] of points.entries()) {
        if (life.createdDay !== undefined && life.createdDay >= end) continue;
        const then = life.stateAt(at);
        const isOpen = typeof then !== 'string' && then.outcome === 'open';
        const open = isOpen ? values.roughly(then, day) : undefined;
        if (isOpen && open !== undefined) sumsOf(then.owner, nth).openMinor += Math.max(0, open);
        // A deal of which nothing was known may have been open then; what was won by then is not won after.
        if (then === 'unknown' || (typeof then !== 'string' && then.outcome === 'won')) continue;
        const after = life.stateAt(end);
        if (typeof after === 'string' || after.outcome !== 'won') continue;
        const won = countsFor(after.outcome, values.roughly(after, day) ?? 0);
        if (!isOpen) sumsOf(after.owner, nth).wonFromNewMinor += won;
        // A deal that was open without a value is in the one sum as little as in the other.
        else if (open !== undefined) sumsOf(then.owner, nth).wonFromOpenMinor += won;
      }
    },
    result: (watchedFrom) => {
      const isWatched = points.map(({ at }) => watchedFrom !== undefined && at >= watchedFrom);
      const watched = <Value>(all: readonly Value[]) => all.filter((_, nth) => isWatched[nth]);
      return {
        periods: watched(past),
        points: new Map([...sums].map(([owner, own]) => [owner, watched(own)])),
      };
    },
  };
}

/** Share of the period's days that are over as today begins. */
function shareOf({ start, end }: Period, today: string): number {
  const from = numberOf(start);
  return Math.min(1, Math.max(0, (numberOf(today) - from) / (numberOf(end) - from)));
}

function numberOf(day: string): number {
  return dayNumber(day) ?? 0;
}

import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { countsFor } from '../../deal/counts-for';
import type { PastPoint } from '../coverage/coverage-required';
import type { Period } from '../glance';
import type { DealLife } from '../life/deal-life';
import type { SegmentField, Segments } from '../scope/segments';
import type { ByGroup } from './by-group';
import type { FactsOptions } from './facts';
import type { FactValues } from './fact-values';
import { groupsInMaking } from './groups-in-making';

/** Points of past periods in the making. */
export interface PastPoints {
  /** @param segments In which its amounts are counted, beside those of its owner at the time. */
  readonly add: (life: DealLife, segments: Segments) => void;
  /**
   * @param watchedFrom Points before that day tell nothing: closings were not recorded yet.
   * @param tooMany See `PipelineFacts`.
   */
  readonly result: (
    watchedFrom: number | undefined,
    tooMany?: readonly SegmentField[],
  ) => {
    readonly periods: readonly Period[];
    readonly points: ByGroup<readonly PastPoint[]>;
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
 * deals that were not open then is that of the owner at the end. Segments are those of now: their past is not known.
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
  const sums = groupsInMaking(() =>
    points.map((): Sums => ({ openMinor: 0, wonFromOpenMinor: 0, wonFromNewMinor: 0 })),
  );

  return {
    add: (life, segments) => {
      const count = (owner: string | undefined, nth: number, change: (point: Sums) => void) =>
        sums.each(owner, segments, ({ [nth]: point }) => point && change(point));
      for (const [nth, { at, end, day }] of points.entries()) {
        if (life.createdDay !== undefined && life.createdDay >= end) continue;
        const then = life.stateAt(at);
        const isOpen = typeof then !== 'string' && then.outcome === 'open';
        const open = isOpen ? values.roughly(then, day) : undefined;
        if (isOpen && open !== undefined)
          count(then.owner, nth, (point) => void (point.openMinor += Math.max(0, open)));
        // A deal of which nothing was known may have been open then; what was won by then is not won after.
        if (then === 'unknown' || (typeof then !== 'string' && then.outcome === 'won')) continue;
        const after = life.stateAt(end);
        if (typeof after === 'string' || after.outcome !== 'won') continue;
        const won = countsFor(after.outcome, values.roughly(after, day) ?? 0);
        if (!isOpen) count(after.owner, nth, (point) => void (point.wonFromNewMinor += won));
        // A deal that was open without a value is in the one sum as little as in the other.
        else if (open !== undefined) count(then.owner, nth, (point) => void (point.wonFromOpenMinor += won));
      }
    },
    result: (watchedFrom, tooMany = []) => {
      const isWatched = points.map(({ at }) => watchedFrom !== undefined && at >= watchedFrom);
      const watched = <Value>(all: readonly Value[]) => all.filter((_, nth) => isWatched[nth]);
      return {
        periods: watched(past),
        points: sums.result(watched, tooMany),
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

import { countsFor } from '../../deal/counts-for';
import type { Chunk } from '../columns/columns';
import { dayNumber } from '../columns/day-number';
import type { Months, MonthSum } from './deal-list';
import type { SlotFacts } from './slot-facts';

/** Months of the chart before and after the present one: as many as are read at a glance. No part in a forecast. */
const [before, after] = [11, 12];

/** Months in the making. */
export interface MonthsInMaking {
  readonly add: (chunk: Chunk, at: number) => void;
  readonly result: () => Months;
}

/** Open deals by the month of their expected close, won deals by the month in which they closed. */
export function monthsOf(facts: SlotFacts, today: string): MonthsInMaking {
  const now = monthOf(dayNumber(today));
  const sums = new Map<number, { openMinor: number; open: number; wonMinor: number; won: number }>();
  let outside = 0;
  return {
    add: (chunk, at) => {
      const outcome = facts.outcomeOf(chunk, at);
      if (outcome !== 'open' && outcome !== 'won') return;
      const value = facts.valueOf(chunk, at);
      if (value.kind !== 'sum') return;
      const day = facts.dayOf(chunk, at);
      const month = day === undefined ? Number.NaN : monthOf(day);
      if (!(month >= now - before && month <= now + after)) {
        outside += 1;
        return;
      }
      const sum = sums.get(month) ?? { openMinor: 0, open: 0, wonMinor: 0, won: 0 };
      sum[`${outcome}Minor`] += countsFor(outcome, value.minor);
      sum[outcome] += 1;
      sums.set(month, sum);
    },
    result: () => ({ months: withoutGaps(sums), outside }),
  };
}

function withoutGaps(sums: ReadonlyMap<number, Omit<MonthSum, 'month'>>): readonly MonthSum[] {
  if (sums.size === 0) return [];
  const first = Math.min(...sums.keys());
  const length = Math.max(...sums.keys()) - first + 1;
  const empty = { openMinor: 0, open: 0, wonMinor: 0, won: 0 };
  return Array.from({ length }, (_, index) => ({
    month: monthText(first + index),
    ...(sums.get(first + index) ?? empty),
  }));
}

/** Months since the year 0 of a day as `dayNumber` writes it. */
function monthOf(day: number): number {
  return Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1;
}

function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

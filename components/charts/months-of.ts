import type { Deal } from '../../lib/deal/deal';
import { dateOf } from '../deal/filter-deals';
import { valueDeal, type Valuation } from '../deal/value-deal';

/** What is expected to close and what was won in one month, in minor units of the reporting currency. */
export interface MonthSum {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly openMinor: number;
  readonly open: number;
  readonly wonMinor: number;
  readonly won: number;
}

export interface Months {
  /** Without a gap from the first to the last; empty where no deal can be placed. */
  readonly months: readonly MonthSum[];
  /** Open and won deals with a value that no bar holds: no date, or beyond the months shown. */
  readonly outside: number;
}

const before = 11;
const after = 12;

/** Open deals by the month of their expected close, won deals by the month in which they closed. */
export function monthsOf(deals: readonly Deal[], valuation: Valuation): Months {
  const now = monthNumber(valuation.today);
  const sums = new Map<number, { openMinor: number; open: number; wonMinor: number; won: number }>();
  let outside = 0;
  for (const deal of deals) {
    if (deal.outcome !== 'open' && deal.outcome !== 'won') continue;
    const value = valueDeal(deal, valuation);
    if (value.kind !== 'sum') continue;
    const date = dateOf(deal, valuation.today);
    const month = date === undefined ? Number.NaN : monthNumber(date);
    if (!(month >= now - before && month <= now + after)) {
      outside += 1;
      continue;
    }
    const sum = sums.get(month) ?? { openMinor: 0, open: 0, wonMinor: 0, won: 0 };
    sum[`${deal.outcome}Minor`] += value.minor;
    sum[deal.outcome] += 1;
    sums.set(month, sum);
  }
  if (sums.size === 0) return { months: [], outside };
  const first = Math.min(...sums.keys());
  const length = Math.max(...sums.keys()) - first + 1;
  const empty = { openMinor: 0, open: 0, wonMinor: 0, won: 0 };
  const months = Array.from({ length }, (_, index) => ({
    month: monthText(first + index),
    ...(sums.get(first + index) ?? empty),
  }));
  return { months, outside };
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

import type { RecurringPeriod } from '../../deal/deal';

const TIMES = { month: 12, quarter: 4, year: 1 } as const satisfies Partial<Record<RecurringPeriod, number>>;

/**
 * What a recurring price brings in a year, in whole minor units. Flows are counted by the year: a twelfth of a yearly
 * price is no whole number, twelve times a monthly one is.
 *
 * @example annualMinor(9900, 'month') // 118800
 */
export function annualMinor(recurringMinor: number, period: RecurringPeriod): number {
  return recurringMinor * TIMES[period];
}

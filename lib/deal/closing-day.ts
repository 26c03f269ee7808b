import type { Outcome } from './deal';

/** The day on which a closed deal closed, and whether a field says so or its close date stands in for it. */
export interface ClosingDay<Day> {
  readonly on: Day;
  readonly from: 'closedOn' | 'closeOn';
}

/** What tells when a deal closed; its days as texts, or as numbers in the order of days. */
export interface ClosedDeal<Day> {
  readonly outcome?: Outcome | null | undefined;
  readonly closedOn?: Day | null | undefined;
  readonly closeOn?: Day | null | undefined;
}

/**
 * When a won or lost deal closed. Where no view has shown a closing day of its own, its close date is that day, as CRMs
 * set it on closing; a close date still ahead of `today`, or a closing day shown empty, tells nothing.
 *
 * @param today `YYYY-MM-DD`, or the number of the day. @returns `undefined` for a deal that is not closed, or whose closing day is not known.
 * @example closingDay({ outcome: 'won', closeOn: '2026-05-04' }, '2026-06-01') // { on: '2026-05-04', from: 'closeOn' }
 */
export function closingDay<Day extends string | number>(
  { outcome, closedOn, closeOn }: ClosedDeal<Day>,
  today: Day,
): ClosingDay<Day> | undefined {
  if (outcome !== 'won' && outcome !== 'lost') return undefined;
  if (closedOn !== undefined && closedOn !== null) return { on: closedOn, from: 'closedOn' };
  if (closedOn === null || closeOn === undefined || closeOn === null || closeOn > today) return undefined;
  return { on: closeOn, from: 'closeOn' };
}
